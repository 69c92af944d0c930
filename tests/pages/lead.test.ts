import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requests } from '../../shared/store/kinds/placing.ts';
import { Records } from '../../shared/store/records.ts';
import { openBrowser, openContext } from '../support/browser.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { record } from '../support/recorder.ts';
import { beyond, doorOf } from '../support/rights.ts';
import { Screen } from '../support/screen.ts';
import { type Story, storyUpTo } from '../support/story.ts';

let browser: Browser;
let story: Story;
let world: PagesWorld;
let page: Page;
beforeAll(async () => {
  [browser, story] = await Promise.all([openBrowser(), storyUpTo('planned')]);
  world = await openPages(story.store);
  page = await (await openContext(browser)).newPage();
  await page.goto(world.url);
  await page.getByRole('button', { name: 'lead', exact: true }).click();
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const recordsOf = () => new Records(story.store.deps.writing.table, 'southampton');

/** A request put back to where its lead has to look at it. */
async function sentAnew(id: string): Promise<void> {
  const kept = await recordsOf().get(requests, id);
  if (!kept) throw new Error(`There is no request ${id}.`);
  const { request } = kept.data;
  await story.store.put('southampton', requests, {
    ...kept.data,
    request: { ...request, status: 'submitted' } as typeof request,
  });
}

const statusOf = async (id: string) => (await recordsOf().get(requests, id))?.data.request.status;
const send = () => page.getByRole('button', { name: 'Record the review' }).click();

test('a lead sees what to expect where no request waits', async () => {
  const screen = await Screen.on(page, 'requestsToReview', 'none');
  expect(await screen.heading()).toBe('Requests to review');
  expect(await page.locator('main').innerText()).toContain('No request waits for you');
});

test('a lead is told what is missing, asks, and whoever asked for the place has the next turn', async () => {
  await sentAnew('ask-f');
  await page.getByRole('link', { name: 'Requests' }).click();
  await Screen.on(page, 'requestsToReview');
  await page.getByRole('link', { name: 'care-leaver' }).click();
  await Screen.on(page, 'reviewRequest');
  await send();
  expect(await (await Screen.on(page, 'reviewRequest', 'wrong')).errors()).toEqual(['Say what you found']);
  await page.getByRole('radio', { name: 'Something is missing' }).check();
  await send();
  expect(await (await Screen.on(page, 'reviewRequest', 'no-question')).errors()).toEqual([
    'Write your question',
  ]);
  await page.getByLabel('If something is missing: your question').fill('Who is their personal adviser?');
  await send();
  await Screen.on(page, 'requestsToReview', 'asked');
  expect(await statusOf('ask-f')).toBe('infoRequested');
});

test('a lead finds a request ready, touching only what the pages may touch; then a room is looked for', async () => {
  await sentAnew('ask-c');
  await page.getByRole('link', { name: 'Requests' }).click();
  await page.getByRole('link', { name: 'patient' }).click();
  const { touched } = await record(story.store.client).during(async () => {
    await page.getByLabel('It is ready').check();
    await send();
    await Screen.on(page, 'requestsToReview', 'ready');
    return { status: 200 };
  });
  expect(beyond(doorOf('web'), touched)).toEqual([]);
  expect(await statusOf('ask-c')).toBe('readyToPlace');
});
