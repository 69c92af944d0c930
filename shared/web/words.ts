import type * as z from 'zod';
import { labelOf, type VacancyReason, vacancyReasonCodes } from '../domain/codes.ts';
import type { RiskCategory } from '../domain/risk.ts';
import type { OutOfServiceReason } from '../domain/room.ts';
import type { Certainty } from '../domain/vacancy.ts';

/** What the codes of the domain are called on pages. */

export const outOfServiceWords: Readonly<Record<z.infer<typeof OutOfServiceReason>, string>> = {
  repairs: 'Repairs',
  damp: 'Damp or mould',
  infestation: 'Pests',
  deepClean: 'Deep clean',
  adaptations: 'Adaptations',
  safetyCheck: 'Safety check',
  incident: 'After an incident',
  handBack: 'Handed back to the landlord',
  other: 'Something else',
};

export const certaintyWords: Readonly<Record<Certainty, string>> = {
  noticeGiven: 'Notice given',
  leaseEnd: 'Agreement ends',
  forecast: 'Expected, not certain',
};

export const riskWords: Readonly<Record<RiskCategory, string>> = {
  arson: 'Setting fires',
  violence: 'Violence towards others',
  sexualHarm: 'Sexual harm to others',
  exploitsOthers: 'Exploiting others',
  riskOfExploitation: 'Being exploited by others',
  cuckooing: 'Others taking over their home',
  propertyDamage: 'Damage to property',
};

export const codeWords = {
  vacancyReason: (code: VacancyReason): string => labelOf(vacancyReasonCodes, code),
  outOfService: (code: z.infer<typeof OutOfServiceReason>): string => outOfServiceWords[code],
  certainty: (code: Certainty): string => certaintyWords[code],
} as const;

/** `1 day`, `2 days`: a number with its thing. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
