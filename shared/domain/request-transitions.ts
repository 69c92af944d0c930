import type { Mover, Transition } from './transitions.ts';

/** Everybody but the ward: an end that anybody's step, or a date that has passed, may bring about. */
export const anybody: readonly Mover[] = [
  'officer',
  'worker',
  'lead',
  'panel',
  'provider',
  'person',
  'clock',
];

/** The part of the table of changes that is about asking for a place: the request, and the discharge it may come from. */
export const requestTransitions: readonly Transition[] = [
  { machine: 'request', from: ['draft'], to: 'submitted', by: ['officer', 'ward', 'worker'], needs: [] },
  { machine: 'request', from: ['submitted'], to: 'inReview', by: ['lead'], needs: [] },
  {
    machine: 'request',
    from: ['inReview'],
    to: 'infoRequested',
    by: ['lead', 'panel'],
    needs: ['reasonGiven'],
  },
  { machine: 'request', from: ['infoRequested'], to: 'inReview', by: ['ward', 'worker'], needs: [] },
  { machine: 'request', from: ['inReview'], to: 'readyToPlace', by: ['lead'], needs: [] },
  { machine: 'request', from: ['inReview'], to: 'rejected', by: ['lead'], needs: ['reasonGiven'] },
  {
    machine: 'request',
    from: ['readyToPlace'],
    to: 'proposed',
    by: ['officer', 'worker', 'lead'],
    needs: ['hardRulesPass'],
  },
  {
    machine: 'request',
    from: ['proposed', 'placed'],
    to: 'readyToPlace',
    by: anybody,
    needs: [],
  },
  { machine: 'request', from: ['proposed'], to: 'placed', by: ['panel'], needs: [] },
  { machine: 'request', from: ['placed'], to: 'closed', by: ['officer', 'worker'], needs: [] },
  {
    machine: 'request',
    from: ['submitted', 'inReview', 'readyToPlace'],
    to: 'paused',
    by: ['ward', 'worker', 'lead'],
    needs: ['reasonGiven'],
  },
  // Each only for a request that was in that state when it was paused.
  ...(['submitted', 'inReview', 'readyToPlace'] as const).map(
    (to): Transition => ({
      machine: 'request',
      from: ['paused'],
      to,
      by: ['ward', 'worker', 'lead', 'clock'],
      needs: [],
    }),
  ),
  {
    machine: 'request',
    from: ['draft', 'submitted', 'inReview', 'infoRequested', 'readyToPlace', 'proposed', 'paused'],
    to: 'withdrawn',
    by: ['ward', 'worker', 'lead', 'person'],
    needs: ['reasonGiven'],
  },
  { machine: 'request', from: ['readyToPlace', 'paused'], to: 'expired', by: ['clock'], needs: [] },
  { machine: 'dischargeCase', from: ['open'], to: 'ready', by: ['ward'], needs: [] },
  { machine: 'dischargeCase', from: ['ready', 'placed'], to: 'open', by: ['ward'], needs: [] },
  { machine: 'dischargeCase', from: ['ready'], to: 'placed', by: ['panel'], needs: [] },
  {
    machine: 'dischargeCase',
    from: ['placed'],
    to: 'ready',
    by: ['ward', 'officer', 'worker', 'panel', 'clock'],
    needs: [],
  },
  {
    machine: 'dischargeCase',
    from: ['open', 'ready', 'placed'],
    to: 'discharged',
    by: ['ward'],
    needs: ['followUpOwnerNamed'],
  },
];
