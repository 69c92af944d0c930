import { afterAll, beforeAll, expect, test } from 'vitest';
import { vacancies } from '../../shared/store/kinds/homes.ts';
import { Records } from '../../shared/store/records.ts';
import { type PageClient, pageClient } from '../support/page-client.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { record } from '../support/recorder.ts';
import { beyond, doorOf } from '../support/rights.ts';
import { htmlFaults } from '../support/screen.ts';
import { type Story, storyUpTo } from '../support/story.ts';

let story: Story;
let world: PagesWorld;
beforeAll(async () => {
  story = await storyUpTo('planned');
  world = await openPages(story.store);
});
afterAll(() => world.stop());

const live = () => new Records(story.store.deps.writing.table, 'southampton').all(vacancies, 'live');

/** Sends a form of the page last read, and reads where it leads. */
async function send(browser: PageClient, path: string, fields: Record<string, string>) {
  const got = await browser.post(path, { formToken: browser.formToken(), ...fields });
  expect([path, got.status]).toEqual([path, 303]);
  const next = await browser.get(got.to);
  expect([got.to, next.status]).toEqual([got.to, 200]);
  expect(await htmlFaults(next.text)).toEqual([]);
  return { at: got.to, text: next.text };
}

/** Answers all questions. @returns where the check of the answers is */
async function answerAll(browser: PageClient, room: string) {
  await browser.get('/list-vacancy');
  await send(browser, '/list-vacancy', {});
  await send(browser, '/list-vacancy/room', { room });
  await send(browser, '/list-vacancy/empty', { empty: 'noticeGiven' });
  const day = { 'from-day': '1', 'from-month': '6', 'from-year': '26' };
  await send(browser, '/list-vacancy/from', day);
  await send(browser, '/list-vacancy/reason', { reason: '13' });
  await send(browser, '/list-vacancy/work', { work: 'none' });
  return send(browser, '/list-vacancy/not-for', { 'not-for': 'arson' });
}

async function freeRoom(browser: PageClient): Promise<string> {
  await browser.get('/list-vacancy');
  const { text } = await send(browser, '/list-vacancy', {});
  return /<option value="([^"]+)"/.exec(text)?.[1] ?? '';
}

test('a vacancy is listed without a script, touching only what the pages may touch', async () => {
  const browser = pageClient(world.url);
  const before = (await live()).length;
  const { touched } = await record(story.store.client).during(async () => {
    await browser.signIn('officer');
    const room = await freeRoom(browser);
    const { at } = await answerAll(browser, room);
    expect(at).toBe('/list-vacancy/check-answers');
    const listed = await send(browser, at, {});
    expect(listed.at).toMatch(/^\/vacancies\/vacancy-[^/]+\/listed$/);
    expect(listed.text).toContain('Vacancy listed');
    await browser.get('/vacancies');
    await browser.post('/sign-out', { formToken: browser.formToken() });
    return { status: 200 };
  });
  expect(await live()).toHaveLength(before + 1);
  expect(touched.length).toBeGreaterThan(20);
  expect(beyond(doorOf('web'), touched)).toEqual([]);
});

test('answers sent twice at once list one vacancy', async () => {
  const browser = pageClient(world.url);
  await browser.signIn('officer');
  const room = await freeRoom(browser);
  const { at } = await answerAll(browser, room);
  const before = (await live()).length;
  const fields = { formToken: browser.formToken() };
  const answers = await Promise.all([browser.post(at, fields), browser.post(at, fields)]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect(await live()).toHaveLength(before + 1);
});

test('reading a page writes nothing but who reads', async () => {
  const browser = pageClient(world.url);
  await browser.signIn('officer');
  await browser.post('/list-vacancy', { formToken: browser.formToken() });
  const { touched } = await record(story.store.client).during(async () => {
    for (const path of [
      '/',
      '/vacancies',
      '/list-vacancy',
      '/list-vacancy/room',
      '/list-vacancy/check-answers',
    ])
      await browser.get(path);
    return { status: 200 };
  });
  const writes = touched.filter(({ operation }) => !['get', 'query'].includes(operation));
  expect(writes).toEqual([]);
});

test('what is refused is said on the page, and the answers are kept', async () => {
  const browser = pageClient(world.url);
  await browser.signIn('officer');
  const { at } = await answerAll(browser, await freeRoom(browser));
  const [, room = ''] = /, ([\w-]+)<\/dd>/.exec((await browser.get(at)).text) ?? [];
  const body = { from: '2026-06-01', reason: '13', expected: 'forecast' };
  const listed = await story.ask('listVacancy', { as: 'officer', params: { roomId: room }, body });
  expect(listed.status).toBe(201);
  const got = await browser.post(at, { formToken: browser.formToken() });
  expect(got.status).toBe(422);
  expect(got.text).toContain('This room has a vacancy already.');
  expect(got.text).toContain('<title>Error: Check your answers');
  expect((await browser.get(at)).status).toBe(200);
});

test('a draft is gone after 30 days, and somebody else never sees it', async () => {
  const browser = pageClient(world.url);
  await browser.signIn('officer');
  await answerAll(browser, await freeRoom(browser));
  expect((await browser.get('/list-vacancy')).text).toContain('Carry on');
  const provider = pageClient(world.url);
  await provider.signIn('provider');
  expect((await provider.get('/list-vacancy')).text).not.toContain('Carry on');
  story.store.setNow('2026-05-20T09:00:01Z');
  const later = pageClient(world.url);
  await later.signIn('officer');
  expect((await later.get('/list-vacancy')).text).not.toContain('Carry on');
});
