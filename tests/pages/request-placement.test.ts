import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { people } from '../../shared/store/kinds/people.ts';
import { requests } from '../../shared/store/kinds/placing.ts';
import { Records } from '../../shared/store/records.ts';
import { type PageClient, pageClient } from '../support/page-client.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { record } from '../support/recorder.ts';
import { requestAnswers } from '../support/request-answers.ts';
import { beyond, doorOf } from '../support/rights.ts';
import { type Story, storyUpTo } from '../support/story.ts';

let story: Story;
let world: PagesWorld;
beforeEach(async () => {
  story = await storyUpTo('planned');
  world = await openPages(story.store);
});
afterEach(() => world.stop());

const start = '/request-a-placement';
const check = `${start}/check-answers`;
const records = () => new Records(story.store.deps.writing.table, 'southampton');

async function signedIn(user = 'ward'): Promise<PageClient> {
  const browser = pageClient(world.url);
  await browser.signIn(user);
  await browser.get(start);
  return browser;
}

type Part = Readonly<Record<string, string>>;

async function answer(browser: PageClient, part: string, fields: Part) {
  return browser.post(`${start}/${part}`, { formToken: browser.formToken(), ...fields });
}

async function answerAll(browser: PageClient, but: Readonly<Record<string, Part>> = {}): Promise<void> {
  for (const [part, fields] of Object.entries({ ...requestAnswers, ...but })) {
    const got = await answer(browser, part, fields);
    expect([part, got.status, got.to]).toEqual([part, 303, start]);
  }
}

/** Sends the form of the answers once or more at once. @returns where each answer leads */
async function send(browser: PageClient, times = 1): Promise<string[]> {
  const { text } = await browser.get(check);
  const key = /name="key" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const fields = { formToken: browser.formToken(), key };
  const got = await Promise.all(Array.from({ length: times }, () => browser.post(check, fields)));
  expect(got.map(({ status }) => status)).toEqual(got.map(() => 303));
  return got.map(({ to }) => to);
}

const requestIn = async (address: string | undefined) =>
  (await records().get(requests, /patients\/([^/]+)\/sent/.exec(address ?? '')?.[1] ?? ''))?.data;

describe('a request for a place', () => {
  test('opens the person’s record and asks for the place, touching only what the pages may touch', async () => {
    const { answer: sent, touched } = await record(story.store.client).during(async () => {
      const browser = await signedIn();
      await answerAll(browser);
      const [to] = await send(browser);
      expect((await browser.get(to ?? '')).text).toContain('What happens next');
      return to;
    });
    expect(beyond(doorOf('web'), touched)).toEqual([]);
    const file = await requestIn(sent);
    expect(file?.request).toMatchObject({
      ...{ kind: 'discharge', status: 'submitted', serviceModel: 'stepOut', hospitalSite: 'FENWICK-2' },
      ...{ neededBy: '2026-06-01', unsafeNow: false, accommodation: '32' },
    });
    expect(file?.discharge?.periods).toMatchObject([{ readyOn: '2026-04-16', delayReason: 'J2' }]);
    expect(file?.statement).toMatchObject({
      ownWords: { answer: 'said', words: 'Somewhere quiet,\nnear my sister.' },
      sharing: { basis: 'agreed', on: '2026-04-15' },
    });
    const params = { requestId: file?.request.id ?? '' };
    for (const [as, isTold] of [
      ['ward', true],
      ['panel', true],
      ['officer', false],
      ['lead', false],
    ] as const) {
      const { body } = await story.ask('readRequest', { as, params });
      expect([as, JSON.stringify(body).includes('near my sister')]).toEqual([as, isTold]);
    }
    const person = (await records().get(people, file?.request.personId ?? ''))?.data;
    expect(person?.person).toMatchObject({
      ...{ dateOfBirth: '1991-03-04', clientGroups: ['E'], careStatus: 'none', canPayWeekly: 9550 },
      ...{ pets: [{ kind: 'cat', assistance: false }], localConnection: true },
    });
    expect(person?.needs).toMatchObject([
      { supportLevel: 'medium', supportHoursPerWeek: 7.5, selfContained: 'required', riskToSelf: 'medium' },
    ]);
    expect(person?.anchors).toMatchObject([{ kind: 'family', importance: 3 }]);
    expect(person?.exclusionZones).toMatchObject([{ radiusMetres: 1500, setBy: 'person' }]);
    const risks = person?.risks.map(({ category, level, current }) => [category, level, current]);
    expect(risks).toContainEqual(['violence', 'low', false]);
    expect(risks).toContainEqual(['riskOfExploitation', 'low', true]);
    // What nobody knows is no finding.
    expect(risks?.map(([category]) => category)).not.toContain('cuckooing');
  });

  test('tells what only some are asked: a children’s home they left, a baby who is due', async () => {
    const browser = await signedIn();
    const { person, home } = requestAnswers;
    const left = await answer(browser, 'person', { ...person, care: 'formerRelevant' });
    expect([left.status, left.text.includes('Say whether they are leaving residential care')]).toEqual([
      422,
      true,
    ]);
    await answerAll(browser, {
      person: { ...person, care: 'formerRelevant', residentialCare: 'yes' },
      home: { ...home, 'babyDue-day': '1', 'babyDue-month': '8', 'babyDue-year': '2026' },
    });
    const { text } = await browser.get(check);
    for (const said of ['Are they leaving a children’s home', '1 August 2026']) expect(text).toContain(said);
    const [sent] = await send(browser);
    const kept = (await records().get(people, (await requestIn(sent))?.request.personId ?? ''))?.data.person;
    expect(kept).toMatchObject({ leftResidentialCare: true, babyDueOn: '2026-08-01' });
  });

  test('sent twice, at once or later, is one request for one person', async () => {
    const browser = await signedIn();
    const before = (await records().all(people)).length;
    await answerAll(browser);
    const { text } = await browser.get(check);
    const key = /name="key" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const [first, second] = await send(browser, 2);
    expect(second).toBe(first);
    const again = await browser.post(check, { formToken: browser.formToken(), key });
    expect([again.status, again.to]).toEqual([303, first]);
    expect(await records().all(people)).toHaveLength(before + 1);
  });

  test('for somebody with a record adds what has changed, and leaves the rest as it is', async () => {
    await story.ask('withdrawRequest', {
      as: 'ward',
      params: { requestId: 'ask-c' },
      body: { reason: 'It was for another programme.' },
    });
    const earlier = (await records().get(people, 'patient'))?.data;
    const browser = await signedIn();
    const { words, sharing, ward, without, money } = requestAnswers;
    const person = { known: 'yes', reference: 'patient' };
    for (const [part, fields] of Object.entries({ person, words, sharing, ward, without, money }))
      expect([part, (await answer(browser, part, fields)).status]).toEqual([part, 303]);
    const [sent] = await send(browser);
    expect((await requestIn(sent))?.request.personId).toBe('patient');
    const now = (await records().get(people, 'patient'))?.data;
    const changed = { funding: 'benefits', canPayWeekly: 9550, localConnection: true };
    expect(now?.person).toEqual({ ...earlier?.person, ...changed });
    expect([now?.needs, now?.risks, now?.anchors]).toEqual([
      earlier?.needs,
      earlier?.risks,
      earlier?.anchors,
    ]);
  });

  test('is not made for somebody who has one, and the answers are kept', async () => {
    const browser = await signedIn();
    const { person: _new, ...others } = requestAnswers;
    await answer(browser, 'person', { known: 'yes', reference: 'patient' });
    for (const [part, fields] of Object.entries(others)) await answer(browser, part, fields);
    await browser.get(check);
    const got = await browser.post(check, { formToken: browser.formToken() });
    expect(got.status).toBe(422);
    expect(got.text).toContain('There is a live request for this person already.');
    expect((await browser.get(check)).status).toBe(200);
  });
});

test('a part says what is wrong with it, and keeps what was written', async () => {
  const browser = await signedIn();
  const got = await answer(browser, 'person', { ...requestAnswers.person, nhsNumber: '999 000 0019' });
  expect(got.status).toBe(422);
  expect(got.text).toContain('That is not an NHS number');
  expect(got.text).toContain('Canary newcomer');
  const none = await answer(browser, 'where', { near1: 'nowhere', nearKind2: 'work' });
  expect(none.text.match(/Enter a postcode, or the first half of one/g)?.length).toBe(4);
  const foreign = await answer(browser, 'person', { known: 'yes', reference: 'elm-neighbour' });
  const absent = await answer(browser, 'person', { known: 'yes', reference: 'nobody' });
  for (const { text } of [foreign, absent])
    expect(text).toContain('None of your patients has this reference');
  const late = { ...requestAnswers.without, 'neededBy-year': '2025' };
  expect((await answer(browser, 'without', late)).text).toContain('must be 20 April 2026 or later');
});

test('nothing can be sent before all is answered, and answers that have run out are asked again', async () => {
  const browser = await signedIn();
  expect((await browser.get(check)).to).toBe(start);
  const forged = { formToken: browser.formToken(), key: 'x'.repeat(64) };
  expect((await browser.post(check, forged)).to).toBe(start);
  await answerAll(browser);
  expect((await browser.get(check)).status).toBe(200);
  story.store.setNow('2026-05-18T09:00:00Z');
  const later = await signedIn();
  expect((await later.get(check)).status).toBe(200);
  story.store.setNow('2026-06-02T09:00:00Z');
  const muchLater = await signedIn();
  expect((await muchLater.get(check)).to).toBe(start);
});

test('only a ward asks, and each sees only their own answers', async () => {
  const browser = await signedIn();
  await answerAll(browser);
  for (const who of ['officer', 'worker', 'panel', 'lead'])
    expect([who, (await (await signedIn(who)).get(start)).status]).toEqual([who, 403]);
  await story.store.member('ward-2', ['wardCoordinator'], { hospitalSite: 'OTHER-1' });
  expect((await (await signedIn('ward-2')).get(start)).text).toContain('10 parts left');
  expect((await browser.get(start)).text).toContain('All parts are done');
  await browser.post(start, { formToken: browser.formToken() });
  expect((await browser.get(start)).text).toContain('10 parts left');
});
