import type { TermId } from '../domain/policy.ts';

/** Each part of a score, as people speak of it. */
export const weightWords: Readonly<Record<TermId, string>> = {
  choice: 'choice',
  support: 'the right support',
  location: 'location',
  readiness: 'being ready',
  continuity: 'keeping their worker',
  household: 'the household',
  affordability: 'what it costs them',
};

/** "1 person", "2 people". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "1st", "2nd", "13th". */
export function nth(n: number): string {
  const teen = n % 100 > 10 && n % 100 < 14;
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}
