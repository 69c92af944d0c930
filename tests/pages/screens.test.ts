import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vacancies } from '../../shared/store/kinds/homes.ts';
import { Records } from '../../shared/store/records.ts';
import { paths } from '../../shared/web/paths.ts';
import { openBrowser, openContext } from '../support/browser.ts';
import { cast } from '../support/cast.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { htmlFaults, Screen } from '../support/screen.ts';
import { type Story, storyUpTo } from '../support/story.ts';
import { officerScreens } from './officer-screens.ts';
import { panelScreens } from './panel-screens.ts';
import { wardScreens } from './ward-screens.ts';

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
async function signedIn(user: string, at: PagesWorld = world): Promise<Page> {
  const page = await (await openContext(browser)).newPage();
  page.on('response', async (response) => {
    if (!response.headers()['content-type']?.startsWith('text/html') || response.url().includes('/local/'))
      return;
    for (const fault of await htmlFaults(await response.text().catch(() => '')))
      faults.push(`${new URL(response.url()).pathname} ${fault}`);
  });
  await page.goto(at.url);
  await page.getByRole('button', { name: user, exact: true }).click();
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

  test('sees what each room of a home is on each day of a month, and of the next', async () => {
    await page.goto(`${world.url}/vacancies?show=coming`);
    await page.locator('tbody a').first().click();
    const screen = await Screen.on(page, 'homeCalendar');
    expect(await screen.heading()).toBe('Rooms in April 2026');
    const said = await page.locator('tbody tr').first().locator('td').allInnerTexts();
    expect(said).toHaveLength(4);
    await page.getByRole('link', { name: 'Month after' }).click();
    expect(await (await Screen.on(page, 'homeCalendar', 'next')).heading()).toBe('Rooms in May 2026');
    await page.goto(`${page.url().split('?')[0]}?month=2026-13`);
    expect(await (await Screen.on(page, 'homeCalendar', 'no-month')).heading()).toBe('Page not found');
  });

  test('reaches the content past the menu with a keyboard', async () => {
    await page.goto(`${world.url}/vacancies`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main-content');
  });
});

describe('listing a vacancy', () => {
  let page: Page;
  beforeAll(async () => {
    page = await signedIn('officer');
    await page.getByRole('button', { name: 'List a vacancy' }).click();
  });
  const goOn = () => page.getByRole('button', { name: 'Save and continue' }).click();
  /** Sends what is wrong, and sees the same words above and beside the answer. */
  async function saysWrong(state: string, message: string): Promise<Screen> {
    await goOn();
    const screen = await Screen.on(page, 'listVacancyQuestion', `${state}-wrong`);
    expect(await screen.errors()).toEqual([message]);
    expect(await screen.title()).toMatch(/^Error: /);
    expect(await page.locator('.govuk-error-message').textContent()).toBe(`Error: ${message}`);
    expect(await page.evaluate('document.activeElement.className')).toBe('govuk-error-summary');
    await page.getByRole('link', { name: message }).click();
    const target = await page.evaluate('document.querySelector(":target") !== null');
    expect(target).toBe(true);
    return screen;
  }

  test('begins with what is needed', async () => {
    await Screen.on(page, 'listVacancy', 'start');
    await page.getByRole('button', { name: 'Start' }).click();
  });

  test('asks six questions, one a page, and says what is wrong with an answer', async () => {
    await Screen.on(page, 'listVacancyQuestion', 'room');
    await saysWrong('room', 'Choose a room');
    const rooms = await page.locator('#room option').allInnerTexts();
    expect(rooms.length).toBeGreaterThan(2);
    await page.locator('#room').selectOption({ index: 1 });
    await goOn();
    await saysWrong('empty', 'Say whether the room is empty now');
    await page.getByLabel('No, the resident has given notice').check();
    await goOn();
    await Screen.on(page, 'listVacancyQuestion', 'from');
    await page.getByLabel('Day').fill('31');
    await page.getByLabel('Month').fill('feb');
    await page.getByLabel('Year').fill('2026');
    await saysWrong('from', 'The day the resident leaves must be a real date');
    expect(await page.getByLabel('Month').inputValue()).toBe('feb');
    await page.getByLabel('Day').fill('1');
    await saysWrong('from-past', 'The day must be today or later');
    await page.getByLabel('Month').fill('Jun');
    await goOn();
    await saysWrong('reason', 'Choose why the room is or will be empty');
    await page.getByLabel('Moved within social housing').check();
    await goOn();
    await saysWrong('work', 'Say whether the room needs work');
    await page.getByLabel('Deep clean').check();
    await saysWrong('work-day', 'Enter the last day of the work');
    for (const [box, value] of Object.entries({ Day: '3', Month: '6', Year: '26' }))
      await page.getByLabel(box, { exact: true }).fill(value);
    await goOn();
    await Screen.on(page, 'listVacancyQuestion', 'not-for');
    await page.getByLabel('Setting fires').check();
  });

  test('keeps the answers for somebody who leaves and comes back', async () => {
    await goOn();
    await page.goto(`${world.url}/list-vacancy`);
    await Screen.on(page, 'listVacancy', 'carry-on');
    await page.getByRole('button', { name: 'Carry on' }).click();
    const screen = await Screen.on(page, 'listVacancyCheck');
    const said = await page.locator('.govuk-summary-list__value').allInnerTexts();
    expect(said.slice(1)).toEqual([
      'No: notice given',
      '1 June 2026',
      'Moved within social housing',
      'Deep clean, until 3 June 2026',
      'Setting fires',
    ]);
    expect(await screen.heading()).toBe('Check your answers');
  });

  test('goes back to what is changed and returns to the answers', async () => {
    await page.getByRole('link', { name: 'Change work needed' }).click();
    expect(await page.getByLabel('Deep clean').isChecked()).toBe(true);
    await page.getByLabel('No', { exact: true }).check();
    await goOn();
    expect(await page.locator('.govuk-summary-list__value').nth(4).innerText()).toBe('None');
  });

  test('lists it once, with a reference, and it stands among those coming up', async () => {
    await page.getByRole('button', { name: 'List this vacancy' }).click();
    const screen = await Screen.on(page, 'vacancyListed');
    expect(await screen.heading()).toBe('Vacancy listed');
    const reference = await page.locator('.govuk-panel__body strong').innerText();
    await page.goto(`${world.url}/vacancies?show=coming`);
    await Screen.on(page, 'vacancies', 'coming-up-listed');
    expect(await page.locator('tbody tr').count()).toBe(2);
    const kept = await new Records(story.store.deps.writing.table, 'southampton').get(vacancies, reference);
    expect(kept?.data.vacancy).toMatchObject({
      status: 'expected',
      certainty: 'noticeGiven',
      from: '2026-06-01',
    });
    await page.goBack();
    await page.goto(`${world.url}/list-vacancy/check-answers`);
    await Screen.on(page, 'listVacancy', 'after');
  });
});

describe('a ward discharge coordinator', () => {
  test('comes to their patients: who waits, since when, why, and whose turn it is', async () => {
    const page = await signedIn('ward');
    const screen = await Screen.on(page, 'patients');
    expect(await screen.heading()).toBe('My patients waiting');
    const cells = await page.locator('tbody tr').first().locator('th, td').allInnerTexts();
    expect(cells.slice(1)).toEqual([
      'Wed 8 Apr 2026',
      '12 Over 7 days',
      'Waiting for a supported home',
      'Ready to place',
      'Housing: propose a home',
    ]);
  });

  test('sees what to expect where nobody waits', async () => {
    await story.store.member('ward-2', ['wardCoordinator'], { hospitalSite: 'OTHER-1' });
    const page = await signedIn('ward-2');
    await Screen.on(page, 'patients', 'none');
    expect(await page.locator('main').innerText()).toContain('Nobody on your ward is waiting');
  });
});

wardScreens({ url: () => world.url, story: () => story, signedIn });
officerScreens({ signedIn });

test('a vacancy is listed in a browser that runs no script', async () => {
  const context = await openContext(browser, false);
  const page = await context.newPage();
  await page.goto(world.url);
  await page.getByRole('button', { name: 'officer', exact: true }).click();
  await page.getByRole('button', { name: 'List a vacancy' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  const goOn = () => page.getByRole('button', { name: 'Save and continue' }).click();
  await goOn();
  await page.getByRole('link', { name: 'Choose a room' }).click();
  await page.locator('#room').selectOption({ index: 1 });
  await goOn();
  await page.getByLabel('No, and it is not certain').check();
  await goOn();
  for (const [box, value] of Object.entries({ Day: '1', Month: '7', Year: '2026' }))
    await page.getByLabel(box, { exact: true }).fill(value);
  await goOn();
  await page.getByLabel('Another reason').check();
  await goOn();
  await page.getByLabel('No', { exact: true }).check();
  await goOn();
  await goOn();
  await page.getByRole('button', { name: 'List this vacancy' }).click();
  expect(await page.locator('h1').innerText()).toBe('Vacancy listed');
  expect(await page.locator('main').innerText()).toContain('Confirm the vacancy when it is certain');
  await context.close();
});

test('an address without a page says so, signed in or not', async () => {
  const page = await signedIn('officer');
  await page.goto(`${world.url}/no-such-page`);
  const screen = await Screen.on(page, null, 'no-such-page');
  expect(await screen.heading()).toBe('Page not found');
  await page.context().clearCookies();
  await page.goto(`${world.url}/signed-in`);
  expect(await (await Screen.on(page, 'signedIn', 'failed')).heading()).toBe('You are not signed in');
});

test.each(Object.keys(cast))('%s comes to a page of their own work', async (user) => {
  const page = await signedIn(user);
  expect(new URL(page.url()).pathname).not.toBe('/');
  expect(await page.locator('h1').innerText()).not.toContain('problem');
  await page.context().close();
});

describe('a panel', () => panelScreens(signedIn));

test('the HTML of every page seen is valid', () => {
  expect([...new Set(faults)]).toEqual([]);
});
