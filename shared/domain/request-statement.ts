import * as z from 'zod';
import { Day } from './day.ts';
import { ViewObtained } from './person-view.ts';

/**
 * Why somebody may be told of a patient who is not theirs.
 * @source Caldicott principles and UK GDPR Articles 6 and 9 (SOURCES.md 17). Assumes the three answers.
 */
export const sharingBasisCodes = [
  { code: 'agreed', label: 'They agreed to it' },
  {
    code: 'bestInterests',
    label: 'They lack capacity to decide this, and a best-interests decision is on record',
  },
  { code: 'lawful', label: 'They did not agree, and the law lets us share it, such as to keep them safe' },
] as const;
export const SharingBasis = z.enum(sharingBasisCodes.map(({ code }) => code));

/** Why a person's wishes could not be asked for before the request was sent. */
export const UnaskedBecause = z.enum(['cannotBeReached', 'lacksCapacity', 'urgent']);

/** What the person themselves says of moving, before any home is proposed. */
export const OwnWords = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('said'), words: z.string().min(1).max(4000), obtained: ViewObtained }),
  z.strictObject({ answer: z.literal('didNotWantToSay') }),
  z.strictObject({ answer: z.literal('couldNotBeAsked'), because: UnaskedBecause }),
]);
export type OwnWords = z.infer<typeof OwnWords>;

/** What stands in a request in words: what the person says, why it may be shared, and what happens without a home. */
export const RequestStatement = z.strictObject({
  ownWords: OwnWords,
  sharing: z.strictObject({ basis: SharingBasis, on: Day }),
  ifNotHoused: z.string().trim().min(1).max(1000),
});
export type RequestStatement = z.infer<typeof RequestStatement>;
