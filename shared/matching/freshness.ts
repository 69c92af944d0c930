import { type Day, dayFromNumber, dayNumber, sayDay } from '../domain/day.ts';
import type { Check, Evidence, TermScore } from '../domain/explanation.ts';
import type { Suggestion } from '../domain/plan.ts';
import { gateFor } from './checks/progress.ts';
import type { Problem } from './compile.ts';
import type { Place, Subject } from './pool-types.ts';

/** Something that counts for some days only. */
export interface StaleSoon {
  readonly fact: 'needs' | 'readiness';
  readonly recordedOn: Day;
  /** The last day on which it counts. */
  readonly until: Day;
  readonly sentence: string;
}

/** How old the facts behind a suggestion are. */
export interface Freshness {
  /** The oldest dated fact that a check or a term rests on; null when none of them has a date. */
  readonly oldest: {
    readonly of: string;
    readonly fact: string;
    readonly on: Day;
    readonly days: number;
  } | null;
  /** What stops counting before the move, or within four weeks of the plan. */
  readonly staleSoon: readonly StaleSoon[];
  readonly sentence: string;
}

/** Days ahead in which something is said to be stale soon. */
const soonDays = 28;

export function freshnessOf(problem: Problem, s: Subject, p: Place, suggestion: Suggestion): Freshness {
  const { setting } = problem.pool;
  const oldest = oldestOf([...suggestion.checks, ...suggestion.terms], setting.onDay);
  const until = Math.max(setting.on + soonDays, dayNumber(suggestion.moveOn));
  const staleSoon = runningOut(problem, s, p, suggestion.moveOn).filter(
    (one) => dayNumber(one.until) < until,
  );
  const days = oldest === null ? 0 : setting.on - dayNumber(oldest.on);
  return {
    oldest: oldest && { of: oldest.of, fact: oldest.fact, on: oldest.on, days },
    staleSoon,
    sentence: [
      oldest === null
        ? 'No fact behind this has a date.'
        : `The oldest dated fact behind this is from ${sayDay(oldest.on)}.`,
      ...staleSoon.map((one) => one.sentence),
    ].join(' '),
  };
}

type Dated = Evidence & { readonly on: Day };

function oldestOf(reasons: readonly (Check | TermScore)[], today: Day): Dated | null {
  return reasons
    .flatMap((one) => one.evidence)
    .filter((one): one is Dated => one.on !== null && one.on <= today)
    .reduce<Dated | null>((oldest, one) => (oldest === null || one.on < oldest.on ? one : oldest), null);
}

function runningOut(problem: Problem, s: Subject, p: Place, moveOn: Day): StaleSoon[] {
  const ratings = (gateFor(s, p)?.domains ?? []).flatMap(({ rating }) => rating?.on ?? []).sort();
  const [rated] = ratings;
  return [
    ...(s.needs === null ? [] : [ending('needs', s.needs.assessedOn, problem.policy.needsValidDays, moveOn)]),
    ...(rated === undefined ? [] : [ending('readiness', rated, s.model.readiness.validDays, moveOn)]),
  ];
}

const what = { needs: 'The needs assessment', readiness: 'The oldest skill rating' } as const;

function ending(fact: StaleSoon['fact'], recordedOn: Day, validDays: number, moveOn: Day): StaleSoon {
  const until = dayFromNumber(dayNumber(recordedOn) + validDays);
  const late = until < moveOn ? ' That is before the move.' : '';
  return {
    fact,
    recordedOn,
    until,
    sentence: `${what[fact]} is from ${sayDay(recordedOn)} and counts until ${sayDay(until)}.${late}`,
  };
}
