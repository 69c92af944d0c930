import * as z from 'zod';
import { transitions } from './transition-table.ts';

export const Machine = z.enum([
  'vacancy',
  'request',
  'proposal',
  'chain',
  'stay',
  'dischargeCase',
  'contactItem',
  'meeting',
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

/** The one transition from a state to another; undefined when there is none. */
export function transition(machine: Machine, from: string, to: string): Transition | undefined {
  return transitions.find((one) => one.machine === machine && one.to === to && one.from.includes(from));
}
