import { describe, expect, test } from 'vitest';
import { csvTexts, generate } from '../../infra/local/demo-data/demo-data.ts';
import { Day } from '../../shared/domain/day.ts';
import type { FactChange } from '../../shared/domain/explanation.ts';
import { cellsOf } from '../../shared/files/change-cells.ts';
import { applyChanges } from '../../shared/matching/change.ts';
import { compile, explain, whyNot } from '../../shared/matching/engine.ts';
import type { Facts } from '../../shared/matching/facts.ts';
import type { Nearest } from '../../shared/matching/nearest.ts';
import { checksOf } from '../../shared/matching/pair-check.ts';
import { currentPolicy } from '../../shared/matching/policy.ts';
import { points } from '../../shared/matching/scores/score.ts';
import { serviceModels } from '../../shared/services/index.ts';
import { pairList } from '../support/pair-list.ts';
import {
  type Planned,
  planTexts,
  readOn,
  withCells,
  withoutRow,
  withRow,
} from '../support/planned-folder.ts';

const on = '2026-11-21';
const demo = csvTexts(generate({ partnership: 'southampton', on: Day.parse(on), seed: 7 }));
const planned = planTexts(demo, on);

interface Named {
  readonly person: Planned['plan']['unplaced'][number]['personId'];
  readonly nearest: Nearest;
}

/** What the plan says of each unplaced person for whom some change would open a room. */
const promises: Named[] = planned.plan.unplaced.flatMap(({ personId }) => {
  const found = explain(planned.problem, planned.plan, personId);
  return found?.kind === 'unplaced' && found.nearest ? [{ person: personId, nearest: found.nearest }] : [];
});

/** The pair on other facts: the rules that do not pass, the points, and whether a plan could hold it. */
function pairOn(facts: Facts, { person, nearest }: Named) {
  const problem = compile(facts, currentPolicy, serviceModels(), Day.parse(on));
  const { pool } = problem;
  const s = pool.subjectOf(person);
  const p = pool.placeOf(nearest.roomId);
  if (!s || !p) throw new Error(`${person} or ${nearest.roomId} is gone`);
  const failing = checksOf(s, p, pool.setting).filter((check) => check.verdict !== 'pass');
  const inPlan = pairList(problem).some(
    (pair) => pool.subjects[pair.person] === s && pool.places[pair.room] === p,
  );
  return { failing: failing.map((check) => check.rule), points: points(s, p, pool.setting), inPlan };
}

/** Makes a change the way an officer would: in the cells of the CSV files. */
function inTheFiles(texts: ReadonlyMap<string, string>, change: FactChange): Map<string, string> {
  const { action, file, sourceReference, cells } = cellsOf(change);
  if (action === 'add') return withRow(texts, file, { sourceReference, ...cells });
  if (action === 'remove') return withoutRow(texts, file, sourceReference);
  return withCells(texts, file, sourceReference, cells);
}

/** One promise for every different set of tables and fields that a change touches. */
function oneOfEachKind(): Named[] {
  const kinds = new Map<string, Named>();
  for (const promise of promises) {
    const kind = promise.nearest.changes
      .map((c) => `${c.action} ${c.table} ${Object.keys(c.fields).join()}`)
      .join('; ');
    if (!kinds.has(kind)) kinds.set(kind, promise);
  }
  return [...kinds.values()];
}

describe('the smallest change named for the unplaced people of the demo', () => {
  test('is named for most of them', () => {
    expect(planned.plan.unplaced.length).toBeGreaterThan(60);
    expect(promises.length).toBeGreaterThan(planned.plan.unplaced.length / 2);
  });

  test('makes the predicted match with the predicted points, for each of them', () => {
    for (const promise of promises) {
      const after = pairOn(applyChanges(planned.facts, promise.nearest.changes), promise);
      expect({ person: promise.person, ...after }).toEqual({
        person: promise.person,
        failing: [],
        points: promise.nearest.points,
        inPlan: true,
      });
    }
  });

  test('holds no part that could be left out', () => {
    for (const promise of promises) {
      for (const change of promise.nearest.changes) {
        const rest = promise.nearest.changes.filter((one) => one !== change);
        expect(pairOn(applyChanges(planned.facts, rest), promise).failing, promise.person).not.toEqual([]);
      }
    }
  });

  test('does the same when it is made in the CSV files, for one of each kind of change', () => {
    const kinds = oneOfEachKind();
    expect(kinds.length).toBeGreaterThan(5);
    for (const promise of kinds) {
      const { facts, problems } = readOn(promise.nearest.changes.reduce(inTheFiles, demo), on);
      expect(problems, promise.person).toEqual([]);
      expect(pairOn(facts, promise), promise.person).toEqual({
        failing: [],
        points: promise.nearest.points,
        inPlan: true,
      });
    }
  });

  test('is what why-not names for the same person and room', () => {
    for (const { person, nearest } of promises.slice(0, 10)) {
      const asked = whyNot(planned.problem, planned.plan, person, nearest.roomId);
      expect(asked?.verdict).toBe('ruledOut');
      expect(asked?.change).toEqual({
        changes: nearest.changes,
        points: nearest.points,
        inReach: true,
        rank: nearest.rank,
      });
    }
  });
});
