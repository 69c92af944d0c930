import * as z from 'zod';

/** Money in whole pence, never below zero. What it is per (a week, a month, a day) stands in the field's name. */
export const Pence = z.int().nonnegative();
export type Pence = z.infer<typeof Pence>;

const POUNDS = /^£?(?<pounds>\d{1,3}(?:,\d{3})+|\d{1,10})(?:\.(?<pence>\d{1,2}))?$/;

/** Reads pounds as staff write them: `£1,234.50`, `1234.5`, `90`. Null when it is no sum of money, or below zero. */
export function parsePounds(text: string): Pence | null {
  const found = POUNDS.exec(text.replace(/\s/g, ''))?.groups;
  if (!found) return null;
  const { pounds = '', pence = '' } = found;
  const parsed = Pence.safeParse(Number(pounds.replaceAll(',', '')) * 100 + Number(pence.padEnd(2, '0')));
  return parsed.success ? parsed.data : null;
}

/** For people: `£1,234.50`; whole pounds without pence, `£90`. */
export function sayPounds(pence: Pence): string {
  const pounds = String(Math.floor(pence / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = pence % 100;
  return rest === 0 ? `£${pounds}` : `£${pounds}.${String(rest).padStart(2, '0')}`;
}
