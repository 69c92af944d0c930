import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { fill } from '../support/fill.ts';
import { leftAnswers, requestAnswers, triedAnswers } from '../support/request-answers.ts';
import { Screen } from '../support/screen.ts';
import type { Story } from '../support/story.ts';

/** What the pages of a ward are looked at with. */
export interface WardSetting {
  readonly url: () => string;
  readonly story: () => Story;
  readonly signedIn: (user: string) => Promise<Page>;
}

const goOn = (page: Page) => page.getByRole('button', { name: 'Save and continue' }).click();

const titles = {
  words: 'What they say themselves',
  sharing: 'Why you may share this',
  ward: 'Ward and ready date',
  without: 'What happens without a home',
  where: 'Where they want to live, and why',
  needs: 'What support they need',
  home: 'What the home must have',
  risks: 'Risks',
  money: 'Money and where they lived before',
} as const;

/** Every page and state of a ward, each of them checked and pictured. */
export function wardScreens({ url, story, signedIn }: WardSetting): void {
  describe('requesting a placement', () => {
    let page: Page;
    beforeAll(async () => {
      page = await signedIn('ward');
      await page.getByRole('button', { name: 'Request a placement' }).click();
    });

    test('begins with a list of its parts', async () => {
      const screen = await Screen.on(page, 'requestPlacement', 'start');
      expect(await screen.heading()).toBe('Request a placement');
      expect(await page.locator('.govuk-task-list__item').count()).toBe(10);
    });

    test('asks who the person is, and says what is wrong in the same words above and beside', async () => {
      await page.getByRole('link', { name: 'Who the person is' }).click();
      await Screen.on(page, 'requestPlacementTask', 'person');
      await fill(page, { ...requestAnswers.person, nhsNumber: '999 000 0019', 'born-month': '13' });
      await goOn(page);
      const screen = await Screen.on(page, 'requestPlacementTask', 'person-wrong');
      const errors = await screen.errors();
      expect(errors).toHaveLength(2);
      expect(await page.locator('.govuk-error-message').allTextContents()).toEqual(
        errors.map((one) => `Error: ${one}`),
      );
      expect(await screen.title()).toMatch(/^Error: /);
      expect(await page.evaluate('document.activeElement.className')).toBe('govuk-error-summary');
      await page.getByRole('link', { name: errors[1] ?? '' }).click();
      expect(await page.evaluate('document.activeElement.id')).toBe('nhsNumber');
      expect(await page.locator('#name').inputValue()).toBe('Canary newcomer');
      await fill(page, requestAnswers.person);
      await goOn(page);
    });

    test.each(Object.keys(titles) as (keyof typeof titles)[])('asks part by part: %s', async (part) => {
      await page.getByRole('link', { name: titles[part] }).click();
      const screen = await Screen.on(page, 'requestPlacementTask', part);
      expect(await screen.heading()).toBe(titles[part]);
      await fill(page, requestAnswers[part]);
      await goOn(page);
    });

    test('shows all answers, goes back to one, and sends the request once', async () => {
      await Screen.on(page, 'requestPlacement', 'done');
      await page.getByRole('button', { name: 'Check your answers' }).click();
      await Screen.on(page, 'requestPlacementCheck');
      await page.getByRole('link', { name: /Change.*Ward and ready date/ }).click();
      expect(await page.locator('[name="readyOn-day"]').inputValue()).toBe('16');
      await goOn(page);
      await page.getByRole('button', { name: 'Send this request' }).click();
      const screen = await Screen.on(page, 'requestSent');
      expect(await screen.heading()).toBe('Request sent');
      const sentAt = page.url();
      await page.goBack();
      expect(await screen.heading()).toBe('Request a placement');
      await page.goto(sentAt);
    });

    test('shows the patient from then on: how far it is, how long they wait and whose turn it is', async () => {
      await page.getByRole('link', { name: 'Go to the page of this patient' }).click();
      await Screen.on(page, 'patient', 'sent');
      const text = await page.locator('main').innerText();
      expect(text).toContain('4 days');
      expect(text).toContain('The programme lead’s turn');
    });

    test('answers what the programme lead asks', async () => {
      const { ask } = story();
      const params = { requestId: /patients\/([^/?]+)/.exec(page.url())?.[1] ?? '' };
      await ask('reviewRequest', { as: 'lead', params, body: { outcome: 'start' } });
      const question = 'Which school does their child go to?';
      await ask('askForInformation', { as: 'lead', params, body: { question } });
      await page.reload();
      await Screen.on(page, 'patient', 'question');
      await page.getByRole('button', { name: 'Answer the question' }).click();
      await page.getByRole('button', { name: 'Send your answer' }).click();
      const wrong = await Screen.on(page, 'patientAnswer', 'wrong');
      expect(await wrong.errors()).toEqual(['Write your answer']);
      await page.getByLabel('Your answer').fill('None: they have no children.');
      await page.getByRole('button', { name: 'Send your answer' }).click();
      await Screen.on(page, 'patient', 'answered');
    });

    test('plans leaving hospital, with whoever owes the follow-up', async () => {
      await page.getByRole('button', { name: 'Plan leaving hospital' }).click();
      await Screen.on(page, 'patientLeaving');
      await page.getByLabel(/Follow-up within 72 hours/).selectOption('w-1');
      for (const box of await page.locator('[name="arranged"]').all()) await box.check();
      await page.getByRole('button', { name: 'Save what is arranged' }).click();
      await Screen.on(page, 'patient', 'planned');
    });

    test('records that they have left, and the follow-up', async () => {
      await page.getByRole('button', { name: 'They have left hospital' }).click();
      await Screen.on(page, 'patientLeft');
      await page.getByRole('button', { name: 'Record that they have left' }).click();
      await Screen.on(page, 'patientLeft', 'wrong');
      await fill(page, leftAnswers);
      await page.getByRole('button', { name: 'Record that they have left' }).click();
      await Screen.on(page, 'patient', 'left');
      await page.getByRole('button', { name: 'Record a follow-up' }).click();
      await Screen.on(page, 'patientFollowUp');
      await fill(page, triedAnswers);
      await page.getByRole('button', { name: 'Record this' }).click();
      await Screen.on(page, 'patient', 'followed-up');
      expect(await page.locator('main').innerText()).toContain('Done in time: w-1');
    });
  });

  wardCaseScreens({ url, signedIn });
}

function wardCaseScreens({ url, signedIn }: Pick<WardSetting, 'url' | 'signedIn'>): void {
  describe('a patient of the ward', () => {
    let page: Page;
    beforeAll(async () => {
      page = await signedIn('ward');
    });
    const open = () => page.goto(`${url()}/patients/ask-c`);

    test('is no longer ready, and ready again', async () => {
      await open();
      await Screen.on(page, 'patient', 'waiting');
      await page.getByRole('button', { name: 'They are no longer ready' }).click();
      await Screen.on(page, 'patientNotReady');
      await page.getByRole('button', { name: 'Stop counting' }).click();
      await Screen.on(page, 'patientNotReady', 'wrong');
      const stopped = { 'endedOn-day': '18', 'endedOn-month': '4', 'endedOn-year': '2026' };
      await fill(page, { ...stopped, code: 'deteriorated' });
      await page.getByRole('button', { name: 'Stop counting' }).click();
      await Screen.on(page, 'patient', 'not-ready');
      await page.getByRole('button', { name: 'They are ready to leave' }).click();
      await Screen.on(page, 'patientReady');
      const again = { 'readyOn-day': '19', 'readyOn-month': '4', 'readyOn-year': '2026' };
      await fill(page, { ...again, delayReason: 'B1', attributable: '04' });
      await page.getByRole('button', { name: 'Start counting' }).click();
      await Screen.on(page, 'patient', 'ready-again');
      expect(await page.locator('table').innerText()).toContain('11 days');
    });
  });
}
