import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Api, apiAt } from './api.ts';
import { goThroughStory } from './check.ts';
import { demoPartnerships } from './demo-data/demo-data.ts';
import { greeting } from './greeting.ts';
import { type LocalRun, startLocal } from './local-run.ts';
import { ensurePlan, readPlan, tellPlan } from './plan-told.ts';
import { isSeeded, seed, takeFirstSteps } from './seed.ts';
import { staffOf } from './seed-calls.ts';

const usualFolder = '.homeward/local';
const usualPort = 3000;

const { values: asked } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    folder: { type: 'string' },
  },
});

/** Runs the demo until somebody stops it. */
async function demo(): Promise<void> {
  const folder = asked.folder ?? usualFolder;
  const run = await started(folder, portOf(process.env.PORT));
  const api = apiAt(run.url);
  await load(run, api, folder);
  const lines = await tellPlan(api, 'officer', await readPlan(api, 'officer'));
  console.log([...greeting(run.url, folder), ...lines, '', `Homeward is ready at ${run.url}`].join('\n'));
}

/** Starts it apart from any other run, goes through one placement and stops. */
async function check(): Promise<void> {
  const folder = asked.folder ?? mkdtempSync(join(tmpdir(), 'homeward-check-'));
  const run = await started(folder, 0);
  const api = apiAt(run.url);
  await load(run, api, folder);
  await goThroughStory(
    api,
    () => takeFirstSteps(api, folder),
    (line) => console.log(line),
  );
  await stop();
  // What went wrong could be read there, if anything had.
  if (asked.folder === undefined) rmSync(folder, { recursive: true, force: true });
  console.log('Checked: a placement goes through from an empty flat to moving in.');
}

async function started(folder: string, port: number): Promise<LocalRun> {
  const run = await startLocal({ folder, port, fresh: asked.fresh });
  atEnd.push(run.stop);
  return run;
}

/** Loads the demo partnerships into a folder that has none, and sees that each has a plan. */
async function load(run: LocalRun, api: Api, folder: string): Promise<void> {
  const isNew = !isSeeded(folder);
  if (isNew) await seed(run, api, folder);
  await run.startStreams(isNew ? 'next' : 'oldest');
  await Promise.all(demoPartnerships.map((one) => ensurePlan(api, staffOf(one).officer.id)));
}

const atEnd: (() => unknown)[] = [];

async function stop(): Promise<void> {
  for (const one of atEnd.splice(0).reverse()) await one();
}

function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return usualPort;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new RangeError(`"${text}" is no port. Give a number such as PORT=3001 npm run demo`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    stopped = true;
    await stop();
    process.exit(asked.check ? 1 : 0);
  });
let stopped = false;

try {
  await (asked.check ? check() : demo());
} catch (fault) {
  await stop();
  // Whatever was under way when somebody stopped it fails, and needs no telling.
  if (!stopped) {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exit(1);
  }
}
