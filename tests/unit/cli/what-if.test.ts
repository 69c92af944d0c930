import { expect, test } from 'vitest';
import { run } from '../../../functions/cli/program.ts';
import { Day } from '../../../shared/domain/day.ts';

const folder = 'tests/fixtures/one-chain';

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
  expect(out).toMatch(/care-leaver would get a place: no room today, one-more-\S+ on 2026-04-27/);
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

test.each([
  [[], 'What should be different?'],
  [['--more-rooms-like', 'elm-1=none'], 'give a reference and 1 to 50, such as R-07=3'],
  [['--more-rooms-like', 'nowhere'], 'nowhere'],
  [['--without-room', 'elm-1'], 'elm-1 is not listed as free or expected'],
  [['--more-people-like', 'elm-resident'], 'Suppose people like somebody who has none yet'],
  [['--policy', 'package.json'], 'package.json is not a policy'],
])('what cannot be supposed is refused with how to put it right: %j', async (options, said) => {
  const { code, err } = await ask(...options);
  expect(code).toBeGreaterThan(0);
  expect(err).toContain(said);
  expect(err).toContain('Fix: ');
});
