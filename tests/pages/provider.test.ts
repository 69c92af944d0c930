import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { providerAnswers } from '../../shared/store/kinds/placing.ts';
import { Records } from '../../shared/store/records.ts';
import { openBrowser, openContext } from '../support/browser.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { record } from '../support/recorder.ts';
import { beyond, doorOf } from '../support/rights.ts';
import { Screen } from '../support/screen.ts';
import { type Story, speakerOf, storyUpTo, yes } from '../support/story.ts';

let browser: Browser;
let story: Story;
let world: PagesWorld;
let page: Page;

beforeAll(async () => {
  [browser, story] = await Promise.all([openBrowser(), storyUpTo('proposed')]);
  for (const proposal of story.proposals)
    await story.ask('recordView', {
      as: speakerOf(proposal),
      params: { proposalId: proposal.id },
      body: yes,
    });
  world = await openPages(story.store);
  page = await (await openContext(browser)).newPage();
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const answersOf = async (proposalId: string) =>
  (await new Records(story.store.deps.writing.table, 'southampton').get(providerAnswers, proposalId))?.data;

const send = () => page.getByRole('button', { name: 'Send my answer' }).click();

describe('a provider', () => {
  test('comes to the referrals to answer, without a name, and sees how long there is', async () => {
    await page.goto(world.url);
    await page.getByRole('button', { name: 'provider', exact: true }).click();
    await page.getByRole('link', { name: 'Referrals' }).click();
    const screen = await Screen.on(page, 'referrals');
    expect(await screen.heading()).toBe('Referrals to answer');
    expect(await page.locator('tbody tr').count()).toBe(3);
    const text = await page.locator('main').innerText();
    expect(text).not.toContain('Canary');
    expect(text).toMatch(/\d+ working days/);
  });

  test('is told what is missing, and keeps what was written', async () => {
    await page.locator('tbody a').first().click();
    await Screen.on(page, 'referral');
    await send();
    expect(await (await Screen.on(page, 'referral', 'unanswered')).errors()).toEqual(['Say what you answer']);
    await page.getByLabel('No', { exact: true }).check();
    await page.getByLabel('If no: what stands in the way').fill('The shower is broken.');
    await send();
    expect(await (await Screen.on(page, 'referral', 'no-reason')).errors()).toEqual([
      'Choose why you cannot take this move',
    ]);
    expect(await page.getByLabel('If no: what stands in the way').inputValue()).toBe('The shower is broken.');
  });

  test('asks first: the time stands still, and a day too far off is refused with the days there are', async () => {
    await page.getByLabel('We need to know something first').check();
    await page.getByLabel('If you need to know something: your question').fill('Do they use the stairs?');
    const fillDay = async (day: string) => {
      const [date = '', month = '', year = ''] = day.split('/');
      for (const [box, value] of Object.entries({ Day: date, Month: month, Year: year }))
        await page.getByLabel(box, { exact: true }).fill(value);
    };
    await fillDay('1/12/2026');
    await send();
    const refused = await Screen.on(page, 'referral', 'too-late');
    expect((await refused.errors())[0]).toMatch(/day/);
    await fillDay('22/4/2026');
    await send();
    await Screen.on(page, 'referral', 'asked');
    expect(await page.locator('main').innerText()).toContain('Not answered yet. Your time stands still.');
    expect(await page.getByRole('button', { name: 'Send my answer' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Referrals' }).first().click();
    await Screen.on(page, 'referrals', 'asking');
    expect(await page.locator('tbody').innerText()).toContain('Waiting for your question');
  });

  test('says yes to one, touching only what the pages may touch', async () => {
    const link = page.locator('tbody tr').filter({ hasText: 'working days' }).locator('a').first();
    const proposalId = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
    const { touched } = await record(story.store.client).during(async () => {
      await link.click();
      await page.getByLabel('Yes, we can support them').check();
      await send();
      await Screen.on(page, 'referral', 'answered');
      return { status: 200 };
    });
    expect(beyond(doorOf('web'), touched)).toEqual([]);
    expect(await page.locator('main').innerText()).toContain(
      'You have answered. It stands at: waiting for the panel.',
    );
    expect(await answersOf(proposalId)).toMatchObject({ answer: 'accept', answeredBy: 'provider' });
  });

  test('says no with a reason, which ends it and is on record as the provider’s', async () => {
    await page.getByRole('link', { name: 'Referrals' }).first().click();
    const link = page.locator('tbody tr').filter({ hasText: 'working days' }).locator('a').first();
    const proposalId = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
    await link.click();
    await page.getByLabel('No', { exact: true }).check();
    await page.getByLabel('If no: the main reason').selectOption('noStaffCapacity');
    await page.getByLabel('If no: what stands in the way').fill('Two of us are away until May.');
    await send();
    await Screen.on(page, 'referral', 'refused');
    expect(await answersOf(proposalId)).toMatchObject({ answer: 'refuse', reason: 'noStaffCapacity' });
  });
});
