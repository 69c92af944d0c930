import * as z from 'zod';

export const Machine = z.enum([
  'vacancy',
  'request',
  'proposal',
  'chain',
  'stay',
  'dischargeCase',
  'contactItem',
]);
export type Machine = z.infer<typeof Machine>;

/** Who may bring a change about. `clock` is a date that has passed; it can end things, never approve them. */
export const Mover = z.enum(['officer', 'ward', 'worker', 'lead', 'panel', 'provider', 'person', 'clock']);
export type Mover = z.infer<typeof Mover>;

/** What must hold when a change happens, besides the state it starts from. */
export const TransitionCheck = z.enum([
  'vacancyConfirmed',
  'holdNotExpired',
  'roomFreeOnEveryNight',
  'licenceAndMixHold',
  'nobodyClashes',
  'personNotPromised',
  'hardRulesPass',
  'factsUnchanged',
  'personViewRecorded',
  'personDidNotSayNo',
  'providerAnswered',
  'decisionByAnother',
  'quorumMet',
  'reasonGiven',
  'earlierMoveMade',
  'introductionsMade',
  'followUpOwnerNamed',
]);
export type TransitionCheck = z.infer<typeof TransitionCheck>;

export interface Transition {
  readonly machine: Machine;
  readonly from: readonly string[];
  readonly to: string;
  readonly by: readonly Mover[];
  readonly needs: readonly TransitionCheck[];
}

const promise: readonly TransitionCheck[] = [
  'roomFreeOnEveryNight',
  'licenceAndMixHold',
  'nobodyClashes',
  'personNotPromised',
];

/**
 * Every change of state there is. What is not listed cannot happen, and a state that is no `from` is final.
 * "Stalled", "overdue" and "at risk" are worked out when asked; they are no states.
 */
export const transitions: readonly Transition[] = [
  { machine: 'vacancy', from: ['expected'], to: 'open', by: ['officer'], needs: ['vacancyConfirmed'] },
  {
    machine: 'vacancy',
    from: ['expected', 'open'],
    to: 'reserved',
    by: ['officer', 'worker', 'lead', 'panel'],
    needs: ['personNotPromised'],
  },
  {
    machine: 'vacancy',
    from: ['reserved'],
    to: 'filled',
    by: ['officer', 'worker', 'provider'],
    needs: ['holdNotExpired'],
  },
  {
    machine: 'vacancy',
    from: ['reserved'],
    to: 'open',
    by: ['officer', 'worker', 'lead', 'panel', 'provider', 'person', 'clock'],
    needs: [],
  },
  {
    machine: 'vacancy',
    from: ['reserved'],
    to: 'expected',
    by: ['officer', 'worker', 'lead', 'panel', 'provider', 'person', 'clock'],
    needs: [],
  },
  {
    machine: 'vacancy',
    from: ['expected', 'open', 'reserved'],
    to: 'withdrawn',
    by: ['officer', 'provider'],
    needs: ['reasonGiven'],
  },

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
    by: ['officer', 'worker', 'lead', 'panel', 'provider', 'person', 'clock'],
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
  {
    machine: 'request',
    from: ['paused'],
    to: 'readyToPlace',
    by: ['ward', 'worker', 'lead', 'clock'],
    needs: [],
  },
  {
    machine: 'request',
    from: ['draft', 'submitted', 'inReview', 'infoRequested', 'readyToPlace', 'proposed', 'paused'],
    to: 'withdrawn',
    by: ['ward', 'worker', 'lead', 'person'],
    needs: ['reasonGiven'],
  },
  { machine: 'request', from: ['readyToPlace', 'paused'], to: 'expired', by: ['clock'], needs: [] },

  {
    machine: 'proposal',
    from: ['draft'],
    to: 'awaitingPerson',
    by: ['officer', 'worker', 'lead'],
    needs: ['hardRulesPass', 'personNotPromised'],
  },
  {
    machine: 'proposal',
    from: ['awaitingPerson'],
    to: 'awaitingProvider',
    by: ['worker', 'ward', 'person'],
    needs: ['personViewRecorded', 'personDidNotSayNo'],
  },
  {
    machine: 'proposal',
    from: ['awaitingProvider'],
    to: 'awaitingPanel',
    by: ['provider'],
    needs: ['providerAnswered'],
  },
  {
    machine: 'proposal',
    from: ['awaitingPanel'],
    to: 'approved',
    by: ['panel'],
    needs: [
      'personViewRecorded',
      'personDidNotSayNo',
      'providerAnswered',
      'vacancyConfirmed',
      'factsUnchanged',
      'hardRulesPass',
      ...promise,
      'decisionByAnother',
      'quorumMet',
      'reasonGiven',
    ],
  },
  {
    machine: 'proposal',
    from: ['awaitingPerson'],
    to: 'declined',
    by: ['worker', 'ward', 'person'],
    needs: ['personViewRecorded'],
  },
  {
    machine: 'proposal',
    from: ['awaitingProvider'],
    to: 'declined',
    by: ['provider'],
    needs: ['reasonGiven'],
  },
  {
    machine: 'proposal',
    from: ['awaitingPanel'],
    to: 'declined',
    by: ['panel'],
    needs: ['decisionByAnother', 'quorumMet', 'reasonGiven'],
  },
  {
    machine: 'proposal',
    from: ['draft', 'awaitingPerson', 'awaitingProvider', 'awaitingPanel', 'approved'],
    to: 'cancelled',
    by: ['officer', 'worker', 'lead', 'panel', 'provider', 'person'],
    needs: ['reasonGiven'],
  },
  {
    machine: 'proposal',
    from: ['draft', 'awaitingPerson', 'awaitingProvider', 'awaitingPanel'],
    to: 'expired',
    by: ['clock'],
    needs: [],
  },
  {
    machine: 'proposal',
    from: ['draft', 'awaitingPerson', 'awaitingProvider', 'awaitingPanel'],
    to: 'superseded',
    by: ['officer', 'worker', 'lead', 'panel'],
    needs: [],
  },

  {
    machine: 'chain',
    from: ['draft'],
    to: 'proposed',
    by: ['officer', 'worker', 'lead'],
    needs: ['hardRulesPass'],
  },
  {
    machine: 'chain',
    from: ['proposed'],
    to: 'approved',
    by: ['panel'],
    needs: ['factsUnchanged', ...promise, 'decisionByAnother', 'quorumMet', 'reasonGiven'],
  },
  { machine: 'chain', from: ['approved'], to: 'executing', by: ['officer', 'worker', 'provider'], needs: [] },
  {
    machine: 'chain',
    from: ['executing'],
    to: 'complete',
    by: ['officer', 'worker', 'provider'],
    needs: ['earlierMoveMade'],
  },
  {
    machine: 'chain',
    from: ['proposed', 'approved', 'executing'],
    to: 'broken',
    by: ['officer', 'worker', 'lead', 'panel', 'provider', 'person', 'clock'],
    needs: [],
  },

  {
    machine: 'stay',
    from: ['provisional'],
    to: 'confirmed',
    by: ['person', 'worker'],
    needs: ['holdNotExpired'],
  },
  {
    machine: 'stay',
    from: ['confirmed'],
    to: 'arrived',
    by: ['officer', 'worker', 'provider'],
    needs: ['earlierMoveMade', 'introductionsMade'],
  },
  {
    machine: 'stay',
    from: ['arrived'],
    to: 'departed',
    by: ['officer', 'worker', 'provider'],
    needs: ['reasonGiven'],
  },
  { machine: 'stay', from: ['departed'], to: 'closed', by: ['officer', 'worker', 'provider'], needs: [] },
  {
    machine: 'stay',
    from: ['confirmed'],
    to: 'notArrived',
    by: ['officer', 'worker', 'provider'],
    needs: ['reasonGiven'],
  },
  {
    machine: 'stay',
    from: ['provisional', 'confirmed'],
    to: 'cancelled',
    by: ['officer', 'worker', 'lead', 'panel', 'provider', 'person', 'clock'],
    needs: [],
  },

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

  { machine: 'contactItem', from: ['due', 'rescheduled'], to: 'done', by: ['worker'], needs: [] },
  { machine: 'contactItem', from: ['due', 'rescheduled'], to: 'missed', by: ['worker', 'clock'], needs: [] },
  { machine: 'contactItem', from: ['due'], to: 'rescheduled', by: ['worker'], needs: [] },
  {
    machine: 'contactItem',
    from: ['due', 'rescheduled'],
    to: 'waived',
    by: ['worker', 'lead'],
    needs: ['reasonGiven'],
  },
];

/** The one transition from a state to another; undefined when there is none. */
export function transition(machine: Machine, from: string, to: string): Transition | undefined {
  return transitions.find((one) => one.machine === machine && one.to === to && one.from.includes(from));
}
