import { expect, test } from 'vitest';
import type { Plan } from '../../../shared/domain/plan.ts';
import { TermId } from '../../../shared/domain/policy.ts';
import { type Change, compile, type Problem, plan, whatIf } from '../../../shared/matching/engine.ts';
import { type Case, caseOf } from '../../support/naive/random-world.ts';
import { type Dice, dice } from '../../support/random-instance.ts';

const runs = process.env.FULL ? 120 : 12;

type Moved = readonly [points: number, day: string] | null;

const compiled = ({ facts, policy, models, on }: Case): Problem => compile(facts, policy, models, on);

/** The points of everybody in every room by the rules of a problem, read off its columns. */
function pointsIn({ pool, pairs }: Problem): ReadonlyMap<string, number> {
  const points = new Map<string, number>();
  for (const [person, s] of pool.subjects.entries())
    for (let pair = pairs.start[person]!; pair < pairs.start[person + 1]!; pair++)
      points.set(`${s.person.id} ${pool.places[pairs.room[pair]!]!.room.id}`, pairs.points[pair]!);
  return points;
}

function moveIn({ suggestions }: Plan, person: string, points: ReadonlyMap<string, number>): Moved {
  const move = suggestions.find((one) => one.personId === person);
  return move ? [points.get(`${person} ${move.roomId}`)!, move.moveOn] : null;
}

function effectOf(was: Moved, will: Moved): string {
  if (was === null || will === null) return was === will ? '' : was === null ? 'placed' : 'lostPlace';
  if (was[0] < will[0]) return 'betterFit';
  if (was[0] > will[0]) return 'worseFit';
  return was[1] > will[1] ? 'sooner' : was[1] < will[1] ? 'later' : '';
}

/** Other weights, and rooms taken out, each with the world written out as it would be. */
function changesTo(made: Case, today: Problem, chance: Dice): (readonly [Change, Case])[] {
  const wanted = new Set(today.pairs.room);
  const places = today.pool.places.filter((place, room) => place.vacancy !== null && wanted.has(room));
  const weights = { ...made.policy.weights };
  for (const term of TermId.options) weights[term] = chance.below(2) * 100;
  const policy = { ...made.policy, version: 'other', weights };
  return [
    [{ policy }, { ...made, policy }],
    ...places.slice(0, 2).map(({ room }) => {
      const vacancies = made.facts.vacancies.filter((one) => one.roomId !== room.id);
      return [{ withoutRooms: [room.id] }, { ...made, facts: { ...made.facts, vacancies } }] as const;
    }),
  ];
}

test('a change gains or loses people what two plans made apart say, by the fit first and then the day', () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= runs; seed++) {
    const made = caseOf(seed + 3_000, 60);
    const today = compiled(made);
    const [now, points] = [plan(today), pointsIn(today)];
    for (const [change, changed] of changesTo(made, today, dice(seed))) {
      const then = plan(compiled(changed));
      const expected = today.pool.subjects.flatMap(({ person: { id } }) => {
        const effect = effectOf(moveIn(now, id, points), moveIn(then, id, points));
        return effect === '' ? [] : [`${id} ${effect}`];
      });
      const { gains, losses } = whatIf(today, change);
      const reached = [...gains, ...losses].map((one) => `${one.personId} ${one.effect}`);
      expect(reached.sort(), `seed ${seed}`).toEqual(expected.sort());
      for (const { effect } of gains) expect(['placed', 'betterFit', 'sooner']).toContain(effect);
      for (const { effect } of losses) expect(['lostPlace', 'worseFit', 'later']).toContain(effect);
      for (const { effect } of [...gains, ...losses]) seen.add(effect);
    }
  }
  expect([...seen]).toEqual(expect.arrayContaining(['later', 'lostPlace', 'placed', 'sooner', 'worseFit']));
});
