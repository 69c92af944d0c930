import { describe, expect, test } from 'vitest';
import {
  compile,
  type Facts,
  type Problem,
  plan,
  type WhatIf,
  whatIf,
} from '../../../shared/matching/engine.ts';
import { type Case, caseOf } from '../../support/naive/random-world.ts';
import { type Dice, dice } from '../../support/random-instance.ts';

const runs = process.env.FULL ? 120 : 12;
const worlds = Array.from({ length: runs }, (_, i) => caseOf(i + 3_001, 60));

const compiled = ({ facts, policy, models, on }: Case): Problem => compile(facts, policy, models, on);

const reachedBy = ({ gains, losses }: WhatIf): WhatIf['gains'] => [...gains, ...losses];

/** How many people of the tiers that a plan's value counts are moved. */
const moved = ({ tiers }: WhatIf, at: 'before' | 'after'): number =>
  tiers.filter(({ tier }) => tier < 3).reduce((sum, tier) => sum + tier[at], 0);

const placed = ({ value }: WhatIf['before']): number => value.placed.reduce((sum, one) => sum + one, 0);

/** A room that is listed and that somebody could move into. */
function wantedRoom({ pairs, pool }: Problem): string | undefined {
  const wanted = new Set(pairs.room);
  return pool.places.find((place, room) => place.vacancy !== null && wanted.has(room))?.room.id;
}

function shuffledFacts(facts: Facts, chance: Dice): Facts {
  const shuffled = Object.entries(facts).map(([name, value]) => [
    name,
    Array.isArray(value) ? chance.shuffled(value) : value,
  ]);
  return { ...facts, ...Object.fromEntries(shuffled) };
}

describe('a plan with something different', () => {
  test('changes nothing for anybody when nothing is different', () => {
    for (const made of worlds) {
      const found = whatIf(compiled(made), {});
      expect([found.gains, found.losses, found.supposed]).toEqual([
        [],
        [],
        { rooms: [], people: [], peopleMoved: 0 },
      ]);
      expect(found.after).toEqual(found.before);
    }
  });

  test('says of everybody what became of them, as the two plans have it', () => {
    let gained = 0;
    for (const made of worlds) {
      const today = compiled(made);
      const like = today.pool.places.find((place) => place.room.id === wantedRoom(today))?.room.id;
      if (!like) continue;
      const found = whatIf(today, { moreRooms: [{ like, count: 2 }] });
      expect(found.supposed.rooms).toHaveLength(2);
      expect(reachedBy(found).length + found.unchanged).toBe(today.pool.subjects.length);
      const was = new Map(plan(today).suggestions.map((one) => [one.personId, one]));
      for (const { personId, before } of reachedBy(found)) {
        const move = was.get(personId);
        expect(before).toEqual(
          move ? { roomId: move.roomId, points: move.points, moveOn: move.moveOn } : null,
        );
      }
      const sum = (at: 'before' | 'after') => found.tiers.reduce((total, tier) => total + tier[at], 0);
      expect(sum('before')).toBe(was.size);
      const effect = (name: string) => reachedBy(found).filter((one) => one.effect === name).length;
      expect(sum('after') - sum('before')).toBe(effect('placed') - effect('lostPlace'));
      expect([moved(found, 'before'), moved(found, 'after')]).toEqual([
        placed(found.before),
        placed(found.after),
      ]);
      gained += found.gains.length;
    }
    expect(gained).toBeGreaterThan(3);
  });

  test('is worth no less with one more room', () => {
    let more = 0;
    for (const made of worlds) {
      const today = compiled(made);
      for (const { room } of today.pool.places.filter((one) => one.vacancy !== null).slice(0, 3)) {
        const { before, after } = whatIf(today, { moreRooms: [{ like: room.id, count: 1 }] });
        if (!before.exact || !after.exact) continue;
        const rise = [...after.value.placed, after.value.points].map(
          (one, i) => one - ([...before.value.placed, before.value.points][i] ?? 0),
        );
        const first = rise.find((one) => one !== 0) ?? 0;
        expect(first, room.id).toBeGreaterThanOrEqual(0);
        if (first > 0) more++;
      }
    }
    expect(more).toBeGreaterThan(3);
  });

  test('never counts people who are only supposed, but says how many of them it would move', () => {
    let together = 0;
    for (const made of worlds) {
      const today = compiled(made);
      const room = today.pool.places.find((place) => place.room.id === wantedRoom(today))?.room.id;
      const moreRooms = room ? [{ like: room, count: 4 }] : [];
      const likes = today.pool.subjects.filter((s) => s.stay === null);
      for (const like of likes) {
        const found = whatIf(today, { moreRooms, morePeople: [{ like: like.person.id, count: 3 }] });
        expect(found.supposed.people).toHaveLength(3);
        expect(found.tiers.reduce((sum, tier) => sum + tier.people, 0)).toBe(today.pool.subjects.length);
        expect(moved(found, 'after') + found.supposed.peopleMoved).toBe(placed(found.after));
        for (const { personId } of reachedBy(found)) expect(found.supposed.people).not.toContain(personId);
        together += found.supposed.peopleMoved;
      }
    }
    expect(together).toBeGreaterThan(3);
  });

  test('lets nobody who waits lose a place to somebody just like them who joins the queue', () => {
    let joined = 0;
    for (const made of worlds) {
      const today = compiled(made);
      for (const { personId } of plan(today).suggestions) {
        const s = today.pool.subjects.find((one) => one.person.id === personId);
        if (!s || s.stay || s.waitDays === 0) continue;
        const found = whatIf(today, { morePeople: [{ like: personId, count: 1 }] });
        if (!found.before.exact || !found.after.exact) continue;
        joined++;
        const lost = found.losses.filter(({ effect }) => effect === 'lostPlace');
        expect(lost.map((one) => one.personId)).not.toContain(personId);
      }
    }
    expect(joined).toBeGreaterThan(3);
  });

  test('is the same in whatever order the facts come', () => {
    for (const [seed, made] of worlds.slice(0, 6).entries()) {
      const like = made.facts.vacancies[0]?.roomId;
      if (!like) continue;
      const change = { moreRooms: [{ like, count: 2 }] };
      const other = { ...made, facts: shuffledFacts(made.facts, dice(seed + 1)) };
      expect(JSON.stringify(whatIf(compiled(other), change))).toBe(
        JSON.stringify(whatIf(compiled(made), change)),
      );
    }
  });
});

describe('other rules', () => {
  test('reach nobody whose room and day stay the same, however they count points', () => {
    let reached = 0;
    for (const [i, made] of worlds.entries()) {
      const { below } = dice(i + 1);
      const weights = { ...made.policy.weights };
      for (const term of Object.keys(weights) as (keyof typeof weights)[]) weights[term] = below(2) * 100;
      const found = whatIf(compiled(made), { policy: { ...made.policy, version: 'other', weights } });
      for (const { before, after } of reachedBy(found))
        expect([after?.roomId, after?.moveOn]).not.toEqual([before?.roomId, before?.moveOn]);
      reached += reachedBy(found).length;
    }
    expect(reached).toBeGreaterThan(3);
  });

  test('leave the points of a move as today’s rules give them', () => {
    for (const made of worlds.slice(0, 6)) {
      const today = compiled(made);
      const [first, second, third] = made.policy.tiers as [never, never, never];
      const policy = { ...made.policy, version: 'other', tiers: [third, second, first], movePrice: 30 };
      const found = whatIf(today, { policy });
      const points = new Map(
        today.pool.subjects.flatMap(({ person }, at) =>
          Array.from({ length: today.pairs.start[at + 1]! - today.pairs.start[at]! }, (_, i) => {
            const pair = today.pairs.start[at]! + i;
            const room = today.pool.places[today.pairs.room[pair]!]!.room.id;
            return [`${person.id} ${room}`, today.pairs.points[pair]!] as const;
          }),
        ),
      );
      for (const { personId, after } of reachedBy(found))
        if (after) expect(after.points).toBe(points.get(`${personId} ${after.roomId}`) ?? after.points);
      const tiers = today.pool.subjects.map((s) => s.tier);
      for (const { tier, people } of found.tiers)
        expect(people).toBe(tiers.filter((one) => one === tier).length);
    }
  });
});
