import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { elmWithRivals } from '../support/rivals.ts';
import { Screen } from '../support/screen.ts';
import { type Story, storyUpTo } from '../support/story.ts';
import type { World } from '../support/world.ts';

/** What the pages of an officer are looked at with. */
export interface OfficerSetting {
  readonly signedIn: (user: string, at?: PagesWorld) => Promise<Page>;
}

/** Every page and state of an officer who looks for somebody for a room. */
export function officerScreens({ signedIn }: OfficerSetting): void {
  describe('an officer with a room', () => {
    let story: Story;
    let pages: PagesWorld;
    let page: Page;
    beforeAll(async () => {
      story = await storyUpTo('planned');
      pages = await openPages(story.store);
      page = await signedIn('officer', pages);
    });
    afterAll(() => pages?.stop());

    test('sees whom the plan suggests, who else fits, and who is ruled out and why', async () => {
      await page.goto(new URL('/vacancies/flat-free/who-could-live-here', page.url()).href);
      await Screen.on(page, 'whoCouldLiveHere', 'suggested');
      const text = await page.locator('main').innerText();
      expect(text).toContain('What the plan suggests');
      expect(text).toContain('Who is ruled out, and why');
      expect(text).not.toMatch(/Canary/);
    });

    test('adopts the suggestion with all that hangs on it', async () => {
      await page.getByRole('button', { name: 'Adopt this suggestion' }).click();
      await Screen.on(page, 'adopt');
      await page.getByRole('button', { name: 'Propose this home' }).click();
      const wrong = await Screen.on(page, 'adopt', 'wrong');
      expect(await wrong.errors()).toEqual(['Choose what you adopt']);
      await page.getByLabel('All 3 moves').check();
      await page.getByRole('button', { name: 'Propose this home' }).click();
      const screen = await Screen.on(page, 'proposalMade', 'chain');
      expect(await screen.heading()).toBe('Home proposed');
    });
  });

  describe('an officer who knows better than the plan', () => {
    let world: World;
    let pages: PagesWorld;
    let page: Page;
    beforeAll(async () => {
      world = await elmWithRivals(3, 0);
      await world.rematch();
      pages = await openPages(world.store);
      page = await signedIn('officer', pages);
    });
    afterAll(async () => {
      await pages?.stop();
      await world?.stop();
    });

    test('proposes another person, with rooms to choose from and a reason', async () => {
      await page.goto(`${pages.url}/vacancies/free-elm-1/who-could-live-here`);
      await Screen.on(page, 'whoCouldLiveHere', 'several');
      await page
        .getByRole('link', { name: /^Propose/ })
        .last()
        .click();
      await Screen.on(page, 'propose');
      await page.getByLabel('elm-2').check();
      await page.getByLabel('Why this person?').fill('Too short');
      await page.getByRole('button', { name: 'Propose this home' }).click();
      const wrong = await Screen.on(page, 'propose', 'wrong');
      expect(await wrong.errors()).toEqual(['Your reason must be 20 characters or more']);
      await page.getByLabel('Why this person?').fill('Their college is around the corner.');
      await page.getByRole('button', { name: 'Propose this home' }).click();
      await Screen.on(page, 'proposalMade', 'one');
      expect(await page.locator('main').innerText()).toContain('elm-2');
    });
  });
}
