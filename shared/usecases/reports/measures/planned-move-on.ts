import { addDays } from '../../../domain/day.ts';
import type { Measure, MeasureLine, MeasureRow } from '../measure.ts';
import { isAskedFor, type LivedStay, livedStays, stageOf } from '../of-programme.ts';
import type { ReportFacts } from '../report-facts.ts';

/** Moves that are no leaving, or nobody's doing: told, and in no denominator. */
const excluded = [
  { code: 'steppedUp', words: 'Not counted: went to a home with more support' },
  { code: 'sameLevel', words: 'Not counted: went to another home of the same level' },
  { code: 'homeClosed', words: 'Not counted: the home closed' },
  { code: 'died', words: 'Not counted: died' },
] as const;
type Excluded = (typeof excluded)[number]['code'];

/** Days within which the next home is part of the same move. Assumes a week. */
const sameMoveDays = 7;

const noLevel = 'noLevel';

/**
 * Second Step tells a rate without saying of whom; this one says it.
 * @source Second Step, Bristol: 65 % moved on to more independent living in 2018/19 (SOURCES.md 4)
 */
export const plannedMoveOn: Measure = {
  code: 'plannedMoveOn',
  words: 'Planned moves to more independent housing, by level',
  counted:
    'Somebody who left a home on these days, as a planned move on, to a home of a later level or out of the programme’s homes. Each leaving counts once, at the level that was left.',
  denominator:
    'Everybody who left a home of the level on these days, but for those who went to more support or to another home of the same level, whose home closed, or who died: those are told below.',
  unit: 'stays',
  figure: 'sum',
  needs: ['requests', 'proposals', 'stays', 'homes'],
  count: (facts) => {
    const levels = levelsOf(facts);
    const left = levels.flatMap(({ id }) => [`${id}.planned`, `${id}.other`]);
    const rates = levels.map(({ id, name }): MeasureLine => {
      const planned = [`${id}.planned`];
      return { code: id, words: name, cells: planned, of: [...planned, `${id}.other`] };
    });
    const planned = rates.flatMap(({ cells }) => cells);
    return {
      rows: leavings(facts),
      lines: [
        { code: 'all', words: 'All levels', cells: planned, of: left },
        ...rates,
        ...excluded.map(({ code, words }) => ({ code, words, cells: [code], of: null })),
      ],
    };
  },
};

/** The stages people live in, and a last one for homes that name none. */
function levelsOf({ model }: ReportFacts): { id: string; name: string }[] {
  const stages = model.stages.filter(({ beds }) => beds).toSorted((a, b) => a.order - b.order);
  return [...stages.map(({ id, name }) => ({ id, name })), { id: noLevel, name: 'Homes without a level' }];
}

function leavings(facts: ReportFacts): MeasureRow[] {
  const lived = livedStays(facts);
  const byPerson = Map.groupBy(lived, ({ stay }) => stay.personId);
  return lived.flatMap((one): MeasureRow[] => {
    const { stay } = one;
    if (stay.status === 'arrived' || !isAskedFor(facts, stay.departedOn)) return [];
    const next = nextOf(one, byPerson.get(stay.personId) ?? []);
    const level = levelOf(facts, one);
    const out = whyExcluded(facts, one, next);
    const cell = out ?? `${level}.${stay.reason === 'plannedMoveOn' ? 'planned' : 'other'}`;
    return [
      {
        ...{ kind: 'stay', reference: stay.id, cell, on: stay.departedOn, counted: 1 },
        personId: stay.personId,
      },
    ];
  });
}

function levelOf(facts: ReportFacts, { home }: LivedStay): string {
  const stage = stageOf(facts, home);
  return facts.model.stages.some(({ id, beds }) => id === stage && beds) ? (stage ?? noLevel) : noLevel;
}

/** The home of the programme that somebody went to in the same move. */
function nextOf({ stay }: LivedStay, theirs: readonly LivedStay[]): LivedStay | undefined {
  if (stay.status === 'arrived') return undefined;
  const last = addDays(stay.departedOn, sameMoveDays);
  return theirs
    .filter((one) => one.stay.id !== stay.id && one.stay.from >= stay.departedOn && one.stay.from <= last)
    .toSorted((a, b) => (a.stay.from < b.stay.from ? -1 : 1))[0];
}

function whyExcluded(facts: ReportFacts, left: LivedStay, next: LivedStay | undefined): Excluded | null {
  const { stay } = left;
  if (stay.status === 'arrived') return null;
  if (stay.reason === 'died' || stay.reason === 'homeClosed') return stay.reason;
  if (stay.reason === 'stepUp') return 'steppedUp';
  if (!next) return null;
  const [before, after] = [left, next].map((one) => orderOf(facts, one));
  if (before === undefined || after === undefined) return null;
  return after < before ? 'steppedUp' : after === before ? 'sameLevel' : null;
}

function orderOf(facts: ReportFacts, { home }: LivedStay): number | undefined {
  const stage = stageOf(facts, home);
  return facts.model.stages.find(({ id }) => id === stage)?.order;
}
