import { anybody, requestTransitions } from './request-transitions.ts';
import type { Transition, TransitionCheck } from './transitions.ts';

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
  ...requestTransitions,

  {
    machine: 'vacancy',
    from: ['expected'],
    to: 'open',
    by: ['officer', 'worker', 'provider'],
    needs: ['vacancyConfirmed'],
  },
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
    by: anybody,
    needs: [],
  },
  {
    machine: 'vacancy',
    from: ['reserved'],
    to: 'expected',
    by: anybody,
    needs: [],
  },
  {
    machine: 'vacancy',
    from: ['expected', 'open'],
    to: 'withdrawn',
    by: ['officer', 'provider'],
    needs: ['reasonGiven'],
  },
  // The room it was made for does not fall free after all: its resident stays.
  {
    machine: 'vacancy',
    from: ['reserved'],
    to: 'withdrawn',
    by: anybody,
    needs: [],
  },

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
    from: ['awaitingPerson'],
    to: 'awaitingPanel',
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
    by: anybody,
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
    by: anybody,
    needs: [],
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

  {
    machine: 'meeting',
    from: ['planned'],
    to: 'tookPlace',
    by: ['officer', 'worker', 'provider'],
    needs: [],
  },
  {
    machine: 'meeting',
    from: ['planned'],
    to: 'missed',
    by: ['officer', 'worker', 'provider'],
    needs: ['reasonGiven'],
  },
  {
    machine: 'meeting',
    from: ['planned'],
    to: 'declined',
    by: ['officer', 'worker', 'provider', 'person'],
    needs: ['reasonGiven'],
  },
];
