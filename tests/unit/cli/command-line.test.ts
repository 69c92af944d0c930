import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { run } from '../../../functions/cli/program.ts';
import { Day } from '../../../shared/domain/day.ts';
import { Plan } from '../../../shared/domain/plan.ts';

const fixture = fileURLToPath(new URL('../../fixtures/one-chain', import.meta.url));
const on = ['--on', '2026-04-20'];

async function homeward(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    progress: false,
    today: Day.parse('2026-04-20'),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

function copyOfFixture(): string {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-'));
  cpSync(fixture, folder, { recursive: true });
  return folder;
}

describe('homeward plan', () => {
  test('tells the chain with its days, its points and who is not placed', async () => {
    const { code, out } = await homeward('plan', fixture, ...on);
    expect(code).toBe(0);
    expect(out).toContain('3 people are suggested a move, in 1 chain (1 of two moves or more):');
    expect(out).toContain('A chain of 3 moves, from 30 April 2026 to 11 May 2026.');
    expect(out).toContain('patient, ready to leave hospital for 12 days (delay reason J2');
    expect(out).toContain('1 person is not placed');
    expect(out).toContain('Nothing here is decided.');
  });

  test('plans for today when no day is given, and takes a day as people write it', async () => {
    const told = await homeward('plan', fixture);
    expect(await homeward('plan', fixture, '--on', '20 Apr 2026')).toEqual(told);
    expect(told.code).toBe(0);
  });

  test('prints a plan as JSON that meets its own schema', async () => {
    const { out } = await homeward('plan', fixture, ...on, '--json');
    expect(Plan.parse(JSON.parse(out)).suggestions).toHaveLength(3);
  });

  test('names the row of a bad cell, plans nothing and ends with 1', async () => {
    const folder = copyOfFixture();
    const rooms = join(folder, 'rooms.csv');
    writeFileSync(rooms, readFileSync(rooms, 'utf8').replace('oak-2,oak,', 'oak-2,oka,'));
    const { code, out, err } = await homeward('plan', folder, ...on);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('rooms.csv row 6');
    expect(err).toContain('oka');
    expect(err).toMatch(/Nothing was planned.*\nFix: /);
  });

  test.each<[what: string, file: string, change: (text: string) => string | null]>([
    ['an emptied file', 'anchors.csv', () => ''],
    ['a missing needed file', 'needs.csv', () => null],
    ['a needed column under another name', 'people.csv', (text) => text.replace('dateOfBirth', 'age')],
    [
      'a column that is nearly one of ours',
      'needs.csv',
      (text) => text.replace('highestFloor', 'highestFlor'),
    ],
  ])('plans nothing with %s, and ends with 1', async (_what, file, change) => {
    const folder = copyOfFixture();
    const text = change(readFileSync(join(folder, file), 'utf8'));
    if (text === null) rmSync(join(folder, file));
    else writeFileSync(join(folder, file), text);
    const { code, out, err } = await homeward('plan', folder, ...on);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(file);
    expect(err).toMatch(
      /Nothing was planned: \d+ problems? keeps? a row, a column or a whole file from being read\.\nFix: put (it|them) right/,
    );
  });

  test('plans nothing when a file has nearly the right name, and all the same when it differs in capitals', async () => {
    const area = [...on, '--partnership', 'southampton'];
    const told = await homeward('plan', fixture, ...area);
    const folder = copyOfFixture();
    renameSync(join(folder, 'preferences.csv'), join(folder, 'Preferences.CSV'));
    expect((await homeward('plan', folder, ...area)).out).toBe(told.out);
    renameSync(join(folder, 'Preferences.CSV'), join(folder, 'preference.csv'));
    const { code, err } = await homeward('plan', folder, ...on);
    expect(code).toBe(1);
    expect(err).toContain(
      'preference.csv: is not a file we know, and was not read. Fix: rename it to preferences.csv.',
    );
    expect(err).toContain('Nothing was planned: 1 problem keeps');
  });

  test('tells of a breach and of a column nobody asked for, and plans all the same', async () => {
    const folder = copyOfFixture();
    const homes = join(folder, 'homes.csv');
    const text = readFileSync(homes, 'utf8');
    const [header = '', ...rows] = text.replace('notRequired,,,,', 'held,1,,,').trimEnd().split('\n');
    writeFileSync(homes, [`${header},councilTaxBand`, ...rows.map((row) => `${row},C`)].join('\n'));
    const { code, out, err } = await homeward('plan', folder, ...on);
    expect(code).toBe(0);
    expect(out).not.toBe('');
    expect(err).toContain('councilTaxBand: is not a column of this file; it was not read');
    expect(err).toContain('is below the 2 people who live there today');
  });

  test('names the partnership after the folder, and says when no rates are known for it', async () => {
    const named = (folder: string) => {
      const path = join(mkdtempSync(join(tmpdir(), 'homeward-')), folder);
      cpSync(fixture, path, { recursive: true });
      return path;
    };
    const area = await homeward('plan', named('My  Area (2)'), ...on, '--json');
    expect(Plan.parse(JSON.parse(area.out)).partnership).toBe('my-area-2');
    expect(area.err.split('\n')).toContain(
      'Note: no Local Housing Allowance is on record for "my-area-2", so market rents count as unknown. Use --partnership to name another area.',
    );
    const city = await homeward('plan', named('Southampton'), ...on, '--json');
    expect(Plan.parse(JSON.parse(city.out)).partnership).toBe('southampton');
    expect(city.err).not.toContain('Local Housing Allowance');
    expect((await homeward('plan', fixture, ...on, '--partnership', 'southampton')).err).not.toContain(
      'Allowance',
    );
    expect(
      Plan.parse(JSON.parse((await homeward('plan', named('---'), ...on, '--json')).out)).partnership,
    ).toBe('partnership');
  });

  test('says so when the folder is not there, and ends with 2', async () => {
    const { code, err } = await homeward('plan', join(fixture, 'nowhere'));
    expect(code).toBe(2);
    expect(err).toMatch(/There is no folder .*\nFix: /);
  });

  test('refuses a day that is none and a day the bank holidays do not reach', async () => {
    expect(await homeward('plan', fixture, '--on', '31/02/2026')).toMatchObject({ code: 2 });
    const far = await homeward('plan', fixture, '--on', '2040-01-03');
    expect(far.code).toBe(1);
    expect(far.err).toContain('2035');
  });
});

describe('homeward explain', () => {
  test('shows every term, every check and the alternatives for somebody who is placed', async () => {
    const { code, out } = await homeward('explain', fixture, ...on, '--person', 'patient');
    expect(code).toBe(0);
    expect(out).toContain('How well it fits: 86 of 100 points');
    expect(out).toMatch(/Checks: (\d+) of \1 pass/);
    expect(out).toContain('care-leaver: 100 points; waiting for a first place; waiting 105 days');
  });

  test('names what rules rooms out for somebody who is not', async () => {
    const { out } = await homeward('explain', fixture, ...on, '--person', 'care-leaver');
    expect(out).toContain('care-leaver, waiting for 105 days, is not placed in this plan.');
    expect(out).toContain('elm-1: 100 points, from Mon 11 May 2026; goes to patient');
  });

  test('says who could live in a room and who could not', async () => {
    const { out } = await homeward('explain', fixture, ...on, '--room', 'oak-1');
    expect(out).toContain('suggested for elm-resident from Wed 6 May 2026');
    expect(out).toContain('Who could not, by rule:');
  });

  test('says how firm a move is and what it costs others', async () => {
    const { out } = await homeward('explain', fixture, ...on, '--person', 'patient');
    expect(out).toContain(
      'Without this move the room would go to care-leaver, and this person would get no place.',
    );
    expect(out).toContain('The order would stay the same if any one weight changed by a tenth.');
    expect(out).toContain('They need high support and the home gives high. (Mon 13 Apr 2026)');
  });

  test('says what one more room would add, and which kind is needed most', async () => {
    const { out } = await homeward('explain', fixture, ...on, '--room', 'elm-1');
    expect(out).toContain('One more room like this would let 1 more person move.');
    const needed = await homeward('explain', fixture, ...on, '--rooms-needed');
    expect(needed.code).toBe(0);
    expect(needed.out).toContain('1. Like elm-1 (step-free, staff at night and high support): One more room');
    const both = await homeward('explain', fixture, ...on, '--rooms-needed', '--room', 'elm-1');
    expect(both.code).toBe(2);
  });

  test('answers for somebody who has asked for nothing', async () => {
    const { code, out } = await homeward('explain', fixture, ...on, '--person', 'oak-neighbour');
    expect(code).toBe(0);
    expect(out).toContain('They have no open request for a place.');
  });

  test('asks for one of person and room, and refuses a reference it does not know', async () => {
    expect(await homeward('explain', fixture, ...on)).toMatchObject({ code: 2 });
    const { code, err } = await homeward('explain', fixture, ...on, '--person', 'nobody');
    expect(code).toBe(2);
    expect(err).toContain('people.csv has no person "nobody".');
  });
});

describe('homeward why-not', () => {
  test('names every failed check and what would have to be different', async () => {
    const { code, out } = await homeward(
      'why-not',
      fixture,
      ...on,
      '--person',
      'elm-resident',
      '--room',
      'birch-flat',
    );
    expect(code).toBe(0);
    expect(out).toContain('elm-resident and birch-flat in Birch Court 3: not a match.');
    expect(out).toContain('NO');
    expect(out).toMatch(/It would be a match with \d+ points, 1st in line for the room, if this were so:/);
    expect(out).toContain('requests.csv, row ask-b: stages');
  });

  test('says what the plan would lose when a pair fits and another is better', async () => {
    const { out } = await homeward('why-not', fixture, ...on, '--person', 'care-leaver', '--room', 'elm-1');
    expect(out).toContain('every check passes');
    expect(out).toContain(
      'The room goes to patient. With this move instead, the plan would place 1 person fewer of those “ready to leave hospital and held up, or unsafe where they are”.',
    );
  });

  test('says that staff rooms are never let, and nothing changes that', async () => {
    const { out } = await homeward('why-not', fixture, ...on, '--person', 'patient', '--room', 'elm-office');
    expect(out).toContain('This room is never let.');
    expect(out).toContain('We know of no change to the record that would make this a match');
  });

  test('gives the same as JSON', async () => {
    const { out } = await homeward(
      'why-not',
      fixture,
      ...on,
      '--person',
      'patient',
      '--room',
      'elm-1',
      '--json',
    );
    expect(JSON.parse(out)).toMatchObject({ verdict: 'suggested', points: 86 });
  });
});

describe('homeward solve', () => {
  const person = { kind: 'newcomer', tier: 0, home: -1, wait: 3, traits: 0, avoids: 0 };
  const instance = {
    persons: [
      { ...person, id: 0 },
      { ...person, id: 1, kind: 'resident', tier: 3, home: 0 },
    ],
    rooms: [
      { id: 0, house: 0, level: 3, occupant: 1 },
      { id: 1, house: 1, level: 1, occupant: -1 },
    ],
    edges: [
      [0, 0, 40],
      [1, 1, 25],
    ],
    incompatible: [],
  };
  const write = (value: unknown): string => {
    const file = join(mkdtempSync(join(tmpdir(), 'homeward-')), 'instance.json');
    writeFileSync(file, JSON.stringify(value));
    return file;
  };

  test('prints the certified plan in the neutral shape', async () => {
    const { code, out } = await homeward('solve', write(instance), '--objective', 'points', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      assignments: [
        [0, 0],
        [1, 1],
      ],
      objective: 65,
      upperBound: 65,
      gap: 0,
      chains: [[1, 0]],
      certified: true,
    });
  });

  test('takes a file that begins with its mark', async () => {
    const file = write(instance);
    writeFileSync(file, `\uFEFF${JSON.stringify(instance)}`);
    expect((await homeward('solve', file)).code).toBe(0);
  });

  test('prints nothing a screen would take for a command', async () => {
    const file = write(instance);
    writeFileSync(file, '{"persons": \u001b[2J}');
    const { code, err } = await homeward('solve', file);
    expect(code).toBe(2);
    expect(err).not.toContain('\u001b');
  });

  const [first, second] = instance.persons;
  const [edge] = instance.edges;
  const { rooms: _, ...withoutRooms } = instance;
  test.each([
    ['an edge to a room that is not there', { ...instance, edges: [[0, 7, 40]] }, /edges\[0\]\[1\]/],
    ['a number as text', { ...instance, edges: [[0, 0, '40']] }, /edges\[0\]\[2\].*number/],
    ['points with a fraction', { ...instance, edges: [[0, 0, 40.5]] }, /edges\[0\]\[2\]/],
    ['the same edge twice', { ...instance, edges: [edge, edge] }, /edges\[1\]/],
    ['a missing key', withoutRooms, /rooms: is missing/],
    ['a missing key of millions', { ...instance, edges: undefined }, /edges: is missing/],
    [
      'a missing key of one person',
      { ...instance, persons: [{ ...first, wait: undefined }] },
      /persons\[0\]\.wait: is missing/,
    ],
    ['an unknown key', { ...instance, extra: 1 }, /extra/],
    ['a list instead of an instance', [], /object/],
    ['a person out of order', { ...instance, persons: [second, first] }, /persons\[0\]\.id/],
  ])('names the path of %s', async (_what, value, names) => {
    const { code, err } = await homeward('solve', write(value));
    expect(code).toBe(2);
    expect(err).toMatch(names);
    expect(err.trim().split('\n').length).toBeLessThanOrEqual(6);
  });

  test.each(['', '{"persons": [', '{"persons": [],}', 'persons'])(
    'says that "%s" is no JSON',
    async (text) => {
      const file = write(instance);
      writeFileSync(file, text);
      const { code, err } = await homeward('solve', file);
      expect(code).toBe(2);
      expect(err).toMatch(/is not JSON/);
    },
  );

  test.each([
    [
      'waits',
      { ...instance, persons: [{ ...first, wait: Number.MAX_SAFE_INTEGER }, second] },
      'persons[0].wait',
    ],
    ['a person that is a list', { ...instance, edges: [[[[[]]], 0, 40]] }, 'edges[0][0]'],
  ])('%s too large or too deep end in one line that says where', async (_what, value, where) => {
    const { code, err } = await homeward('solve', write(value), '--objective', 'points');
    expect(code).toBe(2);
    expect(err).toContain(`instance.json: ${where}`);
    expect(err).not.toMatch(/\n\s+at /);
    expect(err).toMatch(/Fix: (scale points or waits down|put right)/);
  });

  test.each(['2', '1000000000', '99999999999999999999'])(
    'a cap of %s moves, which no chain can exceed, costs nothing and leaves no gap',
    async (moves) => {
      const capped = await homeward('solve', write(instance), '--max-chain', moves);
      expect(capped.code).toBe(0);
      expect(capped.out).toBe((await homeward('solve', write(instance))).out);
      expect(capped.out).toContain('Gap: none. No plan is worth more, and that is proved.');
    },
  );

  test('a gap is told by its first number that counts, and never beside the word proved', async () => {
    // Everybody would swap with everybody: the search leaves a gap.
    const many = Array.from({ length: 60 }, (_, id) => id);
    const swaps = {
      persons: many.map((id) => ({ ...second, id, home: id, wait: 0 })),
      rooms: many.map((id) => ({ id, house: id, level: 0, occupant: id })),
      edges: many.flatMap((id) => [1, 7, 11].map((step) => [id, (id + step) % 60, 50 - step])),
      incompatible: [],
    };
    for (const objective of ['points', 'tiers']) {
      const { out } = await homeward('solve', write(swaps), '--objective', objective, '--max-chain', '4');
      expect(out).toMatch(
        /^Gap: up to \d+ more points(, with as many people in every tier)?\. A better plan/m,
      );
      expect(out).not.toContain('proved');
    }
  });

  test.each([
    ['is no JSON', 'position 19900102'],
    ['has a text for a number', JSON.stringify({ ...instance, edges: [['Mary Smith 1990', 0, 40]] })],
    ['has a number that could be anybody’s', JSON.stringify({ ...instance, edges: [[9434765919, 0, 40]] })],
    ['has keys that are names', JSON.stringify({ ...instance, 'Mary Smith 1990': 1 })],
    ['has names for words', JSON.stringify({ ...instance, rooms: 'Mary Smith 1990' })],
  ])('nothing a file holds is told where it %s', async (_what, text) => {
    const file = write(instance);
    writeFileSync(file, text);
    const { code, err } = await homeward('solve', file);
    expect(code).toBe(2);
    expect(err).not.toMatch(/Mary|Smith|1990|9434765919/);
  });

  test('says that a folder cannot be read, rather than that it is no JSON', async () => {
    const { code, err } = await homeward('solve', tmpdir());
    expect(code).toBe(2);
    expect(err).toMatch(/cannot be read/);
  });
});

describe('homeward templates', () => {
  test('writes a folder that can be planned as it is, and never over another', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'homeward-')), 'new');
    expect((await homeward('templates', folder)).code).toBe(0);
    expect(readdirSync(folder)).toContain('data-dictionary.md');
    expect((await homeward('plan', folder, '--on', '2026-05-18')).code).toBe(0);
    const again = await homeward('templates', folder);
    expect(again.code).toBe(2);
    expect(again.err).toContain('is there already');
  });
});

test('an unknown command is refused with what to do, and ends with 2', async () => {
  const { code, err } = await homeward('plna', fixture);
  expect(code).toBe(2);
  expect(err).toContain('homeward --help');
});

test('help ends with 0', async () => {
  const { code, out } = await homeward('--help');
  expect(code).toBe(0);
  expect(out).toContain('why-not');
});
