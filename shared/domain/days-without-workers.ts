import { type Day, dayNumber } from './day.ts';
import type { WorkerId } from './ids.ts';
import { type Days, isWithin, type WorkerAbsence } from './worker-cover.ts';

/** When somebody was worker to the person. */
export type Held = Days & { readonly workerId: WorkerId };

/** When each worker was away, and who covered. A worker who is not named was never away. */
export type Away = ReadonlyMap<WorkerId, readonly WorkerAbsence[]>;

/** Days end before `until`, which is never open here. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

export interface DaysWithout {
  /** Days in the period from the first day on which the person had a worker, to the last while none has ended for good. */
  readonly of: number;
  /** Those of them on which fewer workers than wanted knew the person. */
  readonly days: number;
  /** The same days, each run of them with how many workers there were. */
  readonly spells: readonly { readonly from: Day; readonly until: Day; readonly workers: number }[];
}

/**
 * The days on which a person had fewer workers than the programme wants. Somebody who is away counts if another covers
 * for them who is not away too; one who covers for the other of two workers makes them one, not two.
 * Counted are the days from the first worker's first day until the last one's end. Each day counts once.
 * @param wanted how many workers the programme's file wants for each person
 * @source Staying Connected, staffing: two workers know each person, so that an absence leaves nobody without one
 */
export function daysWithoutWorkers(
  held: readonly Held[],
  away: Away,
  wanted: number,
  period: Period,
): DaysWithout {
  const counted = countedDays(held, period);
  if (counted === null) return { of: 0, days: 0, spells: [] };
  const edges = [...new Set([counted.from, counted.until, ...edgesOf(held, away)])]
    .filter((day) => day >= counted.from && day <= counted.until)
    .sort();
  const spells = edges.slice(1).flatMap((until, at) => {
    const from = edges[at] ?? until;
    const workers = workersOn(held, away, from);
    return workers < wanted ? [{ from, until, workers }] : [];
  });
  return {
    of: nights(counted),
    days: spells.reduce((sum, spell) => sum + nights(spell), 0),
    spells: joined(spells),
  };
}

/** How many different workers know the person on a day, each absent one replaced by whoever covers. */
export function workersOn(held: readonly Held[], away: Away, day: Day): number {
  const there = held
    .filter((one) => isWithin(one, day))
    .flatMap(({ workerId }) => presentFor(away, workerId, day) ?? []);
  return new Set(there).size;
}

/** The worker, or whoever covers for them that day; null when nobody does, or they are away too. */
function presentFor(away: Away, workerId: WorkerId, day: Day): WorkerId | null {
  const absence = absenceOn(away, workerId, day);
  if (!absence) return workerId;
  const { coveredBy } = absence;
  return coveredBy === null || absenceOn(away, coveredBy, day) ? null : coveredBy;
}

const absenceOn = (away: Away, workerId: WorkerId, day: Day): WorkerAbsence | undefined =>
  away.get(workerId)?.find((one) => isWithin(one, day));

function countedDays(held: readonly Held[], period: Period): Period | null {
  const [first] = held.map((one) => one.from).sort();
  if (first === undefined) return null;
  const from = first > period.from ? first : period.from;
  const ends = held.map((one) => one.until ?? period.until).sort();
  const last = ends.at(-1) ?? period.until;
  const until = last < period.until ? last : period.until;
  return from < until ? { from, until } : null;
}

function edgesOf(held: readonly Held[], away: Away): Day[] {
  const all: Days[] = [...held, ...[...away.values()].flat()];
  return all.flatMap(({ from, until }) => (until === null ? [from] : [from, until]));
}

const nights = ({ from, until }: Period): number => dayNumber(until) - dayNumber(from);

function joined(spells: readonly { from: Day; until: Day; workers: number }[]): DaysWithout['spells'] {
  const together: { from: Day; until: Day; workers: number }[] = [];
  for (const spell of spells) {
    const last = together.at(-1);
    if (last && last.until === spell.from && last.workers === spell.workers) last.until = spell.until;
    else together.push({ ...spell });
  }
  return together;
}
