import * as z from 'zod';
import type { Day } from '../../domain/day.ts';
import { daysLost } from '../../domain/delay-days.ts';
import { AnyDelayReason, Attributable } from '../../domain/discharge-codes.ts';
import type { ReadyPeriod } from '../../domain/placement-request.ts';

const days = z.int().min(0);

/** Days of delay so far, in all, by the reason given for them, and by whose part they were. */
export const Delay = z.strictObject({
  days,
  byReason: z.array(z.strictObject({ reason: AnyDelayReason, days })),
  byAttributable: z.array(z.strictObject({ attributable: Attributable, days })),
});
export type Delay = z.infer<typeof Delay>;

/** Days of delay up to a day that is not over: see `daysLost`. */
export function delaySoFar(periods: readonly ReadyPeriod[], on: Day): Delay {
  const { days, byReason, byAttributable } = daysLost(periods, on);
  return { days, byReason: [...byReason], byAttributable: [...byAttributable] };
}
