import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { addDays, type Day } from '../../shared/domain/day.ts';
import { fill } from './fill.ts';
import { windowOf } from './window.ts';

const patientName = 'Robin Example';

/** What somebody types who goes through the demo for the first time. The patient is made up. */
const answersOn = (today: Day) => ({
  ...{
    vacancy: [
      { room: 'kestrel-court-7-whole' },
      { empty: 'yes' },
      boxes('from', today),
      { reason: '13' },
      { work: 'none' },
      {},
    ],
  },
  request: {
    'Who the person is': {
      ...{ known: 'no', name: patientName, ...boxes('born', addDays(today, -Math.round(19.4 * 365.25))) },
      ...{
        sex: 'female',
        groups: 'E',
        mentalHealthTeam: 'yes',
        care: 'formerRelevant',
        residentialCare: 'yes',
      },
    },
    'What they say themselves': {
      ...{ asked: 'said', said: 'Somewhere quiet, with somebody there at night.', obtained: 'inPerson' },
    },
    'Why you may share this': { basis: 'agreed', ...boxes('agreedOn', addDays(today, -6)) },
    'Ward and ready date': {
      ...{ programme: 'stayingConnected', ready: 'yes', ...boxes('readyOn', addDays(today, -12)) },
      ...{ delayReason: 'J2', attributable: '07' },
    },
    'What happens without a home': {
      ...{ ...boxes('neededBy', addDays(today, 30)), ifNotHoused: 'They stay on the ward.', unsafe: 'no' },
    },
    'Where they want to live, and why': { near1: 'SO14 2AA', nearKind1: 'careTeam', nearMatters1: '3' },
    'What support they need': {
      ...{ ...boxes('assessedOn', addDays(today, -9)), level: 'high', hours: '18', sleepIn: 'required' },
      ...{ recovery: 'notApplicable', substanceFree: 'notRequired' },
    },
    'What the home must have': {
      ...{ stepFree: 'required', wetRoom: 'required', floor: '0', selfContained: 'notRequired' },
      ...{ quiet: 'yes', adults: '1', children: '0', pet: 'none', smokes: 'no' },
    },
    Risks: {
      ...{ arson: 'none', violence: 'none', sexualHarm: 'none', exploitsOthers: 'none', toSelf: 'low' },
      ...{ riskOfExploitation: 'none', cuckooing: 'none', propertyDamage: 'none' },
    },
    'Money and where they lived before': {
      ...{ funding: 'benefits', canPay: '30', before: '32', connection: 'yes' },
    },
  },
});

/** The three boxes of a day, as a form sends them. */
function boxes(name: string, day: Day): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** Called at each step worth a picture. */
type Look = (page: Page, name: string) => Promise<void>;

/** Somebody's way through the demo. */
export interface Walk {
  readonly browser: Browser;
  readonly url: string;
  readonly today: Day;
  readonly look: Look;
  /** What is wrong with any page on the way is added here. */
  readonly faults: string[];
}

/** A window without JavaScript in which a demo user is signed in. */
export const signedIn = ({ browser, url, faults }: Walk, user: string): Promise<Page> =>
  windowOf(browser, url, user, { script: false, faults });

/** The officer lists the flat that has come free. */
export async function listVacancy(walk: Walk): Promise<Page> {
  const page = await signedIn(walk, 'officer');
  await page.getByRole('button', { name: 'List a vacancy' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  for (const answer of answersOn(walk.today).vacancy) {
    await fill(page, answer);
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  await page.getByRole('button', { name: 'List this vacancy' }).click();
  expect(await page.locator('h1').innerText()).toBe('Vacancy listed');
  return page;
}

/** The ward asks for a place for somebody who is new to the service. */
export async function requestPlacement(walk: Walk): Promise<Page> {
  const page = await signedIn(walk, 'ward');
  await page.getByRole('button', { name: 'Request a placement' }).click();
  for (const [part, answers] of Object.entries(answersOn(walk.today).request)) {
    await page.getByRole('link', { name: part }).click();
    await fill(page, answers);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    expect(await page.locator('.govuk-error-summary').allInnerTexts(), part).toEqual([]);
  }
  await page.getByRole('button', { name: 'Check your answers' }).click();
  await page.getByRole('button', { name: 'Send this request' }).click();
  expect(await page.locator('h1').innerText()).toBe('Request sent');
  await page.getByRole('link', { name: 'Go to the page of this patient' }).click();
  return page;
}

/** The lead finds the ward's request ready to place. */
export async function reviewRequest(walk: Walk): Promise<void> {
  const page = await signedIn(walk, 'lead');
  await page.getByRole('link', { name: 'Requests' }).click();
  await page.locator('tbody a').last().click();
  await page.getByLabel('It is ready').check();
  await page.getByRole('button', { name: 'Record the review' }).click();
}

/** Reads a page again until it says what is waited for: a new plan stands seconds after the facts behind it. */
async function readUntil(page: Page, part: string, said: string): Promise<void> {
  const again = async () => {
    await page.reload();
    return page.locator(part).innerText();
  };
  await expect.poll(again, { timeout: 60_000, interval: 500 }).toContain(said);
}

/** The officer sees what the plan makes of the flat, and adopts the whole chain. */
export async function adoptChain(walk: Walk, page: Page): Promise<void> {
  await page.getByRole('link', { name: 'My vacancies' }).first().click();
  await readUntil(page, 'tr:has-text("kestrel-court-7-whole")', '3 moves that hang together');
  const row = page.locator('tr').filter({ hasText: 'kestrel-court-7-whole' });
  await row.getByRole('link', { name: 'Who could live here' }).click();
  await page.getByRole('button', { name: 'Adopt this suggestion' }).click();
  await page.getByLabel('All 3 moves').check();
  await walk.look(page, 'adopt');
  await page.getByRole('button', { name: 'Propose this home' }).click();
  expect(await page.locator('h1').innerText()).toBe('Home proposed');
}

/** The ward reads what the plan holds for its patient. */
export const seePlan = (patient: Page): Promise<void> => readUntil(patient, 'main', 'What the plan says');

/** What somebody says is written down by whoever works with them: their ward, or their worker. */
export async function recordViews(walk: Walk, patient: Page): Promise<void> {
  await patient.reload();
  await patient.getByRole('button', { name: /^Record what they think of/ }).click();
  await recordYes(patient);
  const page = await signedIn(walk, 'worker');
  const toAsk = page.getByRole('table', { name: 'Homes to ask them about' }).getByRole('link');
  for (let left = await toAsk.count(); left > 0; left--) {
    await toAsk.first().click();
    await recordYes(page);
    await page.getByRole('link', { name: 'My people' }).first().click();
    expect(await toAsk.count()).toBe(left - 1);
  }
}

async function recordYes(page: Page): Promise<void> {
  await page.getByLabel('Yes, they want this home').check();
  await page.getByLabel('Their own words').fill('I have seen it, and I would like to live there.');
  await page.getByLabel('Said in person').check();
  const onlyOne = page.getByLabel('They asked to hear of one home only');
  if ((await onlyOne.count()) > 0) await onlyOne.check();
  await page.getByRole('button', { name: 'Record what they think' }).click();
}

/** The provider says that it can support each of them. */
export async function answerReferrals(walk: Walk): Promise<void> {
  const page = await signedIn(walk, 'provider');
  await page.getByRole('link', { name: 'Referrals' }).click();
  const waiting = page.locator('tbody a');
  for (let left = await waiting.count(); left > 0; left--) {
    await waiting.first().click();
    await page.getByLabel('Yes, we can support them').check();
    await page.getByRole('button', { name: 'Send my answer' }).click();
    await page.getByRole('link', { name: 'Referrals' }).first().click();
    expect(await waiting.count()).toBe(left - 1);
  }
}

/** The chair calls a panel for the moves, and sends out the papers. */
export async function callPanel(walk: Walk): Promise<Page> {
  const page = await signedIn(walk, 'chair');
  await page.getByRole('button', { name: 'Call a panel' }).click();
  await fill(page, boxes('on', walk.today));
  await page.getByLabel('Who chairs it?').selectOption('chair');
  for (const member of ['panel', 'panel-two']) await page.getByLabel(member, { exact: true }).check();
  for (const box of await page.locator('[name=agenda]').all()) await box.check();
  await page.getByRole('button', { name: 'Call this panel' }).click();
  await page.getByRole('button', { name: 'Send out the papers' }).click();
  await page.getByRole('button', { name: 'Send out the papers' }).click();
  return page;
}

/** A member of the panel reads the papers of the patient, and approves. @returns where it stands then */
export async function decide({ url }: Walk, page: Page, look?: Look): Promise<string> {
  await page.goto(`${url}/panels`);
  await page.locator('tbody a').first().click();
  await page.getByRole('link', { name: patientName, exact: true }).click();
  await look?.(page, 'panel-pack');
  await page.getByRole('button', { name: 'Say what you decide' }).click();
  await page.getByLabel('Approve the moves').check();
  await page.getByLabel('Support', { exact: true }).check();
  await page.getByLabel('Your reason').fill('Each home fits the person, and each of them wants it.');
  await page.getByRole('button', { name: 'Record my decision' }).click();
  return page.locator('main .govuk-tag').first().innerText();
}

/** The ward writes down that its patient takes the home that was approved. */
export async function recordAnswer(patient: Page): Promise<void> {
  await patient.reload();
  await patient.getByRole('button', { name: 'Record their answer to the offer' }).click();
  await fill(patient, { answer: 'accepted', obtained: 'inPerson' });
  await patient.getByRole('button', { name: 'Record their answer', exact: true }).click();
}
