import * as z from 'zod';

/**
 * Codes of CORE, the national record of social lettings, so that a letting can be reported without recoding. The
 * codes are CORE's; the labels are ours.
 */

/** One row of a code table: what is stored, and what people read. */
export interface CodeRow<Code extends string = string> {
  readonly code: Code;
  readonly label: string;
}

/**
 * How much support a home gives or a person needs. `floating` visits a person wherever they live.
 * @source CORE, level of support (SOURCES.md 12)
 */
export const supportLevelCodes = [
  { code: 'low', label: 'Low: staff visit weekly, fortnightly or less' },
  { code: 'medium', label: 'Medium: staff there daily or often, with some cover out of hours' },
  { code: 'high', label: 'High: staff there day and night' },
  { code: 'floating', label: 'Floating: support comes to the person where they live' },
] as const;
export const SupportLevel = codesOf(supportLevelCodes);
export type SupportLevel = z.infer<typeof SupportLevel>;

/**
 * The order of support levels, floating 0 to high 3, in which a step down is a smaller number.
 * Assumes floating support to be the least: CORE does not rank it.
 */
export function supportRank(level: SupportLevel): 0 | 1 | 2 | 3 {
  return RANKS[level];
}
const RANKS = { floating: 0, low: 1, medium: 2, high: 3 } as const;

/**
 * Whom a supported home is meant for.
 * @source CORE, primary client group (SOURCES.md 12)
 */
export const clientGroupCodes = [
  { code: 'A', label: 'People with a physical or sensory disability' },
  { code: 'B', label: 'People living with HIV' },
  { code: 'D', label: 'People with a learning disability' },
  { code: 'E', label: 'People with a mental health need' },
  { code: 'F', label: 'People with a drug problem' },
  { code: 'G', label: 'People with an alcohol problem' },
  { code: 'H', label: 'People with an offence, or at risk of one' },
  { code: 'I', label: 'Refugees' },
  { code: 'L', label: 'People at risk of domestic abuse' },
  { code: 'M', label: 'Older people' },
  { code: 'N', label: 'Single homeless people' },
  { code: 'O', label: 'Homeless families' },
  { code: 'P', label: 'Young people leaving care' },
  { code: 'Q', label: 'Young people at risk' },
  { code: 'R', label: 'Teenage parents' },
  { code: 'S', label: 'People sleeping rough' },
] as const;
export const ClientGroup = codesOf(clientGroupCodes);
export type ClientGroup = z.infer<typeof ClientGroup>;

/**
 * What is let.
 * @source CORE, type of unit at a supported location (SOURCES.md 12)
 */
export const unitTypeCodes = [
  { code: '1', label: 'Self-contained flat or bedsit' },
  { code: '2', label: 'Self-contained flat or bedsit with shared facilities' },
  { code: '3', label: 'Room in a shared flat' },
  { code: '4', label: 'Room in a shared house or hostel' },
  { code: '6', label: 'Bungalow' },
  { code: '7', label: 'Self-contained house' },
] as const;
export const UnitType = codesOf(unitTypeCodes);
export type UnitType = z.infer<typeof UnitType>;

/**
 * Why a room or home is empty.
 * @source CORE, reason the property is vacant, 2024 onwards (SOURCES.md 12)
 */
export const vacancyReasonCodes = [
  { code: '5', label: 'The last resident died and nobody succeeded them' },
  { code: '6', label: 'The last resident left without saying so' },
  { code: '8', label: 'Moved to a private home or another kind of place' },
  { code: '9', label: 'Same person stays: it was temporary accommodation before' },
  { code: '10', label: 'Evicted for rent arrears' },
  { code: '11', label: 'Evicted for antisocial behaviour' },
  { code: '12', label: 'Moved to another social landlord' },
  { code: '13', label: 'Moved within social housing' },
  { code: '14', label: 'Same person stays: a fixed term is renewed' },
  { code: '18', label: 'Moved to a care home' },
  { code: '19', label: 'A successor moved to a smaller home' },
  { code: '20', label: 'Moved to a long-stay hospital or the like' },
  { code: '21', label: 'Evicted for rent arrears and antisocial behaviour' },
  { code: '22', label: 'Another reason' },
] as const;
export const VacancyReason = codesOf(vacancyReasonCodes);
export type VacancyReason = z.infer<typeof VacancyReason>;

/**
 * Who asked for the place. From 2026 CORE asks this in three questions (register, nomination, organisation); these
 * are the answers it took in one until then, from which the three can be told.
 * @source CORE, source of referral, 2025 (SOURCES.md 12)
 */
export const referralSourceCodes = [
  { code: '1', label: 'Moves within the same landlord' },
  { code: '2', label: 'Applied directly' },
  { code: '3', label: 'Nominated by the council' },
  { code: '4', label: 'Referred by the council to a supported home' },
  { code: '7', label: 'Voluntary agency' },
  { code: '8', label: 'Official scheme for moving between areas' },
  { code: '9', label: 'Community learning disability team' },
  { code: '10', label: 'Another social landlord' },
  { code: '14', label: 'Community mental health team' },
  { code: '15', label: 'Health service' },
  { code: '16', label: 'Another source' },
  { code: '17', label: "Children's social care" },
  { code: '18', label: 'Police, probation, prison or youth justice, after a custodial sentence' },
  { code: '19', label: 'Police, probation, prison or youth justice, without a custodial sentence' },
  { code: '20', label: 'Homeless and owed a duty, on no register' },
  { code: '21', label: "The council's register, for its own homes" },
  { code: '22', label: "The council's register, another way" },
  { code: '23', label: "A housing association's own register, another way" },
  { code: '24', label: 'Adult social services' },
] as const;
export const ReferralSource = codesOf(referralSourceCodes);
export type ReferralSource = z.infer<typeof ReferralSource>;

/**
 * Where a person slept the night before a move, or sleeps now.
 * @source CORE, previous home, 2025 onwards (SOURCES.md 12)
 */
export const previousAccommodationCodes = [
  { code: '3', label: 'Private tenancy' },
  { code: '4', label: 'Home that comes with a job' },
  { code: '6', label: 'Another supported home' },
  { code: '7', label: 'Direct-access hostel' },
  { code: '9', label: 'Care home' },
  { code: '10', label: 'Hospital' },
  { code: '13', label: "Children's home or foster care" },
  { code: '14', label: 'Bed and breakfast' },
  { code: '18', label: 'Other temporary accommodation' },
  { code: '19', label: 'Sleeping rough' },
  { code: '21', label: 'Refuge' },
  { code: '23', label: 'Mobile home or caravan' },
  { code: '24', label: 'Home Office asylum support' },
  { code: '25', label: 'Somewhere else' },
  { code: '26', label: 'Own home' },
  { code: '27', label: 'Own home, bought through a low-cost scheme' },
  { code: '28', label: 'With friends or family, for the long term' },
  { code: '29', label: 'Prison or approved premises' },
  { code: '30', label: 'Council tenancy, fixed term' },
  { code: '31', label: 'Council tenancy, for life' },
  { code: '32', label: 'Housing association tenancy, fixed term' },
  { code: '33', label: 'Housing association tenancy, for life' },
  { code: '35', label: 'Extra care housing' },
  { code: '37', label: 'With a host, as a refugee' },
  { code: '38', label: "Older people's housing with low support" },
  { code: '39', label: 'Sofa surfing' },
] as const;
export const PreviousAccommodation = codesOf(previousAccommodationCodes);
export type PreviousAccommodation = z.infer<typeof PreviousAccommodation>;

/**
 * What people read for a code.
 * @throws RangeError when the table has no such code
 */
export function labelOf<Code extends string>(table: readonly CodeRow<Code>[], code: Code): string {
  const row = table.find((each) => each.code === code);
  if (!row) throw new RangeError(`No code ${code} in the table`);
  return row.label;
}

/** A schema that takes the codes of a table and nothing else. */
export function codesOf<const Code extends string>(table: readonly CodeRow<Code>[]) {
  return z.enum(table.map((row) => row.code));
}

/** Codes with a label each, checked to be complete. */
export function labelled<Code extends string>(
  schema: { readonly options: readonly Code[] },
  labels: Readonly<Record<Code, string>>,
): CodeRow<Code>[] {
  return schema.options.map((code) => ({ code, label: labels[code] }));
}
