import * as z from 'zod';
import { Instant } from './day.ts';
import { MemberId, PersonId, PersonViewId, ProposalId, RoomId } from './ids.ts';

/** How somebody's own words were obtained. */
export const ViewObtained = z.enum(['inPerson', 'byPhone', 'inWriting', 'withAdvocate', 'withInterpreter']);

const base = {
  id: PersonViewId,
  proposalId: ProposalId,
  personId: PersonId,
  recordedBy: MemberId,
  at: Instant,
};

/**
 * What somebody was shown before they said what they think of a move. Where two rooms fit, a yes to the only one they
 * were shown is no choice, so the panel is told why there was only one.
 */
export const Choice = z.strictObject({
  /** The rooms they were told about, in any order. */
  optionsShown: z.array(RoomId).max(10),
  onlyOneBecause: z.enum(['askedForOne', 'urgent']).nullable(),
});
export type Choice = z.infer<typeof Choice>;

/**
 * What the person said of one proposed move, in their own words; or, where they could not be asked, why. The panel sees
 * it before any score. A "no" stops the proposal and costs the person nothing.
 */
export const PersonView = z.discriminatedUnion('answer', [
  z.strictObject({
    ...base,
    answer: z.enum(['yes', 'no', 'wantsToTalk', 'didNotWantToSay']),
    words: z.string().max(4000).nullable(),
    obtained: ViewObtained,
    ...Choice.shape,
  }),
  z.strictObject({
    ...base,
    answer: z.literal('couldNotBeAsked'),
    because: z.enum(['cannotBeReached', 'lacksCapacity', 'urgent']),
    /** Where the best-interests record stands, for somebody who lacks capacity. */
    bestInterestsRecord: z.string().max(60).nullable(),
  }),
]);
export type PersonView = z.infer<typeof PersonView>;
