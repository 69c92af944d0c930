import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beforeMoves } from '../../shared/store/kinds/before-moves.ts';
import { stays } from '../../shared/store/kinds/placing.ts';
import { Records } from '../../shared/store/records.ts';
import { openBrowser } from '../support/browser.ts';
import { fill } from '../support/fill.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { record } from '../support/recorder.ts';
import { beyond, doorOf } from '../support/rights.ts';
import { Screen } from '../support/screen.ts';
import { type Story, stayOf, storyUpTo } from '../support/story.ts';
import { windowOf } from '../support/window.ts';

let browser: Browser;
let story: Story;
let world: PagesWorld;
let stayId = '';
const faults: string[] = [];
beforeAll(async () => {
  [browser, story] = await Promise.all([openBrowser(), storyUpTo('approved')]);
  world = await openPages(story.store);
  // Who comes to live with others.
  stayId = stayOf(story.proposals[1]);
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const opened = async (user: string, at = ''): Promise<Page> => {
  const page = await windowOf(browser, world.url, user, { faults });
  await page.goto(`${world.url}/moves/${stayId}${at}`);
  return page;
};
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const records = () => new Records(story.store.deps.writing.table, 'southampton');
const onRecord = async () => (await records().get(beforeMoves, stayId))?.data;
const statusOf = async () => (await records().get(stays, stayId))?.data.stay.status;
const on = (day: string) => ({ 'on-day': day, 'on-month': '4', 'on-year': '2026' });

describe('a worker before a move', () => {
  let page: Page;

  test('sees the moves ahead of their people, and what is missing before each', async () => {
    page = await windowOf(browser, world.url, 'worker', { faults });
    await page.getByRole('link', { name: 'Moves', exact: true }).click();
    const screen = await Screen.on(page, 'moves');
    expect(await screen.heading()).toBe('Moves ahead');
    expect(await page.locator('tbody').innerText()).toMatch(/Canary elm-resident\s+Oak House\s+oak-1/);
    await page.getByRole('link', { name: 'Canary elm-resident' }).click();
    await Screen.on(page, 'move', 'offered');
    expect(await page.locator('main').innerText()).toContain('Waiting for their answer');
  });

  test('records the person’s own answer to the offer', async () => {
    await press(page, 'Record their answer to the offer');
    await Screen.on(page, 'moveDeed', 'answer');
    await press(page, 'Record their answer');
    expect(await (await Screen.on(page, 'moveDeed', 'answer-wrong')).errors()).toEqual([
      'Say what they answer',
      'Say how they told you',
    ]);
    await fill(page, { answer: 'accepted', obtained: 'inPerson' });
    await press(page, 'Record their answer');
    await Screen.on(page, 'move', 'accepted');
    expect(await page.locator('main').innerText()).toContain('Their answer is on record.');
    expect(await statusOf()).toBe('confirmed');
  });

  test('plans a meeting, and says later how it went, touching only what the pages may touch', async () => {
    await press(page, 'Record a meeting');
    await Screen.on(page, 'moveDeed', 'meeting');
    await fill(page, { to: 'home', ...on('20'), status: 'planned' });
    await press(page, 'Record this');
    expect(await page.locator('main').innerText()).toContain('20 April 2026: Seeing the home: planned');
    await press(page, 'Record a meeting');
    await Screen.on(page, 'moveDeed', 'meeting-planned');
    await page.getByLabel('20 April 2026, with the home').check();
    await fill(page, { status: 'missed' });
    await press(page, 'Record this');
    expect(await (await Screen.on(page, 'moveDeed', 'meeting-wrong')).errors()).toEqual([
      'Choose why it did not take place',
    ]);
    const { touched } = await record(story.store.client).during(async () => {
      await fill(page, { status: 'tookPlace', words: 'The garden is quiet.' });
      await press(page, 'Record this');
      await Screen.on(page, 'move', 'met');
      return { status: 200 };
    });
    expect(beyond(doorOf('web'), touched)).toEqual([]);
    expect(await onRecord()).toMatchObject({
      introductions: [
        {
          on: '2026-04-20',
          met: { to: 'home' },
          meeting: { status: 'tookPlace', words: 'The garden is quiet.' },
        },
      ],
    });
  });

  test('plans trial nights, and is told which days are none', async () => {
    await press(page, 'Record a visit or trial nights');
    await Screen.on(page, 'moveDeed', 'visit');
    const days = (from: string, to: string) => ({
      ...{ 'from-day': from, 'from-month': '4', 'from-year': '2026' },
      ...{ 'to-day': to, 'to-month': '4', 'to-year': '2026' },
    });
    await fill(page, { kind: 'trialNight', ...days('27', '27'), status: 'planned' });
    await press(page, 'Record this');
    expect((await (await Screen.on(page, 'moveDeed', 'visit-wrong')).errors())[0]).toMatch(/day/);
    await fill(page, { kind: 'visit', ...days('27', '27') });
    await press(page, 'Record this');
    expect(await onRecord()).toMatchObject({
      visits: [{ kind: 'visit', from: '2026-04-27', to: '2026-04-27' }],
    });
  });
});

describe('an officer on the day of a move', () => {
  test('is told what is missing where somebody would move in before it is done, and nothing is written', async () => {
    story.store.setNow('2026-05-06T12:00:00Z');
    const page = await opened('officer', '/arrived');
    await Screen.on(page, 'moveDeed', 'arrived');
    expect(await page.locator('main').innerText()).toContain('Still missing: ');
    await press(page, 'Record that they have moved in');
    const screen = await Screen.on(page, 'moveDeed', 'arrived-refused');
    expect((await screen.errors())[0]).not.toMatch(/Canary/);
    expect(await statusOf()).toBe('confirmed');
  });

  test('records the meetings that are missing, and then that they have moved in', async () => {
    const page = await opened('officer');
    await press(page, 'Record a meeting');
    const worker = (await page.locator('[name=workerId] option').nth(1).getAttribute('value')) ?? '';
    await fill(page, { to: 'worker', workerId: worker, ...on('28'), status: 'tookPlace' });
    await press(page, 'Record this');
    await press(page, 'Record a meeting');
    await page.getByLabel('The people they would live with').check();
    for (const box of await page.locator('[name=housemates]').all()) await box.check();
    await fill(page, { ...on('28'), status: 'tookPlace' });
    await press(page, 'Record this');
    await Screen.on(page, 'move', 'prepared');
    expect(await page.locator('main').innerText()).not.toContain('Missing');
  });

  test('never takes what is not theirs to do, and an address that is none leads nowhere', async () => {
    const page = await opened('officer');
    for (const [deed, status] of [
      ['answer', 403],
      ['set-aside', 403],
      ['resident', 403],
      ['nothing', 404],
      ['toString', 404],
    ] as const)
      expect((await page.goto(`${world.url}/moves/${stayId}/${deed}`))?.status(), deed).toBe(status);
    expect((await page.goto(`${world.url}/moves/stay-of-nobody`))?.status()).toBe(404);
  });
});

test('a lead sets a step aside with a reason that says something', async () => {
  const page = await windowOf(browser, world.url, 'lead', { faults });
  const first = stayOf(story.proposals[0]);
  await page.goto(`${world.url}/moves/${first}`);
  await press(page, 'Set a step aside');
  await Screen.on(page, 'moveDeed', 'set-aside');
  await page.locator('[name=item]').first().check();
  await fill(page, { reason: 'Too short' });
  await press(page, 'Set it aside');
  expect(await (await Screen.on(page, 'moveDeed', 'set-aside-wrong')).errors()).toEqual([
    'Your reason must be 20 characters or more',
  ]);
  await fill(page, { reason: 'They know the home: their sister lived there.' });
  await press(page, 'Set it aside');
  expect(await page.locator('main').innerText()).toContain('Set aside');
  expect((await records().get(beforeMoves, first))?.data.setAside).toHaveLength(1);
});

test('an officer records that somebody has moved in, and the move is no longer ahead', async () => {
  const ready = await storyUpTo('accepted');
  const pages = await openPages(ready.store);
  const [first] = ready.proposals;
  if (!first) throw new Error('Nobody is proposed.');
  const arriving = stayOf(first);
  ready.store.setNow(`${first.moveOn}T12:00:00Z`);
  const page = await windowOf(browser, pages.url, 'officer', { faults });
  await page.goto(`${pages.url}/moves/${arriving}`);
  await press(page, 'They have moved in');
  await press(page, 'Record that they have moved in');
  await Screen.on(page, 'move', 'arrived');
  expect(await page.locator('main').innerText()).toContain('It is on record that they have moved in.');
  const kept = await new Records(ready.store.deps.writing.table, 'southampton').get(stays, arriving);
  expect(kept?.data.stay).toMatchObject({ status: 'arrived', from: first.moveOn });
  await pages.stop();
});

test('nobody signed in for a panel alone comes to the moves ahead, and a lead sees them all', async () => {
  const member = await windowOf(browser, world.url, 'panel', { faults });
  expect((await member.goto(`${world.url}/moves`))?.status()).toBe(403);
  const lead = await windowOf(browser, world.url, 'lead', { faults });
  await lead.goto(`${world.url}/moves`);
  expect(await lead.locator('tbody tr').count()).toBe(3);
  expect(faults).toEqual([]);
});
