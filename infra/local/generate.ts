import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type Day, parseDay } from '../../shared/domain/day.ts';
import {
  csvTexts,
  demoPartnerships,
  generate,
  isDemoPartnership,
  MOST_PEOPLE,
} from './demo-data/demo-data.ts';

interface Options {
  partnership: string;
  people?: number;
  seed: number;
  on: Day;
  out: string;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

function dayGiven(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new InvalidArgumentError('Give a day such as 2026-11-21.');
  return day;
}

function writeFolder(folder: string, texts: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of texts) writeFileSync(join(folder, name), text);
}

const program = new Command('demo-data')
  .description('Writes a folder of CSV files about a made-up partnership. Nobody in them exists.')
  .addOption(new Option('--partnership <name>', 'which one').choices(demoPartnerships).default('southampton'))
  .option('--people <count>', `how many people, ${MOST_PEOPLE} at most`, wholeNumber)
  .option('--seed <number>', 'any whole number; the same seed gives the same files', wholeNumber, 7)
  .requiredOption('--on <day>', 'day one, such as 2026-11-21', dayGiven)
  .requiredOption('--out <folder>', 'where to write')
  .action(({ partnership, on, seed, people, out }: Options) => {
    if (!isDemoPartnership(partnership)) return;
    try {
      const files = generate({ partnership, on, seed, ...(people !== undefined && { people }) });
      writeFolder(out, csvTexts(files));
      const count = (name: keyof typeof files) => files[name].length;
      console.log(
        `${count('people.csv')} people and ${count('homes.csv')} homes of ${partnership} in ${out}`,
      );
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      program.error(error.message);
    }
  });

program.parse();
