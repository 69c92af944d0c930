import { sampleOf } from '../samples.ts';
import { stayOf } from '../story.ts';
import type { Sample } from './sample.ts';

interface OtherWay {
  readonly route: string;
  readonly what: string;
  readonly sample: Sample;
}

const no = { answer: 'no', words: 'I would rather stay.', obtained: 'inPerson' };
const declined = {
  outcome: 'decline',
  reason: 'The house has as much on its hands as it can bear just now.',
  criteria: ['support'],
  declineReason: 'supportNeedExceedsOffer',
};

/** The sample of a route with another body. */
const instead = (route: string, what: string, body: object): OtherWay => {
  const sample = sampleOf(route);
  return {
    route,
    what,
    sample: { ...sample, sent: async (story) => ({ ...(await sample.sent(story)), body }) },
  };
};

/** Steps that go another way than in the samples: they end what was begun, and take more with them. */
export const otherWays: readonly OtherWay[] = [
  instead('recordView', 'the person says no', no),
  instead('answerReferral', 'the provider refuses', {
    answer: 'refuse',
    reason: 'noStaffCapacity',
    words: 'Two workers are away.',
  }),
  instead('decideProposal', 'the panel declines', declined),
  instead('decideChain', 'the panel declines', declined),
  instead('answerOffer', 'the person refuses', { answer: 'refused', obtained: 'inPerson' }),
  {
    route: 'withdrawProposal',
    what: 'after the chain was approved',
    sample: { ...sampleOf('withdrawProposal'), chapter: 'approved' },
  },
  {
    route: 'recordNoShow',
    what: 'of the second move, once the first is made',
    sample: {
      ...sampleOf('recordNoShow'),
      chapter: 'arrived',
      first: async ({ store }) => store.setNow('2026-05-06T12:00:00Z'),
      sent: ({ proposals: [, second] }) => ({
        params: { stayId: stayOf(second) },
        body: { reason: 'changedTheirMind' },
      }),
    },
  },
  {
    route: 'recordArrival',
    what: 'of the second move',
    sample: {
      ...sampleOf('recordArrival'),
      chapter: 'arrived',
      first: async ({ store }) => store.setNow('2026-05-06T12:00:00Z'),
      sent: ({ proposals: [, second] }) => ({
        params: { stayId: stayOf(second) },
        body: { on: second?.moveOn },
      }),
    },
  },
];
