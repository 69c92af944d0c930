import { parseArgs } from 'node:util';
import { type Day, Instant, londonDay, parseDay } from '../../shared/domain/day.ts';
import { checkDemo } from './demo/check.ts';
import { writeDemoFolder } from './demo/folder.ts';
import { tellDemo } from './demo/tell.ts';

/** The seed of the demo that is shown when none is asked for. */
const usualSeed = 7;

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, on: { type: 'string' }, seed: { type: 'string' } },
});

function dayOf(text: string | undefined): Day {
  if (text === undefined) return londonDay(Instant.parse(new Date().toISOString()));
  const day = parseDay(text);
  if (day === null) throw new RangeError(`"${text}" is not a day. Give one such as --on 2026-11-23.`);
  return day;
}

function seedOf(text: string | undefined): number {
  if (text === undefined) return usualSeed;
  if (!/^\d{1,9}$/.test(text))
    throw new RangeError(`"${text}" is not a seed. Give a whole number such as --seed 8.`);
  return Number(text);
}

try {
  const on = dayOf(values.on);
  const seed = seedOf(values.seed);
  const folder = writeDemoFolder('southampton', on, seed);
  const bristol = writeDemoFolder('bristol', on, seed);
  const told = tellDemo(folder, bristol, on);
  console.log(told.lines.join('\n'));
  if (values.check) {
    const faults = await checkDemo(folder, told, on);
    for (const fault of faults) console.error(`Not as printed: ${fault}`);
    console.log(
      faults.length === 0
        ? '\nChecked: everything printed above holds.'
        : `\n${faults.length} things printed above do not hold.`,
    );
    process.exitCode = faults.length === 0 ? 0 : 1;
  }
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
