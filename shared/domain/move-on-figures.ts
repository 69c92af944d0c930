import type { Day } from './day.ts';
import { categoryNow, type DepartureFile, type MoveOnCategory } from './departure.ts';
import type { StayId } from './ids.ts';

/** What a programme counts: the categories that are a good end, and those left out of the whole. */
export interface MoveOnRule {
  readonly planned: readonly MoveOnCategory[];
  readonly excluded: readonly MoveOnCategory[];
}

/** A figure with the stays it counts, so that each can be looked up. */
export interface Excluded {
  readonly category: MoveOnCategory;
  readonly stayIds: readonly StayId[];
}

export interface MoveOnCount {
  /** Everybody who left; `counted` and the excluded ones add up to it. */
  readonly left: number;
  /** The denominator: those who left for a reason that counts. */
  readonly counted: number;
  readonly planned: number;
  /** Of a hundred counted departures, how many were planned, to one decimal; null where nobody is counted. */
  readonly percent: number | null;
  readonly plannedStayIds: readonly StayId[];
  readonly unplannedStayIds: readonly StayId[];
  readonly excluded: readonly Excluded[];
}

/**
 * Planned moves of all counted departures. What is left out is listed by its category, never dropped without a word.
 * @source Supporting People, KPI2: planned moves of all departures from a short-term service
 */
export function countMoveOns(departures: readonly DepartureFile[], rule: MoveOnRule): MoveOnCount {
  const isOut = (one: DepartureFile) => rule.excluded.includes(categoryNow(one));
  const counted = departures.filter((one) => !isOut(one));
  const planned = counted.filter((one) => rule.planned.includes(categoryNow(one)));
  const out = new Map<MoveOnCategory, StayId[]>();
  for (const one of departures.filter(isOut))
    out.set(categoryNow(one), [...(out.get(categoryNow(one)) ?? []), one.stayId]);
  return {
    left: departures.length,
    counted: counted.length,
    planned: planned.length,
    percent: percentOf(planned.length, counted.length),
    plannedStayIds: planned.map(({ stayId }) => stayId),
    unplannedStayIds: counted.filter((one) => !planned.includes(one)).map(({ stayId }) => stayId),
    excluded: [...out].map(([category, stayIds]) => ({ category, stayIds })),
  };
}

export interface SustainmentCount {
  readonly after: string;
  /** Checks whose day has come. */
  readonly due: number;
  /** Of those due, the ones somebody could answer with yes or no: the denominator. */
  readonly known: number;
  readonly sustained: number;
  /** Due and asked, but nobody could say. */
  readonly unknown: number;
  /** Due, and nobody has asked. */
  readonly notAsked: number;
  /** Of a hundred known ones; null where none is known. What is not known is never guessed. */
  readonly percent: number | null;
}

/** How many homes lasted, by time after the move. A check counts from its day on. */
export function countSustained(departures: readonly DepartureFile[], today: Day): SustainmentCount[] {
  const due = departures.flatMap(({ checks }) => checks.filter(({ dueOn }) => dueOn <= today));
  return [...new Set(due.map(({ after }) => after))].map((after) => {
    const ofThese = due.filter((one) => one.after === after);
    const answered = (result: string) => ofThese.filter((one) => one.answer?.result === result).length;
    const sustained = answered('sustained');
    const known = sustained + answered('notSustained');
    const unknown = answered('unknown');
    return {
      ...{ after, due: ofThese.length, known, sustained, unknown },
      notAsked: ofThese.length - known - unknown,
      percent: percentOf(sustained, known),
    };
  });
}

const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 1000) / whole) / 10;
