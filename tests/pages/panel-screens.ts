import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RoomId } from '../../shared/domain/ids.ts';
import { homes } from '../../shared/store/kinds/homes.ts';
import { proposals } from '../../shared/store/kinds/placing.ts';
import { Records } from '../../shared/store/records.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { Screen } from '../support/screen.ts';
import { type Story, storyUpTo } from '../support/story.ts';

const reason = 'It suits them well, and the house agrees.';

/** The picture as it is drawn for somebody who sees it: nothing of it lies outside its frame. */
const spilled = `[...document.querySelectorAll('svg')].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text, path, rect, circle')].flatMap((mark) => {
    const box = mark.getBoundingClientRect();
    const out = box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
    return out ? [svg.id + ' ' + mark.tagName + ' ' + mark.textContent] : [];
  });
})`;

/** Every page of a panel, in the order in which its people come to them. */
export function panelScreens(signedIn: (user: string, at: PagesWorld) => Promise<Page>): void {
  let story: Story;
  let world: PagesWorld;
  let chair: Page;
  let page: Page;
  let panelId = '';
  beforeAll(async () => {
    story = await storyUpTo('viewed');
    await withAlternatives(story);
    world = await openPages(story.store);
    chair = await signedIn('chair', world);
    page = await signedIn('panel', world);
    // What brings a chain up to date asks every rule of every move again.
    page.setDefaultTimeout(40_000);
  });
  afterAll(() => world.stop());
  const caseAt = (at = 2) => `${world.url}/panels/${panelId}/cases/${story.proposals[at]?.id}`;

  describe('a chair', () => {
    test('sees what to expect where no panel has been called, and calls one', async () => {
      await Screen.on(chair, 'panels', 'none');
      expect(await chair.locator('main').innerText()).toContain('No panel has been called');
      await chair.getByRole('button', { name: 'Call a panel' }).click();
      await Screen.on(chair, 'panelNew');
      await chair.getByLabel('Day').fill('22');
      await chair.getByRole('button', { name: 'Call this panel' }).click();
      const screen = await Screen.on(chair, 'panelNew', 'wrong');
      expect(await screen.errors()).toEqual([
        'The day it meets must include a month and a year',
        'Choose who chairs it',
        'Choose who else sits on it',
      ]);
      expect(await chair.getByLabel('Day').inputValue()).toBe('22');
      await chair.getByLabel('Month').fill('April');
      await chair.getByLabel('Year').fill('26');
      await chair.getByLabel('Who chairs it?').selectOption('chair');
      await chair.getByLabel('panel', { exact: true }).check();
      for (const box of await chair.locator('[name=agenda]').all()) await box.check();
      await chair.getByRole('button', { name: 'Call this panel' }).click();
      await Screen.on(chair, 'panel', 'agenda');
      panelId = new URL(chair.url()).pathname.split('/')[2] ?? '';
      expect(await chair.locator('tbody tr').count()).toBe(3);
    });

    test('sends out the papers once', async () => {
      await page.goto(`${world.url}/panels/${panelId}`);
      await Screen.on(page, 'panel', 'not-sent-out');
      await chair.getByRole('button', { name: 'Send out the papers' }).click();
      await Screen.on(chair, 'panelCirculate');
      await chair.getByRole('button', { name: 'Send out the papers' }).click();
      await Screen.on(chair, 'panel', 'sent-out');
      await chair.goto(`${world.url}/panels/${panelId}/send-out`);
      await Screen.on(chair, 'panelCirculate', 'done');
      expect(await chair.locator('main').innerText()).toContain('are out already');
    });

    test('is told where a panel is called by somebody who sits on none', async () => {
      const lead = await signedIn('lead', world);
      await lead.goto(`${world.url}/panels/new?called=${panelId}`);
      await Screen.on(lead, 'panelNew', 'called');
    });
  });

  describe('a panel member', () => {
    test('comes from the meeting to its cases', async () => {
      await page.getByRole('link', { name: 'Panels' }).first().click();
      await Screen.on(page, 'panels');
      await page.getByRole('link', { name: 'Wed 22 Apr 2026' }).click();
      const screen = await Screen.on(page, 'panel');
      expect(await screen.heading()).toBe('Panel on 22 April 2026');
      expect(await page.locator('tbody tr').count()).toBe(3);
    });

    test('reads the person’s own words before any score', async () => {
      await page.getByRole('link', { name: 'Canary patient', exact: true }).click();
      await Screen.on(page, 'panelPack');
      expect(await page.locator('h2').allInnerTexts()).toEqual([
        'What they need',
        'In the person’s own words',
        'The home',
        'Who they would live with',
        'How well it fits',
        'The moves that hang together',
        'Checks',
        'About this service',
      ]);
      expect(await page.locator('blockquote').innerText()).toBe('I would like to live there.');
      expect(await page.evaluate(spilled)).toEqual([]);
    });

    test('compares the home with others, each picture with its table', async () => {
      await page.getByRole('link', { name: 'Compare with other homes' }).click();
      await Screen.on(page, 'panelCompare');
      expect(await page.locator('svg title').allTextContents()).toEqual([
        'Fit against wait',
        'Where the homes lie around: their care team',
      ]);
      expect(await page.evaluate(spilled)).toEqual([]);
      expect(await page.locator('main').innerText()).toContain('(differs)');
      // The room is freed by the move after it in the chain.
      const checks = page.locator('tr').filter({ hasText: /^\s*Checks/ });
      expect(await checks.locator('td').first().innerText()).toBe('All pass');
      await page.goto(`${caseAt(0)}/alternatives`);
      await Screen.on(page, 'panelCompare', 'alone');
    });

    test('is asked once more where the case is not the plan’s, and nothing is decided till then', async () => {
      await page.goto(caseAt());
      await page.getByRole('button', { name: 'Say what you decide' }).click();
      await Screen.on(page, 'panelDecide');
      await page.getByLabel('Decline the moves').check();
      await page.getByLabel('Your reason').fill('Too short');
      await page.getByRole('button', { name: 'Record my decision' }).click();
      const screen = await Screen.on(page, 'panelDecide', 'wrong');
      expect(await screen.errors()).toEqual([
        'Choose the main reason against the move',
        'Choose at least one thing it rests on',
        'Your reason must be 20 characters or more',
      ]);
      expect(await page.getByLabel('Your reason').inputValue()).toBe('Too short');
      await page.getByLabel('Approve with conditions').check();
      await page.getByLabel('Conditions', { exact: true }).fill('A worker visits in the first week.');
      await page.getByLabel('Support', { exact: true }).check();
      await page.getByLabel('Your reason').fill(reason);
      await page.getByRole('button', { name: 'Record my decision' }).click();
      await Screen.on(page, 'panelDecide', 'interruption');
      await page.getByRole('button', { name: 'Go back and change it' }).click();
      expect(await page.getByLabel('Your reason').inputValue()).toBe(reason);
    });

    test('reads what changed since they opened it, and what they wrote is kept', async () => {
      await changeHome(story);
      await page.getByRole('button', { name: 'Record my decision' }).click();
      await page.getByRole('button', { name: 'Yes, record my decision' }).click();
      await Screen.on(page, 'panelDecide', 'changed');
      expect(await page.locator('#changed').innerText()).toBe('What changed since you opened it');
      expect(await page.locator('tbody tr').first().innerText()).toMatch(
        /support hours per week\s+\d+\s+\d+/,
      );
      expect(await page.getByLabel('Your reason').inputValue()).toBe(reason);
      await page.getByRole('link', { name: 'Back' }).click();
      await Screen.on(page, 'panelPack', 'changed');
      await page.getByRole('button', { name: 'Bring it up to date' }).click();
      await Screen.on(page, 'panelPack', 'up-to-date');
      expect(await page.getByRole('button', { name: 'Bring it up to date' }).count()).toBe(0);
    });

    test('votes, and reads whom the case still waits for', async () => {
      await page.getByRole('button', { name: 'Say what you decide' }).click();
      await page.getByLabel('Approve the moves').check();
      await page.getByLabel('Support', { exact: true }).check();
      await page.getByLabel('Your reason').fill(reason);
      await page.getByRole('button', { name: 'Record my decision' }).click();
      await page.getByRole('button', { name: 'Yes, record my decision' }).click();
      await Screen.on(page, 'panelPack', 'voted');
      const told = await page.locator('main').innerText();
      expect(told).toContain('1 of 2 members have voted, so it waits for 1 of 2.');
      expect(told).toContain('You voted: approve.');
    });

    test('reads the minutes so far', async () => {
      await page.goto(`${world.url}/panels/${panelId}/minutes`);
      await Screen.on(page, 'panelMinutes');
      expect(await page.locator('main').innerText()).toContain(reason);
    });

    test('declares a conflict and is out of the case', async () => {
      const other = await signedIn('panel-2', world);
      await other.goto(`${world.url}/panels/${panelId}`);
      await other.getByRole('link', { name: 'Declare a conflict' }).first().click();
      await Screen.on(other, 'panelConflict');
      await other.getByRole('button', { name: 'Declare it and step back' }).click();
      const screen = await Screen.on(other, 'panelConflict', 'wrong');
      expect(await screen.errors()).toEqual(['Say why you are too near to it']);
      await other.getByLabel('friend').check();
      await other.getByRole('button', { name: 'Declare it and step back' }).click();
      await Screen.on(other, 'panel', 'recused');
      expect(await other.locator('main').innerText()).toContain('3 cases are not shown to you');
      await other.context().close();
    });
  });

  describe('a review', () => {
    test('waits for nobody at first', async () => {
      await chair.goto(`${world.url}/reviews`);
      await Screen.on(chair, 'reviews', 'none');
    });

    test('is asked for by whoever works with the person once a panel declined', async () => {
      await declineAll(story);
      const worker = await signedIn('worker', world);
      await worker.goto(`${world.url}/proposals/${story.proposals[0]?.id}/review`);
      await Screen.on(worker, 'reviewAsk');
      await worker.getByRole('button', { name: 'Ask for a review' }).click();
      const screen = await Screen.on(worker, 'reviewAsk', 'wrong');
      expect(await screen.errors()).toEqual(['Write your own reason']);
      await worker
        .getByLabel('Why should others')
        .fill('Their mother has moved next to the home since then.');
      await worker.getByRole('button', { name: 'Ask for a review' }).click();
      await Screen.on(worker, 'reviewAsk', 'asked');
      await worker.context().close();
    });

    test('is decided by somebody who had no part in it', async () => {
      await story.store.member('chair-2', ['panelChair']);
      await chair.reload();
      await Screen.on(chair, 'reviews');
      await chair.locator('tbody a').click();
      await Screen.on(chair, 'review');
      await chair.getByRole('button', { name: 'Record my decision' }).click();
      const screen = await Screen.on(chair, 'review', 'wrong');
      expect(await screen.errors()).toEqual(['Say what you decide', 'Write your own reason']);
      await chair.getByLabel('The move may be proposed again').check();
      await chair.getByLabel('Your reason').fill('The family lives next door now, which nobody knew.');
      await chair.getByRole('button', { name: 'Record my decision' }).click();
      await Screen.on(chair, 'reviews', 'decided');
    });
  });
}

/** The last move of the chain is one the plan does not suggest first, and three other rooms fitted. */
async function withAlternatives(story: Story): Promise<void> {
  const [, , last] = story.proposals;
  if (!last) throw new Error('The story has no chain of three.');
  const others = ['oak-1', 'oak-2', 'elm-1', 'elm-2', 'birch-flat'].filter((id) => id !== last.roomId);
  const alternatives = others.slice(0, 3).map((id) => RoomId.parse(id));
  await story.store.put('southampton', proposals, { ...last, alternatives, special: ['notTopRanked'] });
}

/** The home of the last move gives more support than the papers say. */
async function changeHome({ store, proposals: made }: Story): Promise<void> {
  const kept = await new Records(store.deps.writing.table, 'southampton').get(homes, made[2]?.homeId ?? '');
  if (!kept) throw new Error('The home of the last move is not there.');
  const { home } = kept.data;
  const supportHoursPerWeek = home.supportHoursPerWeek + 5;
  await store.put('southampton', homes, { ...kept.data, home: { ...home, supportHoursPerWeek } });
}

async function declineAll({ store, ask, chainId, versionOf }: Story): Promise<void> {
  await store.member('panel-3', ['panelMember']);
  await store.member('chair-3', ['panelChair']);
  for (const as of ['panel', 'panel-3', 'chair-3']) {
    const body = { for: 'decline', reason, criteria: ['support'] };
    await ask('castVote', { as, params: { caseId: chainId }, body, ifMatch: await versionOf(chainId) });
  }
  const body = { outcome: 'decline', reason, criteria: ['support'], declineReason: 'other' };
  const params = { chainId };
  const { status } = await ask('decideChain', {
    as: 'chair-3',
    params,
    body,
    ifMatch: await versionOf(chainId),
  });
  if (status >= 300) throw new Error(`The panel does not decline: ${status}.`);
}
