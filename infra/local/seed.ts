import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SingleBar } from 'cli-progress';
import * as z from 'zod';
import { Day, londonDay } from '../../shared/domain/day.ts';
import type { Api } from './api.ts';
import { keptIn } from './data-folder.ts';
import { type DemoPartnership, demoPartnerships } from './demo-data/demo-data.ts';
import { demoNames } from './demo-users.ts';
import type { LocalRun } from './local-run.ts';
import { type SeedCall, staffOf, type Wave } from './seed-calls.ts';
import { type SeedWaves, seedWaves } from './seed-waves.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The seed of the made-up partnerships. */
const usualSeed = 7;

/** Calls under way at once for each partnership: about as many as the emulator gains from. */
const atOnce = 8;

const Kept = z.object({ on: Day, done: z.boolean() });

/** Tries of one call before it is given up: a busy machine may take longer than a function is given. */
const mostTries = 5;

/** What is loaded: every partnership in full, unless it says otherwise. */
export interface SeedOptions {
  readonly partnerships?: readonly DemoPartnership[];
  readonly people?: number;
}

/** Whether a data folder holds the demo partnerships. */
export function isSeeded(folder: string): boolean {
  return kept(folder)?.done === true;
}

function kept(folder: string): z.infer<typeof Kept> | null {
  const file = keptIn(folder, 'seed');
  return existsSync(file) ? Kept.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/**
 * Loads the demo partnerships by calling the doors as demo users would. The keys of the calls come from the data, and
 * everything is dated from the day of the first try, so one that was cut off goes on where it stopped.
 */
export async function seed(
  run: LocalRun,
  api: Api,
  folder: string,
  { partnerships = demoPartnerships, people }: SeedOptions = {},
): Promise<void> {
  const on = kept(folder)?.on ?? londonDay(run.now());
  writeFileSync(keptIn(folder, 'seed'), JSON.stringify({ on, done: false }));
  await found(run, partnerships);
  const waves = partnerships.map((partnership) => callsOf(partnership, on, people).waves);
  const calls = waves.flat(3).length;
  const bar = process.stderr.isTTY
    ? new SingleBar({ format: 'Loading made-up partnerships {bar} {value}/{total}' })
    : null;
  if (!bar) console.error(`Loading made-up partnerships (${calls} calls) …`);
  bar?.start(calls, 0);
  try {
    await Promise.all(
      waves.map((each) => inWaves(each, (call) => make(api, call).then(() => bar?.increment()))),
    );
  } finally {
    bar?.stop();
  }
  writeFileSync(keptIn(folder, 'seed'), JSON.stringify({ on, done: true }));
}

/**
 * Takes the first steps of the worked story, which {@link seed} leaves to whoever tries the demo. Once they are taken a
 * plan can hold its chain.
 * @param people as many as were seeded
 */
export async function takeFirstSteps(api: Api, folder: string, people?: number): Promise<void> {
  const on = kept(folder)?.on;
  if (on === undefined) throw new Error(`Nothing was loaded into ${folder}.`);
  for (const one of callsOf('southampton', on, people).firstSteps) await make(api, one);
}

const callsOf = (partnership: DemoPartnership, on: Day, people?: number): SeedWaves =>
  seedWaves({ partnership, on, seed: usualSeed, ...(people !== undefined && { people }) });

/** Each wave rests on what the one before has made; within one, jobs run side by side and a job's calls in order. */
async function inWaves(waves: readonly Wave[], call: (one: SeedCall) => Promise<void>): Promise<void> {
  for (const wave of waves) {
    const jobs = wave.values();
    const worker = async (): Promise<void> => {
      for (const job of jobs) for (const one of job) await call(one);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  }
}

async function make(api: Api, call: SeedCall, tries = 1): Promise<void> {
  const { user, method, path, ...asking } = call;
  const { status, body } = await api.ask(user, `${method} ${path}`, asking);
  if (status < 300) return;
  if (status < 500 || tries === mostTries)
    throw new Error(`${method} ${path} as ${user} (${call.key}) answered ${status}: ${JSON.stringify(body)}`);
  return make(api, call, tries + 1);
}

/** What nobody may do over the API, whoever runs the service does with the command line. */
async function found({ table, now }: LocalRun, partnerships: readonly DemoPartnership[]): Promise<void> {
  const env = {
    ...process.env,
    SERVICE: 'command-line',
    TABLE_NAME: table.tableName,
    HASH_SECRET: table.secret,
    DYNAMODB_ENDPOINT: table.endpoint,
    CLOCK_OFFSET_SECONDS: String(Math.round((Date.parse(now()) - Date.now()) / 1000)),
  };
  const command = [`${root}functions/cli/main.ts`, 'found-partnership'];
  await Promise.all(
    partnerships.map((id) => {
      const { name, gssCode } = demoNames[id];
      const { admin } = staffOf(id);
      const args = ['--id', id, '--name', name, '--gss', gssCode, '--admin', admin.id];
      return promisify(execFile)(process.execPath, [...command, ...args], { env });
    }),
  );
}
