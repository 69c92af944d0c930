import * as z from 'zod';
import { Instant } from './day.ts';
import { MemberId, PersonId, PersonViewId, ProposalId } from './ids.ts';

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
 * What the person said of one proposed move, in their own words; or, where they could not be asked, why. The panel sees
 * it before any score. A "no" stops the proposal and costs the person nothing.
 */
export const PersonView = z.discriminatedUnion('answer', [
  z.strictObject({
    ...base,
    answer: z.enum(['yes', 'no', 'wantsToTalk', 'didNotWantToSay']),
    words: z.string().max(4000).nullable(),
    obtained: ViewObtained,
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
