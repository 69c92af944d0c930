import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contactPlans } from '../../shared/store/kinds/contacts.ts';
import { views } from '../../shared/store/kinds/placing.ts';
import { Records } from '../../shared/store/records.ts';
import { openBrowser, openContext } from '../support/browser.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { record } from '../support/recorder.ts';
import { beyond, doorOf } from '../support/rights.ts';
import { Screen } from '../support/screen.ts';
import { type Story, storyUpTo } from '../support/story.ts';

let browser: Browser;
const worlds: PagesWorld[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  for (const world of worlds) await world.stop();
});

/** A window in which somebody is signed in, at the page they begin with. */
async function signedIn(story: Story, user: string): Promise<{ page: Page; url: string }> {
  const world = await openPages(story.store);
  worlds.push(world);
  const page = await (await openContext(browser)).newPage();
  await page.goto(world.url);
  await page.getByRole('button', { name: user, exact: true }).click();
  return { page, url: world.url };
}

const recordsOf = ({ store }: Story) => new Records(store.deps.writing.table, 'southampton');

describe('a support worker, before a move', () => {
  let story: Story;
  let page: Page;
  let url: string;
  beforeAll(async () => {
    story = await storyUpTo('proposed');
    ({ page, url } = await signedIn(story, 'worker'));
  });
  const send = () => page.getByRole('button', { name: 'Record what they think' }).click();

  test('comes to their people, and sees what each is to be asked', async () => {
    const screen = await Screen.on(page, 'people');
    expect(await screen.heading()).toBe('My people');
    const toAsk = page.getByRole('table', { name: 'Homes to ask them about' });
    expect(await toAsk.locator('tbody').innerText()).toMatch(
      /Canary hmo-resident\s+Birch Court 3\s+Thu 30 Apr 2026/,
    );
    expect(await page.locator('tbody').last().innerText()).toContain('What they think of 1 home');
  });

  test('reads one of them: who they are, what is proposed, what is owed', async () => {
    const row = page.locator('tbody tr').filter({ hasText: 'What they think of 1 home' }).first();
    await row.locator('a').click();
    await Screen.on(page, 'person');
    expect(await page.locator('main').innerText()).toContain('Waiting for the person');
  });

  test('is told what is missing, and keeps the words written', async () => {
    await page.getByRole('button', { name: /^Record what they think of/ }).click();
    await Screen.on(page, 'personView');
    await page.getByLabel('Their own words').fill('It is near my sister.');
    await send();
    expect(await (await Screen.on(page, 'personView', 'unanswered')).errors()).toEqual([
      'Say what they think of this home',
    ]);
    expect(await page.getByLabel('Their own words').inputValue()).toBe('It is near my sister.');
    await page.getByLabel('They could not be asked').check();
    await send();
    expect(await (await Screen.on(page, 'personView', 'no-reason')).errors()).toEqual([
      'Say why they could not be asked',
    ]);
  });

  test('records a yes in the person’s words, touching only what the pages may touch', async () => {
    await page.getByLabel('Yes, they want this home').check();
    await page.getByLabel('Said in person').check();
    const onlyOne = page.getByLabel('They asked to hear of one home only');
    if ((await onlyOne.count()) > 0) await onlyOne.check();
    const { touched } = await record(story.store.client).during(async () => {
      await send();
      await Screen.on(page, 'person', 'asked');
      return { status: 200 };
    });
    expect(beyond(doorOf('web'), touched)).toEqual([]);
    const kept = (
      await Promise.all(story.proposals.map(({ id }) => recordsOf(story).about(views, id)))
    ).flatMap((some) => some.map(({ data }) => data));
    expect(kept).toMatchObject([
      { answer: 'yes', words: 'It is near my sister.', obtained: 'inPerson', recordedBy: 'worker' },
    ]);
  });

  test('reads what happened with them, newest first, by role and never by name', async () => {
    await page.getByRole('link', { name: 'What happened' }).click();
    const screen = await Screen.on(page, 'personHistory');
    expect(await screen.heading()).toBe('What happened');
    const items = await page.locator('.moj-timeline__description').allInnerTexts();
    expect(items.length).toBeGreaterThan(1);
    expect(items[0]).toContain('recorded what');
    expect(items.join(' ')).not.toContain('Canary');
    expect(await page.locator('time').first().innerText()).toMatch(/^20 April 2026 at \d\d:\d\d \(today\)$/);
  });

  test('finds by reference, never by name, and somebody else’s reads like none', async () => {
    await page.getByRole('link', { name: 'Search' }).click();
    await Screen.on(page, 'search');
    const look = async (reference: string) => {
      await page.getByLabel('Reference of a person, home or move').fill(reference);
      await page.getByRole('button', { name: 'Search' }).click();
      await Screen.on(page, 'search', reference.replaceAll(' ', '-'));
      return page.locator('main').innerText();
    };
    const others = story.proposals.find(({ personId }) => personId === 'patient');
    expect(await look('nobody-here')).toContain('Nothing you may see has the reference nobody-here');
    expect(await look(others?.homeId ?? '')).toContain('Home: ');
    expect(await look('Canary patient')).toContain('Nothing you may see');
    await page.goto(`${url}/homes/${others?.homeId}/history`);
    await Screen.on(page, 'homeHistory');
  });
});

describe('a support worker, after a move', () => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await storyUpTo('arrived');
    ({ page } = await signedIn(story, 'worker'));
  });

  test('sees whom to visit next and records what became of it', async () => {
    await Screen.on(page, 'people', 'after');
    const plans = await recordsOf(story).all(contactPlans, 'open');
    expect(plans.length).toBeGreaterThan(0);
    await page.locator('tbody tr').filter({ hasText: /\d{4}/ }).first().locator('a').click();
    await Screen.on(page, 'person', 'contacts');
    await page
      .getByRole('link', { name: /^Record the contact/ })
      .first()
      .click();
    await Screen.on(page, 'recordContact');
    const send = () => page.getByRole('button', { name: 'Record it' }).click();
    await send();
    expect(await (await Screen.on(page, 'recordContact', 'wrong')).errors()).toEqual([
      'Say what became of it',
    ]);
    await page.getByRole('radio', { name: 'It did not take place' }).check();
    await page.getByLabel('If it did not take place: why').selectOption('notReached');
    await send();
    const early = await Screen.on(page, 'recordContact', 'too-early');
    expect((await early.errors())[0]).toMatch(/day/i);
    await page.getByRole('radio', { name: 'It is not needed' }).check();
    await page.getByLabel('If it is not needed: why').fill('They asked for another day.');
    await send();
    await Screen.on(page, 'person', 'recorded');
    const kept = (await recordsOf(story).all(contactPlans, 'open')).flatMap(({ data }) => data.items);
    expect(kept.filter(({ status }) => status === 'waived')).toHaveLength(1);
  });
});

test('a programme lead sees what became of messages, and that none is lost', async () => {
  const { page } = await signedIn(await storyUpTo('planned'), 'lead');
  await page.getByRole('link', { name: 'Messages' }).click();
  const screen = await Screen.on(page, 'messages');
  expect(await screen.heading()).toBe('Messages');
  await page.getByRole('link', { name: 'Sent' }).click();
  await Screen.on(page, 'messages', 'sent');
});
