import { type Day, dayNumber } from '../domain/day.ts';
import type { PlacementRequest, ReadyPeriod } from '../domain/placement-request.ts';
import type { Tier } from '../domain/plan.ts';
import type { Policy, UrgencyGround } from '../domain/policy.ts';

/**
 * Days of delay so far, each counted once over all periods: the day somebody becomes ready counts, the day a period
 * ends does not, and today does not until it is over.
 * @returns null when no period is running today, so that nobody who is not ready counts as delayed
 * @source NHS data dictionary, mental health delayed discharge period (SOURCES.md 13)
 */
export function delayDaysOf(periods: readonly ReadyPeriod[], on: Day): number | null {
  const running = periods.some((one) => one.readyOn <= on && (one.endedOn === null || one.endedOn > on));
  if (!running) return null;
  const today = dayNumber(on);
  const days = new Set<number>();
  for (const period of periods) {
    const end = period.endedOn === null ? today : Math.min(today, dayNumber(period.endedOn));
    for (let day = dayNumber(period.readyOn); day < end; day++) days.add(day);
  }
  return days.size;
}

/** The urgency tier of a request. It orders who comes first; it never adds a point. */
export function tierOf(
  request: PlacementRequest,
  resident: boolean,
  delayDays: number | null,
  policy: Policy,
): Tier {
  const grounds: Readonly<Record<UrgencyGround, boolean>> = {
    delayedDischarge: delayDays !== null,
    unsafeNow: request.unsafeNow,
    homelessNow:
      request.accommodation !== null && policy.homelessAccommodation.includes(request.accommodation),
    waiting: true,
  };
  const [first, second] = policy.tiers;
  if (first?.grounds.some((ground) => grounds[ground])) return 0;
  if (resident) return 3;
  if (second?.grounds.some((ground) => grounds[ground])) return 1;
  return 2;
}
