import { describe, expect, test } from 'vitest';
import { Day } from '../../../shared/domain/day.ts';
import { NonAssociationId, VacancyId } from '../../../shared/domain/ids.ts';
import type { Plan, Suggestion } from '../../../shared/domain/plan.ts';
import { compile, type Facts, plan } from '../../../shared/matching/engine.ts';
import { nightsBetween, plusDays, worksOn } from '../../support/naive/days.ts';
import { demoCase } from '../../support/naive/random-world.ts';
import { verifyPlan } from '../../support/naive/verify-plan.ts';

const { facts, policy, models, on } = demoCase({
  partnership: 'southampton',
  people: 60,
  seed: 3,
  on: '2026-12-07',
});
const real = plan(compile(facts, policy, models, on));

const chain = real.chains.find((one) => one.suggestions.length === 3)!;
const [first, second, third] = chain.suggestions.map((id) => real.suggestions.find((one) => one.id === id)!);
const links = [first!, second!, third!] as const;

/** The plan as a fault would have made it. */
const withMove = (move: Suggestion, change: Partial<Suggestion>): Plan => ({
  ...real,
  suggestions: real.suggestions.map((one) => (one === move ? { ...one, ...change } : one)),
});
const withoutMove = (move: Suggestion): Plan => ({
  ...real,
  suggestions: real.suggestions.filter((one) => one !== move),
});

/** The kinds of fault found, each once: the words before the first colon. */
const kindsOf = (found: Plan, from: Facts = facts, by = policy): string[] =>
  [...new Set(verifyPlan(from, by, models, found).map((fault) => fault.split(':')[0]!))].sort();

const before = (day: Day): Day => {
  let at = plusDays(day, -1);
  while (!worksOn(at)) at = plusDays(at, -1);
  return Day.parse(at);
};
const saturdayAfter = (day: Day): Day => {
  let at: string = day;
  while (new Date(at).getUTCDay() !== 6) at = plusDays(at, 1);
  return Day.parse(at);
};

describe('the verifier of plans', () => {
  test('finds nothing wrong with the plan these faults are planted in, a chain of three moves', () => {
    expect(kindsOf(real)).toEqual([]);
    expect(links.map((one) => one.position)).toEqual([0, 1, 2]);
  });

  test('names a move a day before the turnaround is over', () => {
    // The room it frees is then ready earlier than told, and the move comes before the pair's first day.
    expect(kindsOf(withMove(links[1], { moveOn: before(links[1].moveOn) }))).toEqual([
      'ready on',
      'too soon',
      'turnaround',
    ]);
  });

  test('names a move into a room on the night its resident still sleeps there', () => {
    const early = withMove(links[2], { moveOn: before(links[1].moveOn) });
    expect(kindsOf(early)).toEqual(expect.arrayContaining(['turnaround', 'two households']));
  });

  test('names a resident whose own move was left out while somebody takes their room', () => {
    const left = kindsOf(withoutMove(links[1]));
    expect(left).toEqual(expect.arrayContaining(['pool', 'room taken', 'two households']));
  });

  test('names somebody moved twice and a room given twice', () => {
    const other = real.suggestions.find((one) => one.chainId !== chain.id)!;
    const twice: Plan = { ...real, suggestions: [...real.suggestions, { ...other, id: links[0].id }] };
    expect(kindsOf(twice)).toEqual(expect.arrayContaining(['moved twice', 'given twice', 'two households']));
  });

  test('names two people to be kept apart under one roof, whichever of them it was recorded for', () => {
    const mate = facts.stays.find(
      (stay) =>
        stay.status === 'arrived' &&
        stay.personId !== links[2].personId &&
        facts.rooms.some((room) => room.id === stay.roomId && room.homeId === links[2].homeId) &&
        real.suggestions.every((one) => one.personId !== stay.personId),
    )!;
    for (const [personId, otherPersonId] of [
      [mate.personId, links[2].personId],
      [links[2].personId, mate.personId],
    ] as const) {
      const id = NonAssociationId.parse('planted');
      const clash = { id, personId, otherPersonId, recordedOn: on, expiresOn: null };
      const from = { ...facts, nonAssociations: [...facts.nonAssociations, clash] };
      expect(kindsOf(real, from)).toContain('kept apart');
    }
  });

  test('names a home that takes in one more than its licence allows', () => {
    const licence = {
      status: 'held',
      maxPersons: 1,
      maxHouseholds: 1,
      expiresOn: null,
      exemptionBasis: null,
    } as const;
    const homes = facts.homes.map((home) => (home.id === links[2].homeId ? { ...home, licence } : home));
    expect(kindsOf(real, { ...facts, homes })).toEqual(
      expect.arrayContaining(['limit persons', 'limit households']),
    );
  });

  test('names a home over its cap on high risk', () => {
    const homes = facts.homes.map((home) => ({ ...home, maxHighRisk: 0 }));
    const risks = facts.people.map((one, i) => ({
      ...facts.risks[0]!,
      id: facts.risks[0]!.id,
      personId: one.id,
      level: 'high' as const,
      current: true,
      category: 'propertyDamage' as const,
      expiresOn: null,
      recordedOn: Day.parse(plusDays(on, -1 - (i % 2))),
    }));
    expect(kindsOf(real, { ...facts, homes, risks })).toContain('limit highRisk');
  });

  test('names a move at a weekend, one before anybody can move and one beyond the horizon', () => {
    expect(kindsOf(withMove(links[2], { moveOn: saturdayAfter(links[2].moveOn) }))).toContain(
      'not a working day',
    );
    expect(kindsOf(withMove(links[0], { moveOn: before(on) }))).toContain('before anybody can move');
    const far = withMove(links[2], { moveOn: Day.parse(plusDays(on, policy.horizonDays + 7)) });
    expect(kindsOf(far)).toContain('rule in-time');
  });

  test('names a chain longer than the policy allows, and one told in the wrong order', () => {
    expect(kindsOf(real, facts, { ...policy, maxChainMoves: 2 })).toEqual(['chain too long']);
    const turned = real.chains.map((one) =>
      one === chain ? { ...one, suggestions: one.suggestions.toReversed() } : one,
    );
    expect(kindsOf({ ...real, chains: turned })).toContain('chain');
  });

  test('names a team with more new people than it has places, and a move up the ladder', () => {
    const people = facts.people.map((one) =>
      one.id === links[2].personId ? { ...one, primaryWorker: null } : one,
    );
    const workers = facts.workers.map((one) => ({ ...one, caseloadLimit: 0 }));
    expect(kindsOf(real, { ...facts, people, workers })).toContain('caseload');
    const homes = facts.homes.map((home) => ({ ...home, supportLevel: 'high' as const }));
    expect(kindsOf(real, { ...facts, homes })).toContain('rule step-down');
  });

  test('names a plan that takes nothing off for a place that comes after the day it was needed by', () => {
    const requests = facts.requests.map((one) =>
      one.personId === links[2].personId ? { ...one, neededBy: before(links[2].moveOn) } : one,
    );
    expect(kindsOf(real, { ...facts, requests })).toEqual(['points']);
    const late = verifyPlan({ ...facts, requests }, policy, models, real);
    const days = nightsBetween(before(links[2].moveOn), links[2].moveOn);
    const { points } = real.value;
    expect(late).toEqual([`points: the plan says ${points}, its moves ${points - days}`]);
    const dear = { ...policy, latePrice: { perDay: 500, most: 3 } };
    expect(verifyPlan({ ...facts, requests }, dear, models, real)).toEqual([
      `points: the plan says ${points}, its moves ${points - 3}`,
    ]);
  });

  test('names a move after the day somebody leaves the room they have', () => {
    const stays = facts.stays.map((one) =>
      one.status === 'arrived' && one.personId === links[1].personId
        ? { ...one, leavesOn: before(links[1].moveOn) }
        : one,
    );
    expect(kindsOf(real, { ...facts, stays })).toContain('rule in-time');
  });

  test('names somebody who arrives on the very day that a person to be kept apart from them moves out', () => {
    const [leaver] = links;
    const arrival = links[1];
    const id = NonAssociationId.parse('planted');
    const clash = { id, personId: leaver.personId, otherPersonId: arrival.personId, recordedOn: on };
    const from = { ...facts, nonAssociations: [{ ...clash, expiresOn: null }] };
    expect(arrival.roomId).toBe(leaver.fromRoomId);
    const room = facts.rooms.find((one) => one.homeId === arrival.homeId && one.id !== arrival.roomId)!.id;
    for (const [days, told] of [
      [0, true],
      [1, false],
    ] as const) {
      const moveOn = Day.parse(plusDays(leaver.moveOn, days));
      expect(kindsOf(withMove(arrival, { roomId: room, moveOn }), from).includes('kept apart')).toBe(told);
    }
  });

  test('names somebody counted on to leave a home who gave no notice', () => {
    const mates = facts.stays.filter(
      (stay) =>
        stay.status === 'arrived' &&
        facts.rooms.some((room) => room.id === stay.roomId && room.homeId === links[2].homeId) &&
        real.suggestions.every((one) => one.personId !== stay.personId && one.roomId !== stay.roomId),
    );
    const [mate] = mates;
    const clash = { id: NonAssociationId.parse('planted'), personId: mate!.personId, recordedOn: on };
    const nonAssociations = [{ ...clash, otherPersonId: links[2].personId, expiresOn: null }];
    const leaving = (leavesOn: Day | null): Facts => ({
      ...facts,
      nonAssociations,
      requests: facts.requests.filter((one) => one.personId !== mate!.personId),
      stays: facts.stays.map((stay) => (stay === mate ? { ...stay, leavesOn } : stay)),
      vacancies: [
        ...facts.vacancies,
        {
          id: VacancyId.parse('planted'),
          roomId: mate!.roomId,
          reason: '22',
          status: 'expected',
          certainty: 'forecast',
          from: on,
        },
      ],
    });
    const told = [null, links[2].moveOn, before(links[2].moveOn)].map((day) =>
      kindsOf(real, leaving(day)).includes('kept apart'),
    );
    expect(told).toEqual([true, true, false]);
  });

  test('names a room that is said to be ready on another day, and a term said to rest on what nobody recorded', () => {
    const readyOn = Day.parse(plusDays(links[2].roomReadyOn, 1));
    expect(kindsOf(withMove(links[2], { roomReadyOn: readyOn }))).toEqual(['ready on']);
    const terms = links[2].terms.map((one) => ({ ...one, asked: !one.asked }));
    expect(kindsOf(withMove(links[2], { terms }))).toContain('asked');
  });

  test('names a room that goes out of service after somebody has moved in', () => {
    const from = Day.parse(plusDays(links[1].moveOn, 3));
    const works = { ...facts.outOfService[0]!, roomId: links[1].roomId, from, to: null };
    expect(kindsOf(real, { ...facts, outOfService: [works] })).toEqual([
      'out of service',
      'rule in-service',
      'too soon',
    ]);
    const after = Day.parse(plusDays(links[1].moveOn, policy.minimumNights));
    expect(kindsOf(real, { ...facts, outOfService: [{ ...works, from: after }] })).toEqual([]);
  });

  test('names points that are off by one, in a move, a term, a chain or the whole', () => {
    const [term] = links[0].terms;
    const terms = links[0].terms.map((one) => (one === term ? { ...one, points: one.points - 1 } : one));
    expect(kindsOf(withMove(links[0], { points: links[0].points + 1 }))).toContain('points');
    expect(kindsOf(withMove(links[0], { terms }))).toEqual(['points', 'terms']);
    expect(kindsOf({ ...real, value: { ...real.value, points: real.value.points + 1 } })).toContain('points');
    const [zero, one, two] = real.value.placed;
    expect(kindsOf({ ...real, value: { ...real.value, placed: [zero + 1, one, two] } })).toContain('placed');
  });

  test('names somebody of the pool who is not spoken of, and waits or tiers that are not theirs', () => {
    expect(kindsOf({ ...real, unplaced: real.unplaced.slice(1) })).toEqual(['pool']);
    expect(kindsOf(withMove(links[2], { waitDays: links[2].waitDays + 1 }))).toEqual(['wait']);
    expect(kindsOf(withMove(links[2], { tier: 2 }))).toContain('tier');
  });
});
