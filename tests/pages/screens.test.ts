import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PathName, paths } from '../../shared/web/paths.ts';
import { openBrowser, openContext } from '../support/browser.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { htmlFaults, lookedAt, Screen } from '../support/screen.ts';
import { type Story, storyUpTo } from '../support/story.ts';

let browser: Browser;
let story: Story;
let world: PagesWorld;
const faults: string[] = [];

beforeAll(async () => {
  [browser, story] = await Promise.all([openBrowser(), storyUpTo('planned')]);
  world = await openPages(story.store);
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

/** A window in which somebody is signed in, at the page they begin with. */
async function signedIn(user: string, context?: BrowserContext): Promise<Page> {
  const page = await (context ?? (await openContext(browser))).newPage();
  page.on('response', async (response) => {
    if (!response.headers()['content-type']?.startsWith('text/html') || response.url().includes('/local/'))
      return;
    for (const fault of await htmlFaults(await response.text().catch(() => '')))
      faults.push(`${new URL(response.url()).pathname} ${fault}`);
  });
  await page.goto(world.url);
  if (user !== '') await page.getByRole('button', { name: user, exact: true }).click();
  return page;
}

describe('pages for anybody', () => {
  test.each(['accessibility', 'privacy', 'howMatchingWorks', 'signedOut'] as const)('%s', async (name) => {
    const page = await (await openContext(browser)).newPage();
    await page.goto(`${world.url}${paths[name]}`);
    const screen = await Screen.on(page, name);
    expect(await screen.title()).toBe(`${await screen.heading()} – Homeward`);
    expect(await htmlFaults(await page.content())).toEqual([]);
    await page.context().close();
  });
});

describe('a housing officer', () => {
  let page: Page;
  beforeAll(async () => {
    page = await signedIn('officer');
  });

  test('comes to their vacancies, and sees each view', async () => {
    const screen = await Screen.on(page, 'vacancies', 'ready');
    expect(await screen.heading()).toBe('My vacancies');
    for (const view of ['Coming up', 'Out of service', 'Promised']) {
      await page.getByRole('link', { name: view }).click();
      await Screen.on(page, 'vacancies', view.toLowerCase().replaceAll(' ', '-'));
    }
  });

  test('reaches the content past the menu with a keyboard', async () => {
    await page.goto(`${world.url}/vacancies`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main-content');
  });
});

test('somebody whose work has no pages yet is told so', async () => {
  const page = await signedIn('auditor');
  await Screen.on(page, 'start', 'no-pages');
});

/** Paths at which nothing is shown: they lead elsewhere. */
const ways: readonly PathName[] = ['signIn', 'signedIn', 'signOut'];

test('every path has been looked at, and its HTML is valid', () => {
  const missing = Object.keys(paths).filter(
    (name) => !ways.some((way) => way === name) && ![...lookedAt].some((seen) => seen === name),
  );
  expect(missing).toEqual([]);
  expect([...new Set(faults)]).toEqual([]);
});
