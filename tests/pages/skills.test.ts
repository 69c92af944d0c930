import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '../../shared/store/kinds/people.ts';
import { Records } from '../../shared/store/records.ts';
import { openBrowser } from '../support/browser.ts';
import { fill } from '../support/fill.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { record } from '../support/recorder.ts';
import { beyond, doorOf } from '../support/rights.ts';
import { Screen } from '../support/screen.ts';
import { type Story, storyUpTo } from '../support/story.ts';
import { windowOf } from '../support/window.ts';

let browser: Browser;
let story: Story;
let world: PagesWorld;
let page: Page;
const faults: string[] = [];
beforeAll(async () => {
  [browser, story] = await Promise.all([openBrowser(), storyUpTo('planned')]);
  const colleague = { serviceModel: 'stayingConnected', role: 'independenceAdviser', team: null };
  const added = await story.ask('addWorker', {
    as: 'lead',
    body: { ...colleague, fullTimeEquivalent: 1, caseloadLimit: null, coveredBy: null },
  });
  expect(added.status).toBe(201);
  world = await openPages(story.store);
  page = await windowOf(browser, world.url, 'worker', { faults });
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const personId = 'elm-resident';
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const ratings = async () => {
  const records = new Records(story.store.deps.writing.table, 'southampton');
  return (await records.get(people, personId))?.data.readiness ?? [];
};

test('a worker sees each skill as it was rated last, and what could come next', async () => {
  await page.goto(`${world.url}/people/${personId}`);
  await page.getByRole('link', { name: 'Life skills' }).click();
  const screen = await Screen.on(page, 'skills');
  expect(await screen.heading()).toBe('Life skills');
  expect(await page.locator('tbody tr').count()).toBe(8);
  expect(await page.locator('main').innerText()).toContain('What could come next');
});

test('a rating rates something, and each score rests on what was seen', async () => {
  await press('Rate their skills');
  await Screen.on(page, 'rateSkills', 'worker');
  await page.locator('[name=workerId]').selectOption({ index: 1 });
  await press('Record this rating');
  expect(await (await Screen.on(page, 'rateSkills', 'empty')).errors()).toEqual(['Rate at least one skill']);
  await fill(page, { 'score-cooking': '3' });
  await press('Record this rating');
  expect(await (await Screen.on(page, 'rateSkills', 'no-evidence')).errors()).toEqual([
    'Choose how you know it of cooking',
    'Write what you saw of cooking',
  ]);
  expect(await page.locator('[name=score-cooking]').inputValue()).toBe('3');
});

test('a rating stands beside those before it, with the change, touching only what the pages may touch', async () => {
  const before = await ratings();
  await fill(page, { 'how-cooking': 'seenDone', 'words-cooking': 'A meal for the whole house.' });
  const { touched } = await record(story.store.client).during(async () => {
    await press('Record this rating');
    await Screen.on(page, 'skills', 'rated');
    return { status: 200 };
  });
  expect(beyond(doorOf('web'), touched)).toEqual([]);
  expect((await ratings()).slice(before.length)).toMatchObject([
    {
      rater: { kind: 'worker' },
      scores: { cooking: 3 },
      evidence: { cooking: { kind: 'seenDone', words: 'A meal for the whole house.' } },
    },
  ]);
  const row = page.locator('tbody tr').filter({ hasText: /^\s*Cooking/ });
  expect(await row.innerText()).toContain('3: Mostly without help');
  expect(await row.innerText()).toContain('“A meal for the whole house.”');
});

test('the person’s own rating needs no evidence, and is theirs', async () => {
  await press('Record their own rating');
  await Screen.on(page, 'rateSkills', 'own');
  await fill(page, { 'score-cooking': '4', 'score-budgeting': '1' });
  await press('Record this rating');
  await Screen.on(page, 'skills', 'own');
  expect((await ratings()).at(-1)).toMatchObject({
    rater: { kind: 'self' },
    scores: { cooking: 4, budgeting: 1 },
  });
});

test('a colleague rates a second time, and where they differ it is said', async () => {
  await press('Rate their skills');
  expect(await page.locator('[name=workerId] option').count()).toBe(2);
  // Who writes for several workers says which of them rated.
  await story.store.member('worker', ['supportWorker'], { workerId: null });
  await page.reload();
  const second = page.locator('[name=secondTo]');
  const raters = page.locator('[name=workerId]');
  await raters.selectOption({ index: 2 });
  await second.selectOption({ index: 1 });
  await fill(page, { 'score-cooking': '1', 'how-cooking': 'doneWithHelp', 'words-cooking': 'Only eggs.' });
  await press('Record this rating');
  await Screen.on(page, 'skills', 'differ');
  expect(await page.locator('main').innerText()).toContain('Two workers differ');
});

test('a way that is none leads nowhere, and an officer does not read skills', async () => {
  expect((await page.goto(`${world.url}/people/${personId}/skills/anybody`))?.status()).toBe(404);
  const officer = await windowOf(browser, world.url, 'officer', { faults });
  await officer.goto(`${world.url}/people/${personId}`);
  expect(await officer.getByRole('link', { name: 'Life skills' }).count()).toBe(0);
  expect((await officer.goto(`${world.url}/people/${personId}/skills`))?.status()).toBe(403);
  expect(faults).toEqual([]);
});
