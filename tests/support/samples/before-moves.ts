import { type Story, stayOf } from '../story.ts';
import type { Sample, Sent } from './sample.ts';

/** The stay of a resident who moves to Oak House, once it is approved. */
const theirs = ({ proposals: [, second] }: Story) => ({ stayId: stayOf(second) });

const at = (as: string, sent: Omit<Sent, 'params'> = {}): Sample => ({
  chapter: 'approved',
  as,
  sent: (story) => ({ params: theirs(story), ...sent }),
});

const tookPlace = { status: 'tookPlace', words: 'They made me tea.' };

export const beforeMoveSamples: Readonly<Record<string, Sample>> = {
  listBeforeMoves: { chapter: 'approved', as: 'worker', sent: () => ({}) },
  readBeforeMove: at('worker'),
  recordIntroduction: at('worker', {
    body: { on: '2026-04-20', met: { to: 'housemates', housemates: ['oak-neighbour'] }, meeting: tookPlace },
  }),
  recordVisit: at('worker', {
    body: { kind: 'visit', from: '2026-04-22', to: '2026-04-22', meeting: { status: 'planned' } },
  }),
  recordResidentView: at('worker-2', {
    body: { housemateId: 'oak-neighbour', words: 'I hope they like it quiet.', on: '2026-04-20' },
  }),
  recordPreparation: {
    chapter: 'approved',
    as: 'worker',
    first: ({ ask }) =>
      ask('addWorker', {
        as: 'lead',
        body: {
          ...{ id: 'w-3', serviceModel: 'stayingConnected', role: 'tenancySupportWorker', team: null },
          ...{ fullTimeEquivalent: 1, caseloadLimit: null, coveredBy: null },
        },
      }),
    sent: ({ proposals: [first] }) => ({
      params: { stayId: stayOf(first) },
      body: { item: 'tenancySupportWorkerNamed', on: '2026-04-20', workerId: 'w-3' },
    }),
  },
  setAsidePreparation: at('lead', {
    body: { item: 'homeSeen', reason: 'They grew up two doors away and know the house well.' },
  }),
};
