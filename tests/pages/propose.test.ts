import { afterEach, beforeEach, expect, test } from 'vitest';
import { proposals } from '../../shared/store/kinds/placing.ts';
import { Records } from '../../shared/store/records.ts';
import { type PageClient, pageClient } from '../support/page-client.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { record } from '../support/recorder.ts';
import { beyond, doorOf } from '../support/rights.ts';
import { elmWithRivals } from '../support/rivals.ts';
import type { World } from '../support/world.ts';

let world: World;
let pages: PagesWorld;
beforeEach(async () => {
  world = await elmWithRivals(3, 0);
  await world.rematch();
  pages = await openPages(world.store);
});
afterEach(async () => {
  await pages?.stop();
  await world?.stop();
});

const made = async () =>
  (await new Records(world.store.deps.writing.table, 'southampton').all(proposals, 'live')).map(
    ({ data }) => data,
  );

async function signedIn(user = 'officer'): Promise<PageClient> {
  const browser = pageClient(pages.url);
  await browser.signIn(user);
  return browser;
}

const room = '/vacancies/free-elm-1';

/** Somebody who fits the room and whom the plan does not suggest for it, and the form to propose them. */
async function another(browser: PageClient) {
  const { text } = await browser.get(`${room}/who-could-live-here`);
  const [, suggested = ''] = /Person<\/dt><dd[^>]*>([^<]+)</.exec(text) ?? [];
  const fitting = [...text.matchAll(/\/propose\/([^"]+)"/g)].map(([, id = '']) => id);
  const personId = fitting.find((id) => id !== suggested) ?? '';
  const at = `${room}/propose/${personId}`;
  const form = await browser.get(at);
  const key = /name="key" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
  const day = { 'moveOn-day': '5', 'moveOn-month': '5', 'moveOn-year': '2026' };
  const fields = { formToken: browser.formToken(), key, ...day, alternatives: 'elm-2' };
  return { personId, at, fields: { ...fields, insteadBecause: 'Their college is around the corner.' } };
}

test('whoever is proposed is shown the rooms the officer chose, and the panel reads why', async () => {
  const { touched } = await record(world.store.client).during(async () => {
    const browser = await signedIn();
    const { personId, at, fields } = await another(browser);
    const sent = await browser.post(at, fields);
    expect(sent.status).toBe(303);
    expect((await browser.get(sent.to)).text).toContain('Home proposed');
    expect(await made()).toMatchObject([
      {
        ...{ personId, roomId: 'elm-1', moveOn: '2026-05-05', proposedBy: 'officer' },
        ...{ alternatives: ['elm-2'], insteadBecause: fields.insteadBecause, special: ['notTopRanked'] },
      },
    ]);
    return null;
  });
  expect(beyond(doorOf('web'), touched)).toEqual([]);
});

test('a form sent twice, at once or later, proposes once', async () => {
  const browser = await signedIn();
  const { at, fields } = await another(browser);
  const sent = await Promise.all([browser.post(at, fields), browser.post(at, fields)]);
  expect(sent.map(({ status }) => status)).toEqual([303, 303]);
  const later = await browser.post(at, fields);
  expect([later.status, later.to]).toEqual([303, sent[0]?.to]);
  expect(await made()).toHaveLength(1);
});

test('nobody is proposed over the plan without a reason, nor for a room that does not fit', async () => {
  const browser = await signedIn();
  const { at, fields } = await another(browser);
  const { insteadBecause: _left, ...without } = fields;
  const wrong = await browser.post(at, without);
  expect([wrong.status, wrong.text.includes('Write why you propose this person')]).toEqual([422, true]);
  const foreign = await browser.post(at, { ...fields, alternatives: 'birch-flat' });
  expect([foreign.status, foreign.text.includes('Choose from the answers below')]).toEqual([422, true]);
  expect(await made()).toEqual([]);
});

test('needs are shown and nobody is named; whoever proposes for nobody sees none of it', async () => {
  const { text } = await (await signedIn()).get(`${room}/who-could-live-here`);
  expect(text).not.toMatch(/Canary|999 0/);
  for (const who of ['ward', 'panel', 'provider', 'auditor'])
    expect([who, (await (await signedIn(who)).get(`${room}/who-could-live-here`)).status]).toEqual([
      who,
      403,
    ]);
  expect((await (await signedIn()).get('/vacancies/none/who-could-live-here')).status).toBe(404);
  expect((await (await signedIn()).get(`${room}/propose/nobody`)).status).toBe(404);
});
