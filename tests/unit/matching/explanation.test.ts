import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PersonId, RoomId } from '../../../shared/domain/ids.ts';
import { type Explanation, explain, whyNot } from '../../../shared/matching/engine.ts';
import { roomKinds } from '../../../shared/matching/room-kinds.ts';
import { csvFolder, type Planned, planTexts, withCells, withRow } from '../../support/planned-folder.ts';

const folder = csvFolder(fileURLToPath(new URL('../../fixtures/one-chain', import.meta.url)));
const on = '2026-04-20';
const planned = planTexts(folder, on);

type Kind = Explanation['kind'];
type Of<K extends Kind> = Extract<Explanation, { kind: K }>;

function told<K extends Kind>({ problem, plan }: Planned, kind: K, id: string): Of<K> {
  const found = explain(problem, plan, kind === 'room' ? RoomId.parse(id) : PersonId.parse(id));
  if (found?.kind !== kind) throw new Error(`${id} is ${found?.kind}`);
  return found as Of<K>;
}

describe('what a move costs others', () => {
  test('is the only room with what they cannot do without, and how many others need it', () => {
    const { opportunityCost } = told(planned, 'placed', 'patient');
    expect(opportunityCost.scarce).toContainEqual({
      feature: 'sleepIn',
      rooms: 1,
      nextOn: null,
      others: 1,
      neededByThem: true,
      sentence:
        'It is the only room with staff there at night expected in the next 12 weeks; 1 other person needs one.',
    });
    expect(opportunityCost.without).toMatchObject({
      cost: { placed: [1, 0, -1] },
      roomGoesTo: 'care-leaver',
      personGoesTo: null,
    });
  });

  test('counts the weeks until the next such room', () => {
    const leaving = withCells(folder, 'stays.csv', 'stay-d', { leavesOn: '2026-06-15' });
    const soon = withRow(leaving, 'vacancies.csv', {
      sourceReference: 'elm-soon',
      room: 'elm-2',
      status: 'noticeGiven',
      from: '2026-06-15',
      reason: '13',
    });
    const asking = ['people.csv', 'needs.csv', 'requests.csv'].reduce(
      (texts, file) => withAnother(texts, file, 'care-leaver', 'another'),
      soon,
    );
    const { scarce } = told(planTexts(asking, on), 'placed', 'patient').opportunityCost;
    expect(scarce.find((one) => one.feature === 'sleepIn')).toMatchObject({
      rooms: 2,
      nextOn: '2026-06-18',
      others: 2,
      sentence:
        'It is the only room with staff there at night expected in the next 8 weeks; 2 others need one.',
    });
  });
});

/** The texts with the row of one person there once more, for somebody else. */
function withAnother(
  texts: ReadonlyMap<string, string>,
  file: string,
  person: string,
  other: string,
): Map<string, string> {
  const text = (texts.get(file) ?? '').trimEnd();
  const row = text.split('\n').find((line) => line.split(',').slice(0, 2).includes(person)) ?? '';
  const [reference = ''] = row.split(',');
  const copy = row.replace(reference, `${reference}-${other}`).replace(`,${person},`, `,${person}-${other},`);
  return new Map(texts).set(file, `${text}\n${copy}\n`);
}

describe('the age of the facts', () => {
  test('names the oldest, and a needs assessment that stops counting before the move', () => {
    const old = withCells(folder, 'needs.csv', 'needs-c', { assessedOn: '2026-01-25' });
    const { freshness } = told(planTexts(old, on), 'placed', 'patient');
    expect(freshness.oldest).toMatchObject({ on: '2026-01-25', days: 85 });
    expect(freshness.staleSoon).toEqual([
      {
        fact: 'needs',
        recordedOn: '2026-01-25',
        until: '2026-04-25',
        sentence:
          'The needs assessment is from 25 January 2026 and counts until 25 April 2026. That is before the move.',
      },
    ]);
  });

  test('is no matter where everything is new', () => {
    expect(told(planned, 'placed', 'patient').freshness.staleSoon).toEqual([]);
  });
});

describe('somebody who is not placed', () => {
  test('is told what rules most rooms out, and when a room that fits could be had', () => {
    const { expectations } = told(planned, 'unplaced', 'care-leaver');
    expect(expectations.mostly?.rooms).toBe(2);
    expect(expectations.nextFitOn).toBe('2026-05-11');
  });

  test('is told of a room where only time is in the way, and when it is ready', () => {
    const late = withCells(folder, 'vacancies.csv', 'flat-free', {
      from: '2026-07-30',
      status: 'noticeGiven',
    });
    const { expectations } = told(planTexts(late, on), 'unplaced', 'hmo-resident');
    expect(expectations.onlyTime).toMatchObject([
      { roomId: 'birch-flat', readyOn: '2026-07-30', certainty: 'noticeGiven', waitsFor: 'in-time' },
    ]);
    expect(expectations.onlyTime[0]?.sentence).toContain('further ahead than this plan looks');
  });
});

describe('a room explained', () => {
  test('says what one more like it would add, and stops where another adds nothing', () => {
    const { shadowPrice } = told(planned, 'room', 'elm-1');
    expect(shadowPrice?.steps).toMatchObject([
      { rooms: 1, gain: { placed: [0, 0, 1] }, people: 1, exact: true },
    ]);
    expect(told(planned, 'room', 'oak-1').shadowPrice).toMatchObject({
      steps: [],
      sentence: 'One more room like this would add nothing to the plan.',
    });
    expect(told(planned, 'room', 'elm-office').shadowPrice).toBeNull();
  });

  test('names those whom one rule alone keeps out', () => {
    const dog = withCells(folder, 'people.csv', 'elm-resident', { pets: 'dog' });
    const { nearMisses, nearMissesInAll } = told(planTexts(dog, on), 'room', 'oak-1');
    expect(nearMisses).toMatchObject([{ personId: 'elm-resident', because: { rule: 'pets' } }]);
    expect(nearMissesInAll).toBe(1);
  });
});

describe('the kinds of rooms a plan is short of', () => {
  test('come with the one that helps most first, and what it would add', () => {
    const [best, ...others] = roomKinds(planned.problem, planned.plan);
    expect(best).toMatchObject({ like: 'elm-1', waiting: 1, gain: { gain: { placed: [0, 0, 1] } } });
    expect(others.at(-1)?.gain).toBeNull();
  });
});

test('why-not says where somebody comes in line for a room they fit', () => {
  const { problem, plan } = planned;
  const asked = (person: string, room: string) =>
    whyNot(problem, plan, PersonId.parse(person), RoomId.parse(room))?.rank;
  expect(asked('patient', 'elm-1')).toBe(1);
  expect(asked('care-leaver', 'elm-1')).toBe(2);
  expect(asked('care-leaver', 'oak-1')).toBeNull();
});
