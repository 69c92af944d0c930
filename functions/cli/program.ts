import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { type Day, parseDay } from '../../shared/domain/day.ts';
import { explainCommand } from './commands/explain.ts';
import { type FoundingOptions, foundPartnershipCommand } from './commands/found-partnership.ts';
import { planCommand } from './commands/plan.ts';
import { solveCommand } from './commands/solve.ts';
import { templatesCommand } from './commands/templates.ts';
import { whatIfCommand } from './commands/what-if.ts';
import { whyNotCommand } from './commands/why-not.ts';
import { CliError, type ExitCode, type Io } from './io.ts';

/**
 * Runs one command line.
 * @param args without the program's own name
 * @returns the exit code; everything to say has been said through `io`
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = build(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return tellError(error, io);
  }
}

function tellError(error: unknown, io: Io): ExitCode {
  if (error instanceof CliError) {
    io.err(`${error.message}\nFix: ${error.fix}`);
    return error.exitCode;
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  throw error;
}

function build(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command('homeward')
    .description('Plans moves into supported homes from a folder of spreadsheets, and explains them.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.err(text.trimEnd()),
    })
    .showHelpAfterError('Run "homeward --help" to see the commands.');
  const onFolder = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .argument('<folder>', 'folder with the CSV files')
      .option('--on <day>', 'the day to plan for, e.g. 2026-11-23 (today when left out)', readDay, io.today)
      .option('--partnership <reference>', 'whose facts these are (the folder’s name when left out)')
      .option('--json', 'print JSON', false);

  onFolder('plan', 'Plan the best moves, chains included, and say why.').action((folder, options) =>
    done(planCommand(folder, options, io)),
  );
  onFolder('explain', 'Explain what the plan does for one person or one room, or what rooms are needed.')
    .option('--person <reference>', 'the person')
    .option('--room <reference>', 'the room')
    .option('--rooms-needed', 'which kind of room would help most, if there were one more')
    .action((folder, options) => done(explainCommand(folder, options, io)));
  onFolder('why-not', 'Say why a person is not suggested for a room, and what would have to be different.')
    .requiredOption('--person <reference>', 'the person')
    .requiredOption('--room <reference>', 'the room')
    .action((folder, options) => done(whyNotCommand(folder, options, io)));
  onFolder('what-if', 'Plan again with something different, and say who would gain and who would lose.')
    .option('--policy <file>', 'another policy, a JSON file')
    .option('--more-rooms-like <reference=count>', 'suppose more rooms like one; may be given again', oneMore)
    .option('--without-room <reference>', 'suppose a listed room were not free; may be given again', oneMore)
    .option(
      '--more-people-like <reference=count>',
      'suppose more people like one; may be given again',
      oneMore,
    )
    .action((folder, options) => done(whatIfCommand(folder, options, io)));
  program
    .command('solve')
    .description('Solve a matching problem without dates: people, rooms and points in a JSON file.')
    .argument('<instance>', 'JSON file')
    .option('--objective <aim>', 'points, or tiers: who is most urgent first', readObjective, 'tiers')
    .option('--max-chain <moves>', 'the most moves in one chain', readCount)
    .option('--json', 'print JSON', false)
    .action((file, options) => done(solveCommand(file, options, io)));
  program
    .command('templates')
    .description('Write empty CSV files to fill in, and a data dictionary, into a folder.')
    .argument('<folder>', 'where to write them')
    .action((folder) => done(templatesCommand(folder, io)));
  program
    .command('found-partnership')
    .description('Found a partnership in a deployed table, with its first system admin.')
    .requiredOption('--id <reference>', 'what it is called in the records, e.g. southampton')
    .requiredOption('--name <name>', 'what people call it')
    .requiredOption('--gss <code>', 'its area, e.g. E06000045')
    .requiredOption('--admin <subject>', 'the subject of the first system admin’s token')
    .option('--policy <file>', 'its own policy, a JSON file (the shipped one when left out)')
    .action(async (options: FoundingOptions) => done(await foundPartnershipCommand(options, io)));
  return program;
}

function readDay(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new InvalidArgumentError('Give a day such as 2026-11-23 or 23 Nov 2026.');
  return day;
}

function readObjective(text: string): 'points' | 'tiers' {
  if (text === 'points' || text === 'tiers') return text;
  throw new InvalidArgumentError('Give points or tiers.');
}

/** Collects an option that may be given more than once. */
const oneMore = (text: string, before: readonly string[] = []): string[] => [...before, text];

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return count;
}
