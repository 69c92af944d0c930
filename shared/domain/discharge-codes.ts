import * as z from 'zod';
import { type CodeRow, codesOf } from './codes.ts';

/**
 * Why somebody ready to leave a mental health ward is still there. The letters are the national codes; the labels
 * are ours. The Mental Health Services Data Set itself has counted in numbers since its version 6 (April 2024).
 * @source NHS Data Model and Dictionary, MENTAL HEALTH DELAYED DISCHARGE REASON (SOURCES.md 13)
 */
export const delayReasonCodes = [
  { code: 'A2', label: 'Waiting for a care coordinator' },
  { code: 'B1', label: 'Waiting for public funding' },
  { code: 'C1', label: 'Waiting for other NHS care, such as rehabilitation' },
  { code: 'D1', label: 'Waiting for a care home without nursing' },
  { code: 'D2', label: 'Waiting for a care home with nursing' },
  { code: 'E1', label: 'Waiting for a care package at home' },
  { code: 'F2', label: 'Waiting for equipment, telecare or adaptations' },
  { code: 'G2', label: 'Own or family choice, without a reason' },
  { code: 'G3', label: 'Own or family choice about other NHS care' },
  { code: 'G4', label: 'Own or family choice about a care home without nursing' },
  { code: 'G5', label: 'Own or family choice about a care home with nursing' },
  { code: 'G6', label: 'Own or family choice about a care package at home' },
  { code: 'G7', label: 'Own or family choice about equipment, telecare or adaptations' },
  { code: 'G8', label: 'Own or family choice about a general home or a private landlord' },
  { code: 'G9', label: 'Own or family choice about a supported home' },
  { code: 'G10', label: 'Own or family choice about emergency accommodation from the council' },
  { code: 'G11', label: 'Own or family choice about a social care or family placement of a young person' },
  { code: 'G12', label: 'Own or family choice about a placement the Ministry of Justice must agree to' },
  { code: 'H1', label: 'Dispute' },
  {
    code: 'I2',
    label: 'Waiting for a general home or a private landlord, outside the Housing and Care Acts',
  },
  { code: 'I3', label: 'Single homeless or seeking asylum, outside the Care Act' },
  { code: 'J2', label: 'Waiting for a supported home' },
  { code: 'K2', label: 'Waiting for emergency accommodation from the council' },
  { code: 'L1', label: 'Young person waiting for a social care or family placement' },
  { code: 'M1', label: 'Waiting for the Ministry of Justice to agree to the placement' },
  { code: 'N1', label: 'Waiting for a legal step on capacity or mental health law' },
] as const;

/** A reason that can be given today. */
export const DelayReason = codesOf(delayReasonCodes);
export type DelayReason = z.infer<typeof DelayReason>;

/**
 * Reasons retired on 1 April 2017: still read from old records, never taken anew.
 * @source NHS Data Model and Dictionary, MENTAL HEALTH DELAYED DISCHARGE REASON (SOURCES.md 13)
 */
export const retiredDelayReasonCodes = [
  { code: 'A1', label: 'Waiting for an assessment' },
  { code: 'F1', label: 'Waiting for equipment and adaptations' },
  { code: 'G1', label: 'Own or family choice' },
  { code: 'I1', label: 'Housing, outside the NHS and Community Care Act' },
  { code: 'J1', label: 'Waiting for social care support' },
  { code: 'K1', label: 'Waiting for local health care' },
  { code: 'Z1', label: 'Another reason' },
] as const;
export const RetiredDelayReason = codesOf(retiredDelayReasonCodes);
export type RetiredDelayReason = z.infer<typeof RetiredDelayReason>;

/** A reason as found in a record of any age: the current ones and the retired ones. For imports only. */
export const AnyDelayReason = z.enum([...DelayReason.options, ...RetiredDelayReason.options]);
export type AnyDelayReason = z.infer<typeof AnyDelayReason>;

/** Labels of current and retired reasons in one table, for showing a stored one. */
export const anyDelayReasonCodes: readonly CodeRow<AnyDelayReason>[] = [
  ...delayReasonCodes,
  ...retiredDelayReasonCodes,
];

/** Whether a reason, current or retired, may be given for a new delay. */
export function isCurrentDelayReason(reason: AnyDelayReason): reason is DelayReason {
  return DelayReason.safeParse(reason).success;
}

/**
 * Whose part a delay is.
 * @source NHS Data Model and Dictionary, delayed discharge attributable to (SOURCES.md 13)
 */
export const attributableCodes = [
  { code: '04', label: 'NHS, housing apart' },
  { code: '05', label: 'Social care, housing apart' },
  { code: '06', label: 'NHS and social care together, housing apart' },
  { code: '07', label: 'Housing, supported and specialist homes included' },
] as const;
export const Attributable = codesOf(attributableCodes);
export type Attributable = z.infer<typeof Attributable>;

/**
 * The current reason nearest to a retired one. Assumes the mapping by what the reasons say, since the dictionary names
 * no successors; null for "another reason", which is none in particular.
 */
export const nearestCurrent: Readonly<Record<RetiredDelayReason, DelayReason | null>> = {
  A1: 'A2',
  F1: 'F2',
  G1: 'G2',
  I1: 'I2',
  J1: 'E1',
  K1: 'C1',
  Z1: null,
};

/** What to give instead of a retired reason, in a sentence without a full stop; null for any other value. */
export function insteadOfRetired(reason: unknown): string | null {
  const retired = RetiredDelayReason.safeParse(reason);
  if (!retired.success) return null;
  const nearest = nearestCurrent[retired.data];
  return nearest === null
    ? `${retired.data} was retired in 2017; choose the current reason for what they wait for`
    : `${retired.data} was retired in 2017; ${nearest} is the current reason that fits best`;
}

/** A reason for a new delay; a retired one is refused with the current one that fits best. */
export const NewDelayReason = z.enum(DelayReason.options, {
  error: ({ input }) => insteadOfRetired(input) ?? `one of ${DelayReason.options.join(', ')}`,
});

/**
 * Why a discharge is called off, or somebody is not ready after all. The reasons are the code set's; the names and
 * labels are ours.
 * @source Supported discharge, Nottinghamshire: reasons to cancel (SOURCES.md 33)
 */
export const dischargeEndCodes = [
  { code: 'safeWithoutAssessment', label: 'Safe to leave without an assessment' },
  { code: 'continuingHealthcare', label: 'Entitled to continuing healthcare' },
  { code: 'packageInadequate', label: 'The package of care was not enough' },
  { code: 'treatmentChanged', label: 'Treatment changed' },
  { code: 'refused', label: 'The person refused' },
  { code: 'otherAuthority', label: 'Another council is responsible' },
  { code: 'deteriorated', label: 'The person became unwell again' },
  { code: 'died', label: 'The person died' },
  { code: 'intermediateCare', label: 'Went to intermediate care' },
  { code: 'selfDischarge', label: 'The person discharged themselves' },
  { code: 'ownArrangements', label: 'The person made their own arrangements' },
  { code: 'sentInError', label: 'Sent in error' },
  { code: 'other', label: 'Another reason' },
] as const;
export const DischargeEndCode = codesOf(dischargeEndCodes);

/** A reason from the set; `other` says in words what it is. */
export const DischargeEndReason = z
  .strictObject({ code: DischargeEndCode, detail: z.string().trim().min(1).max(500).nullable() })
  .refine(({ code, detail }) => code !== 'other' || detail !== null, {
    path: ['detail'],
    error: 'another reason needs to be said in words',
  });
export type DischargeEndReason = z.infer<typeof DischargeEndReason>;
