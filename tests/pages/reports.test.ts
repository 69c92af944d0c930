import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportsHandlers } from '../../functions/reports/handlers.ts';
import { ReportShown } from '../../shared/usecases/reports/read-report.ts';
import { asker } from '../support/ask.ts';
import { openBrowser } from '../support/browser.ts';
import { history, itemsOfHistory } from '../support/five-years.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { record } from '../support/recorder.ts';
import { beyond, doorOf } from '../support/rights.ts';
import { Screen } from '../support/screen.ts';
import { type TestStore, testStore } from '../support/store.ts';
import { windowOf } from '../support/window.ts';
import { writeItems } from '../support/write-items.ts';

const on = '2026-11-23';

let browser: Browser;
let store: TestStore;
let world: PagesWorld;
let page: Page;
const faults: string[] = [];
beforeAll(async () => {
  [browser, store] = await Promise.all([openBrowser(), testStore(`${on}T09:00:00Z`)]);
  await store.member('lead', ['programmeLead']);
  await store.member('officer', ['housingOfficer']);
  const items = itemsOfHistory('southampton', history({ seed: 5, homes: 10, on, days: 700 }));
  await writeItems(store.client, store.tableName, items);
  world = await openPages(store);
  page = await windowOf(browser, world.url, 'lead', { faults });
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const make = () => page.getByRole('button', { name: 'Make the report' }).click();

test('a lead is told what is missing or wrong of a report, and keeps what was written', async () => {
  await page.getByRole('link', { name: 'Reports' }).click();
  const screen = await Screen.on(page, 'reports');
  expect(await screen.heading()).toBe('Reports');
  expect(await page.locator('#from').getByLabel('Year').inputValue()).toBe('2025');
  await page.locator('#to').getByLabel('Year').fill('2024');
  await make();
  expect(await (await Screen.on(page, 'reports', 'nothing')).errors()).toEqual(['Choose a programme']);
  await page.getByLabel('Staying Connected').check();
  await make();
  expect(await (await Screen.on(page, 'reports', 'wrong')).errors()).toEqual([
    'The last day must be the first day or later',
  ]);
  expect(await page.locator('#to').getByLabel('Year').inputValue()).toBe('2024');
});

test('a report shows each figure with how it is counted, touching only what the pages may touch', async () => {
  await page.locator('#to').getByLabel('Year').fill('2026');
  const { touched } = await record(store.client).during(async () => {
    await make();
    await Screen.on(page, 'report');
    return { status: 200 };
  });
  expect(beyond(doorOf('web'), touched)).toEqual([]);
  const text = await page.locator('main').innerText();
  expect(text).toContain('Nights a room was empty, and what they cost, by cause');
  expect(text).toContain('Kept back');
  expect(text).not.toMatch(/home-\d|person-\d/);
  expect(await page.locator('details').count()).toBe(await page.locator('main h2').count());
  expect(await page.locator('svg title').allTextContents()).toContain(
    'Nights a room was empty, and what they cost, by cause',
  );
});

test('the figures on the page are those of the API', async () => {
  const { body } = await asker(reportsHandlers, store.deps)('readReport', {
    as: 'lead',
    params: { programme: 'stayingConnected' },
    query: Object.fromEntries(new URL(page.url()).searchParams),
  });
  const { measures } = ReportShown.parse(body);
  const voids = measures.find(({ code }) => code === 'voidDays');
  const all = voids?.figures.find(({ code }) => code === 'all');
  expect(all?.counted).toBeGreaterThan(0);
  const row = page.getByRole('row').filter({ hasText: 'All causes' }).first();
  expect(await row.innerText()).toContain(new Intl.NumberFormat('en-GB').format(all?.counted ?? -1));
});

test('a report is taken away as a file that any spreadsheet reads', async () => {
  const href = await page.getByRole('button', { name: 'Download this report (CSV)' }).getAttribute('href');
  const file = await page.request.get(new URL(href ?? '', world.url).href);
  expect(file.headers()['content-type']).toBe('text/csv; charset=utf-8');
  expect(file.headers()['content-disposition']).toMatch(
    /^attachment; filename="stayingConnected-2025-\d\d-\d\d-2026-\d\d-\d\d\.csv"$/,
  );
  expect(file.headers()['cache-control']).toBe('no-store');
  expect((await file.text()).split('\n')[0]).toMatch(/^programme,from,to,measure,figure/);
});

test('a programme nobody here is in, days that are none and others’ reports lead to no figures', async () => {
  await page.goto(`${world.url}/reports/stepTogetherVenus?from=2026-01-01&to=2026-04-20`);
  const screen = await Screen.on(page, 'report', 'not-run');
  expect((await screen.errors())[0]).toMatch(/^Nobody here has asked for /);
  for (const path of ['stayingConnected?from=2026-01-01', 'nothing?from=2026-01-01&to=2026-02-01'])
    expect((await page.goto(`${world.url}/reports/${path}`))?.status(), path).toBe(404);
  const officer = await windowOf(browser, world.url, 'officer');
  expect((await officer.goto(`${world.url}/reports`))?.status()).toBe(403);
  expect(faults).toEqual([]);
});
