import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../../functions/cli/program.ts';
import { Day } from '../../../shared/domain/day.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { currentPolicy } from '../../../shared/matching/policy.ts';
import { readingGrade } from '../../support/reading.ts';

const folder = 'tests/fixtures/one-chain';
const made = mkdtempSync(join(tmpdir(), 'homeward-'));
afterAll(() => rmSync(made, { recursive: true }));

function policyFile(name: string, change: object): string {
  const file = join(made, `${name}.json`);
  writeFileSync(file, JSON.stringify({ ...currentPolicy, version: name, ...change }));
  return file;
}

function weightsTimes(times: number): Policy['weights'] {
  const weights = { ...currentPolicy.weights };
  for (const term of ['choice', 'support', 'location', 'readiness'] as const) weights[term] *= times;
  return weights;
}

async function ask(...options: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    progress: false,
    today: Day.parse('2026-04-20'),
  };
  const code = await run(['what-if', folder, '--on', '2026-04-20', ...options], io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('one more room like the one the patient is to have houses the care leaver', async () => {
  const { code, out } = await ask('--more-rooms-like', 'elm-1');
  expect(code).toBe(0);
  expect(out).toContain('1 person gains, 0 people lose, for 3 nothing changes.');
  expect(out).toMatch(/care-leaver would get a move: none today, one-more-\S+ on 2026-04-27/);
  expect(out).toContain('Waiting for a first place: 0 and 1 of 1');
});

test('without the vacancy the whole chain is lost, as JSON too', async () => {
  const { out } = await ask('--without-room', 'birch-flat', '--json');
  const { losses } = JSON.parse(out) as { losses: { personId: string; effect: string }[] };
  expect(losses.map((one) => `${one.personId} ${one.effect}`).sort()).toEqual([
    'elm-resident lostPlace',
    'hmo-resident lostPlace',
    'patient lostPlace',
  ]);
});

test('rules that only count more points for the same moves make nobody gain', async () => {
  const { out } = await ask('--policy', policyFile('more-points', { weights: weightsTimes(2) }));
  expect(out).toContain('The plan would place as many of the people there are.');
  expect(out).toContain('Other rules count points in their own way.');
  expect(out).toContain('0 people gain, 0 people lose, for 4 nothing changes.');
});

test('people are counted by the tier they are in today, whatever tier other rules put them in', async () => {
  const tiers = [...currentPolicy.tiers].reverse();
  const { out } = await ask('--policy', policyFile('other-tiers', { tiers }));
  expect(out).toMatch(/care-leaver would get a move: none today, elm-1 on 2026-05-11 \(100 points\) then/);
  expect(out).toMatch(/patient would get no move: elm-1 on 2026-05-11 \(86 points\) today, none then/);
  expect(out).toContain('or unsafe where they are: 1 and 0 of 1');
  expect(out).toContain('Waiting for a first place: 0 and 1 of 1');
});

test('rules that allow more time before the first move make everybody in the chain move later', async () => {
  const { out } = await ask('--policy', policyFile('slower', { leadWorkingDays: 25 }));
  expect(out).toContain('0 people gain, 3 people lose, for 1 nothing changes.');
  expect(out).toMatch(/patient would move later: elm-1 on 2026-05-11/);
});

test('people who are only supposed come behind those who wait, and are nobody’s gain', async () => {
  // Three more rooms for three who are alike. But a house of five needs a licence, which Elm House has not: two can come.
  const { out } = await ask('--more-rooms-like', 'elm-1=3', '--more-people-like', 'care-leaver=2');
  expect(out).toContain('The plan would place 1 person more of those “waiting for a first place”.');
  expect(out).not.toContain('worth');
  expect(out).toContain('The plan would find a place for 1 of 2 supposed people.');
  expect(out).toMatch(/1 person gains, 0 people lose, .*\n {2}care-leaver would get a move/);
  expect(out).toContain('Waiting for a first place: 0 and 1 of 1');
});

test('a room or person named twice is supposed as often as it was asked for', async () => {
  const { out } = await ask(
    ...['--more-rooms-like', 'elm-1', '--more-rooms-like', 'elm-1=2'],
    ...['--more-people-like', 'care-leaver', '--more-people-like', 'care-leaver', '--json'],
  );
  const { supposed } = JSON.parse(out) as { supposed: { rooms: string[]; people: string[] } };
  expect([new Set(supposed.rooms).size, supposed.rooms.length]).toEqual([3, 3]);
  expect([new Set(supposed.people).size, supposed.people.length]).toEqual([2, 2]);
});

test('reads at the grade of a thirteen-year-old', async () => {
  const policy = policyFile('grade', { weights: weightsTimes(2) });
  const all = await Promise.all([
    ask('--policy', policy, '--more-people-like', 'care-leaver=2', '--more-rooms-like', 'elm-1=3'),
    ask('--without-room', 'birch-flat'),
    ask('--more-rooms-like', 'elm-1'),
  ]);
  const sentences = all.flatMap(({ out }) => out.split('\n')).filter((line) => line.endsWith('.'));
  expect(sentences.length).toBeGreaterThan(12);
  expect(readingGrade(sentences, ['care-leaver', 'elm-resident', 'hmo-resident'])).toBeLessThanOrEqual(9);
});

test('a policy that cannot be read is refused with the path of the bad value', async () => {
  const weights = { ...currentPolicy.weights, choice: 'lots' };
  const { code, err } = await ask('--policy', policyFile('bad', { weights }));
  expect(code).toBe(2);
  expect(err).toContain('weights.choice: ');
  expect(err).toContain('Fix: ');
});

test.each([
  [[], 'What should be different?'],
  [['--more-rooms-like', 'elm-1=none'], 'give a reference and 1 to 50, such as R-07=3'],
  [['--more-rooms-like', 'elm-1=1=2'], 'give a reference and 1 to 50, such as R-07=3'],
  [['--more-rooms-like', 'elm-1='], 'give a reference and 1 to 50, such as R-07=3'],
  [['--more-rooms-like', 'elm-1=50', '--more-rooms-like', 'elm-1=50'], 'suppose 50 at most'],
  [['--more-rooms-like', 'nowhere'], 'nowhere'],
  [['--without-room', 'elm-1'], 'elm-1 is not listed as free or expected'],
  [['--more-people-like', 'elm-neighbour'], 'has never asked for a place'],
  [['--more-people-like', 'elm-resident'], 'Suppose people like somebody who has none yet'],
  [['--policy', 'package.json'], 'package.json is not a policy'],
])('what cannot be supposed is refused with how to put it right: %j', async (options, said) => {
  const { code, err } = await ask(...options);
  expect(code).toBeGreaterThan(0);
  expect(err).toContain(said);
  expect(err).toContain('Fix: ');
});

test('what is wrong with a policy is told by its place, fifty times at most, and nothing that it holds', async () => {
  const bands = Array.from({ length: 70 }, () => null);
  const file = policyFile('broken', {
    movePrice: 'Mary Smith 1990',
    'Mary Smith 1990': 1,
    weights: undefined,
    localHousingAllowance: bands,
  });
  const { code, err } = await ask('--policy', file);
  expect(code).toBe(2);
  expect(err).toContain('movePrice: expected number');
  expect(err).toContain('weights: is missing');
  expect(err).toContain(`${file}: and 23 more\n`);
  const told = err.split('\n').filter((line) => line.startsWith(`${file}: `));
  expect(told.length).toBe(51);
  expect(err).not.toMatch(/Mary|Smith|1990/);
});
