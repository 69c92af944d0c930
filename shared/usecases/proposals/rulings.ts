import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import { DeclineReason } from '../../domain/declined-move.ts';
import { RoomId } from '../../domain/ids.ts';
import type { Vote } from '../../domain/panel.ts';
import { asked } from './ask-question.ts';

const reasoned = {
  /** Why, in the member's own words. */
  reason: z.string().trim().min(20).max(4000),
  /** The rules and parts of the score it rests on. */
  criteria: z.array(z.string().trim().min(1).max(40)).min(1).max(20),
};

/** The day on which the panel looks again at how the move went; left out where it need not. */
const looksAgain = { reviewOn: Day.optional() };

const forAll = [
  z.strictObject({ outcome: z.literal('approve'), ...reasoned, ...looksAgain }),
  z.strictObject({
    outcome: z.literal('approveWithConditions'),
    ...reasoned,
    ...looksAgain,
    conditions: z.array(z.string().trim().min(1).max(500)).min(1).max(10),
  }),
  z.strictObject({ outcome: z.literal('decline'), ...reasoned, declineReason: DeclineReason }),
] as const;

/** What a panel member decides on a whole chain. */
export const ChainRuling = z.discriminatedUnion('outcome', forAll);
export type ChainRuling = z.infer<typeof ChainRuling>;

/** What a panel member decides on one proposal. */
export const Ruling = z.discriminatedUnion('outcome', [
  ...forAll,
  /** The room they should be proposed for instead. It ends this proposal; somebody proposes the other. */
  z.strictObject({ outcome: z.literal('preferAlternative'), ...reasoned, alternative: RoomId }),
  /** What is missing, and by when: the clock stands still until it is answered. */
  z.strictObject({ outcome: z.literal('defer'), ...reasoned, ...asked }),
]);
export type Ruling = z.infer<typeof Ruling>;

export type Decline = Extract<Ruling, { outcome: 'decline' | 'preferAlternative' }>;
export type Defer = Extract<Ruling, { outcome: 'defer' }>;

/** What members must have voted for, for a decision to be theirs. */
export function votedFor(outcome: Exclude<Ruling['outcome'], 'defer'>): Vote['for'] {
  return outcome === 'approveWithConditions' ? 'approve' : outcome;
}
