import type { Story } from '../story.ts';
import { type Sample, simple } from './sample.ts';

/** A request for somebody who has none. */
const draft = {
  id: 'ask-d',
  personId: 'elm-neighbour',
  kind: 'moveOn',
  serviceModel: 'stayingConnected',
  submit: false,
};
const asked = { requestId: draft.id };
const patients = { requestId: 'ask-c' };

const open = (body: object) => (story: Story) => story.ask('openRequest', { as: 'worker-2', body });
const submitted = open({ ...draft, submit: true });

const inReview = async (story: Story): Promise<unknown> => {
  await submitted(story);
  return story.ask('reviewRequest', { as: 'lead', params: asked, body: { outcome: 'start' } });
};

const infoRequested = async (story: Story): Promise<unknown> => {
  await inReview(story);
  const body = { question: 'How far is the college?' };
  return story.ask('askForInformation', { as: 'lead', params: asked, body });
};

const pause = { until: '2026-06-01', because: 'The person asked for a break.' };
const paused = ({ ask }: Story) => ask('pauseRequest', { as: 'ward', params: patients, body: pause });

const ended = { endedOn: '2026-04-20', endReason: 'notReadyAgain' };
const period = { ...patients, readyPeriodId: 'held-up-c' };
const notReady = ({ ask }: Story) =>
  ask('endReadyPeriod', { as: 'ward', params: period, body: ended, ifMatch: 1 });

export const requestSamples: Readonly<Record<string, Sample>> = {
  listRequests: simple('officer'),
  openRequest: simple('worker-2', { body: draft }),
  readRequest: simple('officer', { params: patients }),
  submitRequest: simple('worker-2', { params: asked }, open(draft)),
  reviewRequest: simple('lead', { params: asked, body: { outcome: 'start' } }, submitted),
  askForInformation: simple('lead', { params: asked, body: { question: 'Which college?' } }, inReview),
  giveInformation: simple(
    'worker-2',
    { params: asked, body: { answer: 'The one by the park.' } },
    infoRequested,
  ),
  pauseRequest: simple('ward', { params: patients, body: pause }),
  resumeRequest: simple('ward', { params: patients }, paused),
  withdrawRequest: simple('ward', { params: patients, body: { reason: 'They found a place.' } }),
  openReadyPeriod: simple(
    'ward',
    { params: patients, body: { readyOn: '2026-04-20', delayReason: 'J2', attributable: '07' } },
    notReady,
  ),
  endReadyPeriod: simple('ward', { params: period, body: ended, ifMatch: 1 }),
};
