import { inflateSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chains, decisions, views } from '../../shared/store/kinds/placing.ts';
import { Records } from '../../shared/store/records.ts';
import { openBrowser, openContext } from '../support/browser.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { copyOf, type Story, storyUpTo } from '../support/story.ts';

const reason = 'It suits them well, and the house agrees.';

/** More than most people say. */
const words = 'I would like to live there, as my sister is near and the garden is quiet. '.repeat(10).trim();

let browser: Browser;
let first: Story;
let panelId = '';
const worlds: PagesWorld[] = [];
beforeAll(async () => {
  [browser, first] = await Promise.all([openBrowser(), storyUpTo('viewed')]);
  const last = first.proposals[2]?.id ?? '';
  const { body: shown } = await first.ask('readProposal', { as: 'panel', params: { proposalId: last } });
  await first.store.put('southampton', views, { ...shown.views[0], words });
  const agenda = first.proposals.map(({ id }) => id);
  const body = { on: '2026-04-22', chair: 'chair', members: ['panel'], agenda };
  panelId = (await first.ask('planPanel', { as: 'chair', body })).body.id;
  await first.ask('circulate', { as: 'chair', params: { panelId }, ifMatch: 1 });
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(worlds.map((world) => world.stop()));
});

/** A world of its own in which the papers are out, and a window at its first page. */
async function opened(isScripted = true) {
  const story = await copyOf(first);
  const world = await openPages(story.store);
  worlds.push(world);
  const page = await (await openContext(browser, isScripted)).newPage();
  // A whole chain is promised while somebody waits.
  page.setDefaultTimeout(40_000);
  await page.goto(world.url);
  return { story, page, records: new Records(story.store.deps.writing.table, 'southampton') };
}

const signIn = (page: Page) => page.getByRole('button', { name: 'panel', exact: true }).click();

/** Presses Tab until the focus is on what is meant. Every stop has to be seen, and none may keep the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let at = 0; at < 60; at++) {
    await page.keyboard.press('Tab');
    const stop: unknown = await page.evaluate(`(() => {
      const at = document.activeElement;
      const { top, bottom, height } = at.getBoundingClientRect();
      return { isThere: at.matches(${JSON.stringify(selector)}), isSeen: height > 0 && bottom > 0 && top < innerHeight };
    })()`);
    expect(stop).toMatchObject({ isSeen: true });
    if (stop !== null && typeof stop === 'object' && 'isThere' in stop && stop.isThere) return;
  }
  throw new Error(`No Tab leads to ${selector}.`);
}

test('a chain is approved with a keyboard alone', async () => {
  const { story, page, records } = await opened();
  await page.getByRole('button', { name: 'panel', exact: true }).focus();
  await Promise.all([page.waitForURL('**/panels'), page.keyboard.press('Enter')]);
  for (const link of [
    `a[href$="${panelId}"]`,
    `a[href$="${story.proposals[2]?.id}"]`,
    'a[href$="/decision"]',
  ]) {
    await tabTo(page, link);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  }
  await tabTo(page, '#outcome');
  await page.keyboard.press('Space');
  await tabTo(page, '[name=criteria][value=support]');
  await page.keyboard.press('Space');
  await tabTo(page, '#reason');
  await page.keyboard.type(reason);
  await tabTo(page, 'main .govuk-button');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  expect(await page.locator('main .govuk-tag').first().innerText()).toBe('Approved');
  expect((await records.get(chains, story.chainId))?.data.status).toBe('approved');
});

test('a chain is approved with conditions in a browser that runs no script', async () => {
  const { story, page, records } = await opened(false);
  await signIn(page);
  await page.getByRole('link', { name: 'Wed 22 Apr 2026' }).click();
  await page.getByRole('link', { name: 'Canary patient', exact: true }).click();
  await page.getByRole('button', { name: 'Say what you decide' }).click();
  await page.getByLabel('Approve with conditions').check();
  await page.getByLabel('What the person said').check();
  await page.getByLabel('Your reason').fill(reason);
  await page.getByRole('button', { name: 'Record my decision' }).click();
  await page.getByRole('link', { name: 'Write the conditions, one on each line' }).click();
  await page
    .getByLabel('Conditions', { exact: true })
    .fill('A worker visits weekly.\n\nThe door is mended. ');
  for (const [box, value] of Object.entries({ Day: '1', Month: 'june', Year: '26' }))
    await page.locator('#review').getByLabel(box).fill(value);
  await page.getByRole('button', { name: 'Record my decision' }).click();
  expect(await page.locator('main').innerText()).toContain('The panel looks again on 1 June 2026.');
  const [decided] = await records.about(decisions, story.proposals[2]?.id ?? '');
  expect(decided?.data).toMatchObject({
    outcome: 'approveWithConditions',
    conditions: ['A worker visits weekly.', 'The door is mended.'],
    criteria: ['ownWords'],
    reviewOn: '2026-06-01',
  });
});

test('one move of a chain is put off until a question is answered', async () => {
  const { story, page, records } = await opened(false);
  await signIn(page);
  await page.getByRole('link', { name: 'Wed 22 Apr 2026' }).click();
  await page.getByRole('link', { name: 'Canary patient', exact: true }).click();
  await page.getByRole('button', { name: 'Say what you decide' }).click();
  await page.getByLabel('Put it off').check();
  await page.getByLabel('The checks').check();
  await page.getByLabel('Your reason').fill('Nobody knows whether the ramp is ready.');
  await page.getByLabel('What is missing').fill('Is the ramp ready?');
  const due = page.locator('#due');
  for (const [box, value] of Object.entries({ Day: '1', Month: '4', Year: '2026' }))
    await due.getByLabel(box).fill(value);
  await page.getByRole('button', { name: 'Record my decision' }).click();
  expect(await page.locator('.govuk-error-summary a').getAttribute('href')).toBe('#due-day');
  await due.getByLabel('Day').fill('24');
  await page.getByRole('button', { name: 'Record my decision' }).click();
  expect(await page.locator('main').innerText()).toContain(
    'Missing: “Is the ramp ready?”, by 24 April 2026.',
  );
  const [decided] = await records.about(decisions, story.proposals[2]?.id ?? '');
  expect(decided?.data).toMatchObject({ outcome: 'defer', dueOn: '2026-04-24' });
  expect((await records.get(chains, story.chainId))?.data.status).toBe('proposed');
});

/** The pages of a PDF, whether its objects are packed or not. */
function sidesOf(pdf: Buffer): number {
  const plain = pdf.toString('latin1');
  const packed = [...plain.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, text = '']) =>
    unpacked(text),
  );
  return [plain, ...packed].join('\n').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
}

function unpacked(text: string): string {
  try {
    return inflateSync(Buffer.from(text, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
}

test('a case is carried on two sides of paper, each with its reference, the time and its number', async () => {
  const { story, page } = await opened();
  await signIn(page);
  await page.goto(`${new URL(page.url()).origin}/panels/${panelId}/cases/${story.proposals[2]?.id}`);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(sidesOf(pdf)).toBeLessThanOrEqual(2);
  await page.emulateMedia({ media: 'print' });
  const head = page.locator('.app-paper__head');
  const look = `(({ display, breakInside }) => ({ display, breakInside }))(getComputedStyle(document.querySelector('.app-paper__head')))`;
  // One that may be parted stands on the first side alone.
  expect(await page.evaluate(look)).toEqual({ display: 'table-header-group', breakInside: 'avoid' });
  expect(await head.innerText()).toMatch(/^Case patient\. Papers of 20 April 2026 at 10:00, printed /);
  for (const hidden of ['.app-header', '.app-footer', '.govuk-breadcrumbs', '.app-ways', '.app-signed-in'])
    expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
  for (const shown of [
    'blockquote',
    '.app-checks',
    '#chain-title >> xpath=..',
    'text=Who they would live with',
  ])
    expect(await page.locator(shown).first().isVisible(), shown).toBe(true);
  const css = await (await page.request.get(`${new URL(page.url()).origin}/assets/pages.css`)).text();
  expect(css).toMatch(/@bottom-right\s*\{\s*content:\s*"Page " counter\(page\) " of " counter\(pages\)/);
});
