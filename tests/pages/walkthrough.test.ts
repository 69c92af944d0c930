import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiAt } from '../../infra/local/api.ts';
import { type LocalRun, startLocal } from '../../infra/local/local-run.ts';
import { ensurePlan } from '../../infra/local/plan-told.ts';
import { seed } from '../../infra/local/seed.ts';
import { londonDay } from '../../shared/domain/day.ts';
import { openBrowser } from '../support/browser.ts';
import {
  adoptChain,
  answerReferrals,
  callPanel,
  decide,
  listVacancy,
  recordAnswer,
  recordViews,
  requestPlacement,
  reviewRequest,
  seePlan,
  signedIn,
  type Walk,
} from '../support/walkthrough.ts';

/** Few enough to load in seconds; the homes of the story are among them. */
const people = 40;

/** Where the pictures of the README are. */
const pictures = fileURLToPath(new URL('../../.github/walkthrough/', import.meta.url));

/** Pixels of the height of a picture at most. */
const mostHeight = 1300;

const folder = mkdtempSync(join(tmpdir(), 'homeward-walk-'));
let run: LocalRun;
let browser: Browser;
const faults: string[] = [];
beforeAll(async () => {
  [run, browser] = await Promise.all([startLocal({ folder, port: 0, fresh: false }), openBrowser()]);
  const api = apiAt(run.url);
  await seed(run, api, folder, { partnerships: ['southampton'], people });
  await run.startStreams('next');
  await ensurePlan(api, 'officer');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await run?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The picture of a page for the README: as much of it as a reader takes in at once. */
async function look(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return;
  const { height } = (await page.locator('body').boundingBox()) ?? { height: mostHeight };
  const clip = { x: 0, y: 0, width: 1280, height: Math.min(height, mostHeight) };
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true, clip });
}

test('somebody new lists a flat, asks for a place, and sees a panel approve three moves, without a script', async () => {
  const walk: Walk = { browser, url: run.url, today: londonDay(run.now()), look, faults };
  const officer = await listVacancy(walk);
  const ward = await requestPlacement(walk);
  await reviewRequest(walk);
  await seePlan(ward);
  await look(ward, 'patient-plan');
  await adoptChain(walk, officer);
  await recordViews(walk, ward);
  await answerReferrals(walk);
  const chair = await callPanel(walk);
  expect(await decide(walk, chair)).toBe('Waiting for the panel');
  expect(await decide(walk, await signedIn(walk, 'panel-two'))).toBe('Waiting for the panel');
  const panel = await signedIn(walk, 'panel');
  expect(await decide(walk, panel, look)).toBe('Approved');
  await ward.reload();
  expect(await ward.locator('main').innerText()).toContain(
    'The person’s turn: Say whether they take the home.',
  );
  await recordAnswer(ward);
  expect(await ward.locator('main').innerText()).toContain('They take it');
  await officer.goto(`${run.url}/vacancies?show=promised`);
  expect(await officer.locator('tbody').innerText()).toContain('kestrel-court-7-whole');
  expect(faults).toEqual([]);
}, 180_000);
