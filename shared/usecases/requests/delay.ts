import * as z from 'zod';
import { type Day, dayNumber } from '../../domain/day.ts';
import { AnyDelayReason } from '../../domain/discharge-codes.ts';
import type { ReadyPeriod } from '../../domain/placement-request.ts';

const days = z.int().min(0);

/** Days of delay so far, in all and by the reason given for them. */
export const Delay = z.strictObject({
  days,
  byReason: z.array(z.strictObject({ reason: AnyDelayReason, days })),
});
export type Delay = z.infer<typeof Delay>;

/**
 * Days of delay up to a day that is not over, which does not count yet. The first day of a period counts, the day it
 * ended does not, and a day that two periods name counts once, for the earlier one.
 * @source NHS data dictionary, mental health delayed discharge period (SOURCES.md 13)
 */
export function delaySoFar(periods: readonly ReadyPeriod[], on: Day): Delay {
  const counted = new Set<number>();
  const byReason = new Map<AnyDelayReason, number>();
  const inOrder = [...periods].sort((a, b) => (a.readyOn < b.readyOn ? -1 : 1));
  for (const { readyOn, endedOn, delayReason } of inOrder) {
    const end = dayNumber(endedOn !== null && endedOn < on ? endedOn : on);
    for (let day = dayNumber(readyOn); day < end; day++) {
      if (counted.has(day)) continue;
      counted.add(day);
      byReason.set(delayReason, (byReason.get(delayReason) ?? 0) + 1);
    }
  }
  return {
    days: counted.size,
    byReason: [...byReason].map(([reason, count]) => ({ reason, days: count })),
  };
}
