import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { homes } from '../../shared/store/kinds/homes.ts';
import { Records } from '../../shared/store/records.ts';
import { openBrowser } from '../support/browser.ts';
import { fill } from '../support/fill.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { record } from '../support/recorder.ts';
import { beyond, doorOf } from '../support/rights.ts';
import { Screen } from '../support/screen.ts';
import { type Story, storyUpTo } from '../support/story.ts';
import { windowOf } from '../support/window.ts';

let browser: Browser;
let story: Story;
let world: PagesWorld;
let page: Page;
const faults: string[] = [];
beforeAll(async () => {
  [browser, story] = await Promise.all([openBrowser(), storyUpTo('planned')]);
  world = await openPages(story.store);
  page = await windowOf(browser, world.url, 'officer', { faults });
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const kept = async () => new Records(story.store.deps.writing.table, 'southampton').all(homes);

const room = {
  ...{ area: '12.5', maxPersons: '1', floor: '0', stepFree: 'yes', wetRoom: 'no', cotSpace: 'notKnown' },
  ...{ rentType: 'specified', rent: '£141.25', service: '20', personal: '8.50', support: '0' },
};
const home = {
  ...{ name: 'Rosemary House', postcode: 'so17 1bj', confidential: 'no', letting: 'byRoom', unitType: '4' },
  ...{ offers: 'stayingConnected/extendedSupport', level: 'medium', hours: '9', sleepIn: 'no' },
  ...{ ageFrom: '18', ageTo: '24', ofsted: 'notRegistered', sex: 'women' },
  ...{ sexBasis: 'Asked for by young women who were harmed by men.', children: 'notKnown', connection: 'no' },
  ...{ notFor: 'arson', pets: 'byAgreement', smoking: 'outside', substanceFree: 'no', atmosphere: 'quiet' },
  ...{ features: 'outdoorSpace', licence: 'notRequired', ...room },
};

test('an officer sees the homes of their organisation', async () => {
  await page.getByRole('link', { name: 'My homes' }).click();
  const screen = await Screen.on(page, 'homes');
  expect(await screen.heading()).toBe('My homes');
  expect(await page.locator('tbody').innerText()).toContain('Birch Court 3');
});

test('what is missing or wrong is said in one place, and nothing that was written is lost', async () => {
  await press('Add a home');
  await Screen.on(page, 'addHome');
  await fill(page, { ...home, postcode: 'ZZ99', rent: 'a lot' });
  await press('Add this home');
  const screen = await Screen.on(page, 'addHome', 'wrong');
  expect(await screen.errors()).toEqual([
    'That is not a postcode that is on the map',
    'Enter pounds, such as 92.40',
  ]);
  expect(await page.locator('[name=name]').inputValue()).toBe('Rosemary House');
  await fill(page, { ...home, ageFrom: '30' });
  await press('Add this home');
  expect(await screen.errors()).toEqual(['The oldest age must be the youngest or more']);
});

test('a home is added with its first room, touching only what the pages may touch', async () => {
  const before = (await kept()).length;
  await fill(page, home);
  const { touched } = await record(story.store.client).during(async () => {
    await press('Add this home');
    await Screen.on(page, 'homes', 'added');
    return { status: 200 };
  });
  expect(beyond(doorOf('web'), touched)).toEqual([]);
  const all = await kept();
  expect(all).toHaveLength(before + 1);
  expect(all.find(({ data }) => data.home.name === 'Rosemary House')?.data).toMatchObject({
    home: {
      ...{ outcode: 'SO17', letting: 'byRoom', sexPolicy: 'women', sexPolicyReviewOn: '2027-04-20' },
      ...{ offers: [{ serviceModel: 'stayingConnected', stage: 'extendedSupport' }], takesChildren: null },
      ...{ notSuitableFor: ['arson'], features: ['outdoorSpace'], ageFrom: 18, ageTo: 24 },
    },
    rooms: [{ kind: 'bedroom', areaSquareMetres: 12.5, weeklyRent: 14_125, cotSpace: null }],
  });
});

test('a room is added to it, and a vacancy can be listed for it', async () => {
  await page.getByRole('link', { name: 'Add a room to Rosemary House' }).click();
  await Screen.on(page, 'addRoom');
  await press('Add this room');
  expect((await (await Screen.on(page, 'addRoom', 'wrong')).errors())[0]).toBe('Choose what it is');
  await fill(page, { ...room, kind: 'bedroom', area: '9' });
  await press('Add this room');
  await Screen.on(page, 'homes', 'room-added');
  expect(await page.locator('tr').filter({ hasText: 'Rosemary House' }).innerText()).toContain('2 rooms');
  await press('List a vacancy');
  await press('Start');
  expect(await page.locator('[name=room]').innerText()).toContain('Rosemary House');
});

test('sent twice it is added once; whoever may not add a home does not come here', async () => {
  const before = (await kept()).length;
  await page.goto(`${world.url}/homes/add`);
  await fill(page, { ...home, name: 'Sage House' });
  await press('Add this home');
  await page.goBack();
  await press('Add this home');
  expect(await kept()).toHaveLength(before + 1);
  const ward = await windowOf(browser, world.url, 'ward', { faults });
  expect((await ward.goto(`${world.url}/homes/add`))?.status()).toBe(403);
  expect((await page.goto(`${world.url}/homes/birch/add-room`))?.status()).toBe(404);
  expect(faults).toEqual([]);
});
