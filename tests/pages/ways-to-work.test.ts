import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { fill } from '../support/fill.ts';
import { Keyboard } from '../support/keyboard.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { requestAnswers } from '../support/request-answers.ts';
import { storyUpTo } from '../support/story.ts';
import { windowOf } from '../support/window.ts';

let browser: Browser;
let world: PagesWorld;
const faults: string[] = [];
beforeAll(async () => {
  const [opened, story] = await Promise.all([openBrowser(), storyUpTo('planned')]);
  browser = opened;
  world = await openPages(story.store);
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

/** The parts of a request as their list names them. */
const parts = {
  person: 'Who the person is',
  words: 'What they say themselves',
  sharing: 'Why you may share this',
  ward: 'Ward and ready date',
  without: 'What happens without a home',
  where: 'Where they want to live, and why',
  needs: 'What support they need',
  home: 'What the home must have',
  risks: 'Risks',
  money: 'Money and where they lived before',
} as const satisfies Record<keyof typeof requestAnswers, string>;

const named = Object.keys(parts) as (keyof typeof parts)[];

const heading = (page: Page) => page.locator('h1').innerText();

test('a placement is requested in a browser that runs no script', async () => {
  const page = await windowOf(browser, world.url, 'ward', { script: false, faults });
  await page.getByRole('button', { name: 'Request a placement' }).click();
  for (const part of named) {
    await page.getByRole('link', { name: parts[part] }).click();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    if (part !== 'where') expect(await page.locator('.govuk-error-summary').count()).toBe(1);
    else await page.getByRole('link', { name: parts[part] }).click();
    await fill(page, requestAnswers[part]);
    await page.getByRole('button', { name: 'Save and continue' }).click();
  }
  await page.getByRole('button', { name: 'Check your answers' }).click();
  await page.getByRole('button', { name: 'Send this request' }).click();
  expect(await heading(page)).toBe('Request sent');
  expect([...new Set(faults)]).toEqual([]);
  await page.context().close();
});

test('a placement is requested with a keyboard alone', async () => {
  const page = await windowOf(browser, world.url, 'ward');
  const keyboard = new Keyboard(page);
  await keyboard.press('Request a placement');
  for (const part of named) {
    await keyboard.press(parts[part]);
    await keyboard.fill(requestAnswers[part]);
    await keyboard.press('Save and continue');
  }
  await keyboard.press('Check your answers');
  await keyboard.press('Send this request');
  expect(await heading(page)).toBe('Request sent');
  await page.context().close();
});

test('a vacancy is listed with a keyboard alone', async () => {
  const page = await windowOf(browser, world.url, 'officer');
  const keyboard = new Keyboard(page);
  await keyboard.press('List a vacancy');
  await keyboard.press('Start');
  const room = (await page.locator('#room option').nth(1).getAttribute('value')) ?? '';
  for (const answers of [
    { room },
    { empty: 'noticeGiven' },
    { 'from-day': '1', 'from-month': '6', 'from-year': '2026' },
    { reason: '13' },
    { work: 'none' },
    { 'not-for': 'arson' },
  ]) {
    await keyboard.fill(Object.fromEntries(Object.entries(answers)));
    await keyboard.press('Save and continue');
  }
  await keyboard.press('List this vacancy');
  expect(await heading(page)).toBe('Vacancy listed');
  await page.context().close();
});
