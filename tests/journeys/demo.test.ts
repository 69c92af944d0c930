import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type Api, apiAt } from '../../infra/local/api.ts';
import { goThroughStory } from '../../infra/local/check.ts';
import { csvTexts, generate } from '../../infra/local/demo-data/demo-data.ts';
import { type LocalRun, startLocal } from '../../infra/local/local-run.ts';
import { ensurePlan, longestChain, readPlan, tellPlan } from '../../infra/local/plan-told.ts';
import { seed, takeFirstSteps } from '../../infra/local/seed.ts';
import { londonDay } from '../../shared/domain/day.ts';
import { readOutcodes } from '../../shared/files/outcodes.ts';
import { readTables } from '../../shared/files/read-tables.ts';
import { compile, plan as planOf } from '../../shared/matching/engine.ts';
import { currentPolicy } from '../../shared/matching/policy.ts';
import { serviceModels } from '../../shared/services/index.ts';

/** Few enough to load in seconds; the worked story is among them. */
const people = 40;

const folder = mkdtempSync(join(tmpdir(), 'homeward-journey-'));
let run: LocalRun;
let api: Api;

const start = async (): Promise<void> => {
  run = await startLocal({ folder, port: 0, fresh: false });
  api = apiAt(run.url);
};

beforeAll(async () => {
  await start();
  await seed(run, api, folder, { partnerships: ['southampton'], people });
  await takeFirstSteps(api, folder, people);
  await run.startStreams('next');
  await ensurePlan(api, 'officer');
}, 120_000);

afterAll(async () => {
  await run.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The moves the engine plans straight from the files. */
function movesOfFiles(): string[] {
  const on = londonDay(run.now());
  const models = serviceModels();
  const texts = csvTexts(generate({ partnership: 'southampton', on, seed: 7, people }));
  const { facts } = readTables(texts, { partnership: 'southampton', on, models, outcodes: readOutcodes() });
  const { suggestions } = planOf(compile(facts, currentPolicy, models, on));
  return suggestions.map((one) => `${one.personId} ${one.roomId} ${one.moveOn} ${one.points}`).sort();
}

describe('the demo', () => {
  test('plans from what its doors were told just what the engine plans from the files', async () => {
    const { chains } = await readPlan(api, 'officer');
    const moves = chains.flatMap((chain) => chain.suggestions);
    expect(moves.map((one) => `${one.personId} ${one.roomId} ${one.moveOn} ${one.points}`).sort()).toEqual(
      movesOfFiles(),
    );
  });

  test('tells the counts and the longest chain in plain sentences', async () => {
    const plan = await readPlan(api, 'officer');
    const lines = await tellPlan(api, 'officer', plan);
    expect(lines[0]).toContain(
      `a move for ${plan.header.counts.suggestions} of ${plan.header.people} people`,
    );
    expect(lines).toHaveLength(2 + (longestChain(plan)?.suggestions.length ?? 0));
    expect(lines.at(-1)).toContain('story-patient, ready to leave hospital for 12 days, moves there on');
  });

  test('goes through a placement from plan to moving in', async () => {
    const told: string[] = [];
    // The first steps are taken already, and taking them again changes nothing.
    await goThroughStory(
      api,
      () => takeFirstSteps(api, folder, people),
      (line) => told.push(line),
    );
    expect(told.filter((line) => line.includes('moves into'))).toHaveLength(3);
    expect(told.at(-1)).toBe('A new plan stands, and suggests none of these rooms.');
  }, 120_000);

  test('leaves in the mailbox what each party was told, once each, and nothing about anybody', async () => {
    interface File {
      readonly to: string;
      readonly text: string;
    }
    const read = async (): Promise<File[]> => {
      const response = await fetch(`${run.url}/local/mailbox`, { headers: { accept: 'application/json' } });
      return z.array(z.object({ to: z.string(), text: z.string() })).parse(await response.json());
    };
    const subjects = (files: readonly File[]): string[] =>
      files.map(({ to, text }) => `${to}: ${/Subject: (.*)/.exec(text)?.[1]}`);
    const expected = [
      'ward: Please ask somebody what they think of a home',
      'provider: A referral waits for your answer',
      'panel: A move is before the panel',
      'chair: A move is before the panel',
      'ward: A move is approved',
      'ward: Somebody has moved in',
    ];
    await expect
      .poll(async () => subjects(await read()), { timeout: 60_000, interval: 500 })
      .toEqual(expect.arrayContaining(expected));
    const letters = await read();
    const references = letters.map(({ text }) => /^Reference: (.*)$/m.exec(text)?.[1]);
    expect(new Set(references).size).toBe(references.length);
    for (const { text } of letters) expect(text).not.toMatch(/story-|room-|house/);
  }, 120_000);

  test('knows all of it after a restart, the time included', async () => {
    const before = await readPlan(api, 'officer');
    const moment = run.now();
    await run.stop();
    await start();
    await run.startStreams('oldest');
    expect(run.now() >= moment).toBe(true);
    expect((await readPlan(api, 'officer')).header.id).toBe(before.header.id);
  }, 120_000);

  test('refuses a token of its own that is for nobody here', async () => {
    const answer = await api.ask('nobody-here', 'GET /v1/plans/current');
    expect(answer.status).toBe(403);
  });
});
