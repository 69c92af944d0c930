import * as z from 'zod';
import { ClientGroup } from './codes.ts';
import { Day } from './day.ts';
import { PersonId, WorkerId } from './ids.ts';
import { Pence } from './money.ts';
import { NhsNumber } from './nhs-number.ts';

/** Care leavers' legal status. @source Children Act 1989 and Children and Social Work Act 2017 (SOURCES.md 17) */
export const CareStatus = z.enum(['none', 'eligible', 'relevant', 'formerRelevant', 'qualifying']);
export type CareStatus = z.infer<typeof CareStatus>;

export const Sex = z.enum(['female', 'male']);
export type Sex = z.infer<typeof Sex>;

/** Who pays the rent: benefits, section 117 aftercare, the person, or nobody yet (no recourse to public funds). */
export const FundingRoute = z.enum(['benefits', 'section117', 'self', 'noRecourse']);
export type FundingRoute = z.infer<typeof FundingRoute>;

export const Pet = z.strictObject({ kind: z.enum(['dog', 'cat', 'other']), assistance: z.boolean() });
export type Pet = z.infer<typeof Pet>;

export const Smokes = z.enum(['no', 'outside', 'inside']);

/** Who the person is. Kept as its own item, apart from every fact the engine reads. */
export const PersonIdentity = z.strictObject({
  id: PersonId,
  name: z.string().min(1).max(120),
  dateOfBirth: Day,
  nhsNumber: NhsNumber.nullable(),
});
export type PersonIdentity = z.infer<typeof PersonIdentity>;

/**
 * What the engine may know of a person: no name, no NHS number, no address. Null means nobody has recorded it yet,
 * and an unknown fact never passes a check that needs it.
 */
export const Person = z.strictObject({
  id: PersonId,
  dateOfBirth: Day,
  sexRegisteredAtBirth: Sex.nullable(),
  clientGroups: z.array(ClientGroup),
  careStatus: CareStatus.nullable(),
  leftResidentialCare: z.boolean().nullable(),
  /** Whether a child was removed from their care. Says which programme is for them, and never anything of risk. */
  childRemoved: z.boolean().nullable().default(null),
  /** Whether they are under a mental health team. */
  secondaryMentalHealthCare: z.boolean().nullable().default(null),
  wantsPaidWork: z.boolean().nullable().default(null),
  householdAdults: z.int().min(1).max(6),
  householdChildren: z.int().min(0).max(10),
  babyDueOn: Day.nullable(),
  pets: z.array(Pet).nullable(),
  smokes: Smokes.nullable(),
  funding: FundingRoute.nullable(),
  canPayWeekly: Pence.nullable(),
  sharedRateExempt: z.boolean().nullable(),
  localConnection: z.boolean().nullable(),
  localConnectionExempt: z.boolean(),
  primaryWorker: WorkerId.nullable(),
  secondWorker: WorkerId.nullable(),
});
export type Person = z.infer<typeof Person>;

/** Everybody who would sleep in the home with this person, an expected baby included. */
export function householdSize(person: Person): number {
  return person.householdAdults + person.householdChildren + (person.babyDueOn === null ? 0 : 1);
}
