import { type Day, dayFromNumber, dayNumber } from './day.ts';
import type { AnyDelayReason, Attributable } from './discharge-codes.ts';
import type { ReadyPeriod } from './placement-request.ts';

/** Why a day was lost, and whose part that was. */
export interface DayCause {
  readonly delayReason: AnyDelayReason;
  readonly attributable: Attributable;
}

/** A calendar day in London that somebody lost, with the one cause it counts for and the period that names it. */
export interface LostDay extends DayCause {
  readonly on: Day;
  readonly periodId: ReadyPeriod['id'];
}

/** Days lost, split twice: each split sums to `days`. */
export interface DaysLost {
  readonly days: number;
  readonly byReason: readonly { readonly reason: AnyDelayReason; readonly days: number }[];
  readonly byAttributable: readonly { readonly attributable: Attributable; readonly days: number }[];
}

/**
 * The days somebody lost, in order, up to a day that is not over, which does not count yet. The first day of a period
 * counts, the day it ended does not, and a day that two periods name counts once, for the one that began earlier.
 * @source NHS data dictionary, mental health delayed discharge period (SOURCES.md 13)
 */
export function lostDays(periods: readonly ReadyPeriod[], on: Day): LostDay[] {
  const lost = new Map<number, LostDay>();
  const inOrder = [...periods].sort((a, b) => (a.readyOn < b.readyOn ? -1 : a.readyOn > b.readyOn ? 1 : 0));
  for (const period of inOrder) {
    const { id, readyOn, endedOn } = period;
    const end = dayNumber(endedOn !== null && endedOn < on ? endedOn : on);
    for (let n = dayNumber(readyOn); n < end; n++) {
      if (lost.has(n)) continue;
      const day = dayFromNumber(n);
      lost.set(n, { on: day, periodId: id, ...causeOn(period, day) });
    }
  }
  return [...lost.entries()].sort(([a], [b]) => a - b).map(([, day]) => day);
}

/** What a day of a period counts for: the last cause that was given from that day or one before it. */
export function causeOn(period: ReadyPeriod, day: Day): DayCause {
  const { delayReason, attributable, reasonChanges = [] } = period;
  const last = reasonChanges.findLast((one) => one.from <= day);
  return last
    ? { delayReason: last.delayReason, attributable: last.attributable }
    : { delayReason, attributable };
}

/** Days lost so far, in all, by reason and by whose part they were; each split in the order in which it first came up. */
export function daysLost(periods: readonly ReadyPeriod[], on: Day): DaysLost {
  const lost = lostDays(periods, on);
  return {
    days: lost.length,
    byReason: counted(lost.map((one) => one.delayReason)).map(([reason, days]) => ({ reason, days })),
    byAttributable: counted(lost.map((one) => one.attributable)).map(([attributable, days]) => ({
      attributable,
      days,
    })),
  };
}

function counted<Code>(codes: readonly Code[]): [Code, number][] {
  const counts = new Map<Code, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts];
}
