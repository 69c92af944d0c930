import { Day } from '../../shared/domain/day.ts';
import type { Plan, PlanValue } from '../../shared/domain/plan.ts';
import { allRules, undatedRules } from '../../shared/matching/checks/rules.ts';
import { compile, type Problem, plan } from '../../shared/matching/engine.ts';
import { Masks } from '../../shared/matching/masks.ts';
import { PointTables } from '../../shared/matching/point-tables.ts';
import { points } from '../../shared/matching/scores/score.ts';
import { demoCase } from '../support/naive/random-world.ts';
import { quantile, timed } from './measure.ts';
import type { Report } from './report.ts';
import { sayTimes } from './table.ts';

const turns = 3;
const sayMillions = (count: number, ms: number): string => `${(count / ms / 1_000).toFixed(1)} million/s`;

/** Partnerships as they are: facts, rules, points and a dated plan. */
export function datedPlans(report: Report, people: number, besideLoop: boolean): void {
  const { facts, policy, models, on } = demoCase({
    partnership: 'southampton',
    on: '2026-11-23',
    seed: 7,
    people,
  });
  report.doing(`a dated partnership of ${people}`);
  const compiled = median(() => compile(facts, policy, models, Day.parse(on)));
  const problem = compiled.value;
  const { subjects, places } = problem.pool;
  const size = `${subjects.length} ask, ${places.length} rooms, ${problem.pairs.room.length} pairs fit`;
  report.tell(people, 'dated partnership compiled', { ms: compiled.ms, note: `${size}; median of ${turns}` });
  const pairs = subjects.length * places.length;
  const checked = median(() => checkAll(problem));
  const checks = pairs * undatedRules.length;
  const note = `people × rooms × ${undatedRules.length} undated rules, masks made anew`;
  report.tell(people, 'hard checks a second', { figure: sayMillions(checks, checked.ms), note });
  const scored = median(() => scoreAll(problem));
  const tables = 'people × rooms, tables made anew';
  report.tell(people, 'pairs scored a second', { figure: sayMillions(pairs, scored.ms), note: tables });
  if (besideLoop) tellLoop(report, people, problem, { checked, scored });
  const planned = median(() => plan(problem));
  report.tell(people, 'its dated plan', {
    ms: planned.ms,
    note: `${sayGap(planned.value)}; median of ${turns}`,
  });
}

function median<T>(run: () => T): { ms: number; value: T } {
  const runs = Array.from({ length: turns + 1 }, () => timed(run)).slice(1);
  return {
    value: runs[0]!.value,
    ms: quantile(
      runs.map(({ ms }) => ms),
      0.5,
    ),
  };
}

/** @returns how many pairs pass all rules that need no date */
function checkAll({ pool: { subjects, places, setting } }: Problem): number {
  const masks = new Masks(undatedRules, subjects, places, setting);
  const into = new Uint32Array(masks.everyRoom.length);
  let passing = 0;
  for (let person = 0; person < subjects.length; person++) {
    masks.allowed(person, into);
    for (let at = 0; at < into.length; at++)
      for (let left = into[at]!; left !== 0; left &= left - 1) passing++;
  }
  return passing;
}

/** @returns the points of all pairs together */
function scoreAll({ pool: { subjects, places, setting } }: Problem): number {
  const tables = new PointTables(subjects, places, setting);
  let sum = 0;
  for (let person = 0; person < subjects.length; person++)
    for (let room = 0; room < places.length; room++) sum += tables.points(person, room);
  return sum;
}

/** The same asked of every rule and term for every pair, in a plain loop. */
function tellLoop(
  report: Report,
  people: number,
  { pool: { subjects, places, setting } }: Problem,
  ours: { readonly checked: { ms: number; value: number }; readonly scored: { ms: number; value: number } },
): void {
  const everyPair = (ask: (s: (typeof subjects)[number], p: (typeof places)[number]) => number): number =>
    subjects.reduce((sum, s) => places.reduce((so, p) => so + ask(s, p), sum), 0);
  const checked = median(() =>
    everyPair((s, p) => {
      // No rule is left out after the first that fails, as none is in the masks.
      let passes = 1;
      for (const rule of undatedRules) if (rule.judge(s, p, setting, setting.on) !== 'pass') passes = 0;
      return passes;
    }),
  );
  const early = median(() =>
    everyPair((s, p) => (allRules.every((rule) => rule.judge(s, p, setting, setting.on) === 'pass') ? 1 : 0)),
  );
  const scored = median(() => everyPair((s, p) => points(s, p, setting)));
  const tell = (what: string, ms: number, beside: { ms: number }) =>
    report.tell(people, what, { ms, note: `${sayTimes(ms / beside.ms)} times as long; median of ${turns}` });
  tell('the same checks in a plain loop over the rules', checked.ms, ours.checked);
  tell('all rules in a plain loop that stops at the first failure', early.ms, ours.checked);
  tell('the same points in a plain loop over the terms', scored.ms, ours.scored);
  if (checked.value !== ours.checked.value)
    report.faults.push(`${ours.checked.value} pairs pass by masks, ${checked.value} by asking every rule`);
  if (scored.value !== ours.scored.value)
    report.faults.push(
      `points of all pairs are ${ours.scored.value} by tables, ${scored.value} by asking every term`,
    );
}

export function sayGap({ exact, value, upperBound }: Plan): string {
  if (exact) return 'proved best';
  const sum = ({ placed }: PlanValue) => placed.join('/');
  return `placed by tier ${sum(value)}, ${value.points} points; bound ${sum(upperBound)}, ${upperBound.points}`;
}
