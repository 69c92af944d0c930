import { afterEach, beforeEach, expect, test } from 'vitest';
import { discharges, proposals, requests } from '../../shared/store/kinds/placing.ts';
import { Records } from '../../shared/store/records.ts';
import { type PageClient, pageClient } from '../support/page-client.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { record } from '../support/recorder.ts';
import { leftAnswers, triedAnswers } from '../support/request-answers.ts';
import { beyond, doorOf } from '../support/rights.ts';
import { type Chapter, type Story, storyUpTo } from '../support/story.ts';

let story: Story;
let world: PagesWorld;
async function open(chapter: Chapter): Promise<void> {
  story = await storyUpTo(chapter);
  world = await openPages(story.store);
}
beforeEach(() => open('planned'));
afterEach(() => world.stop());

const records = () => new Records(story.store.deps.writing.table, 'southampton');
const at = '/patients/ask-c';

async function signedIn(user = 'ward'): Promise<PageClient> {
  const browser = pageClient(world.url);
  await browser.signIn(user);
  return browser;
}

/** Sends a form as it stands with these answers. */
async function send(browser: PageClient, path: string, answers: Readonly<Record<string, string>>) {
  const { text } = await browser.get(path);
  const hidden = [...text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, k, v]) => [k, v]);
  return browser.post(path, { ...Object.fromEntries(hidden), ...answers });
}

const stopped = { 'endedOn-day': '15', 'endedOn-month': '4', 'endedOn-year': '2026', code: 'deteriorated' };
const again = { 'readyOn-day': '18', 'readyOn-month': '4', 'readyOn-year': '2026', delayReason: 'J2' };

test('days stop counting while somebody is not ready, and count on in a period of their own', async () => {
  const browser = await signedIn();
  expect((await browser.get(at)).text).toContain('12 days');
  const ended = await send(browser, `${at}/not-ready`, stopped);
  expect([ended.status, ended.to]).toEqual([303, `${at}?done=not-ready`]);
  const shown = (await browser.get(ended.to)).text;
  for (const words of ['Not ready now', '7 days', 'They are ready to leave']) expect(shown).toContain(words);
  expect((await browser.get(`${at}/not-ready`)).to).toBe(at);
  await send(browser, `${at}/ready`, { ...again, attributable: '07' });
  expect((await browser.get(at)).text).toContain('9 days');
  const periods = (await records().get(requests, 'ask-c'))?.data.discharge?.periods;
  expect(periods).toMatchObject([
    { endedOn: '2026-04-15', endReason: 'notReadyAgain', endedBecause: { code: 'deteriorated' } },
    { readyOn: '2026-04-18', endedOn: null },
  ]);
});

test('somebody who read an earlier version is told, and what they wrote is kept', async () => {
  const browser = await signedIn();
  const got = await send(browser, `${at}/not-ready`, {
    ...stopped,
    code: 'other',
    detail: 'A fall',
    version: '9',
  });
  expect(got.status).toBe(409);
  expect(got.text).toContain('Somebody changed this after you opened it.');
  expect(got.text).toContain('A fall');
});

test('a question about a proposal is answered where a question about the request is', async () => {
  await world.stop();
  await open('viewed');
  const mine = story.proposals.find(({ personId }) => personId === 'patient');
  const params = { proposalId: mine?.id ?? '' };
  const body = {
    ...{ question: 'Can they climb stairs?', dueOn: '2026-04-22' },
    ...{ outcome: 'defer', reason: 'We need to know this before we decide.', criteria: ['support'] },
  };
  const ifMatch = await story.versionOf(params.proposalId);
  const asked = await story.ask('decideProposal', { as: 'panel', params, body, ifMatch });
  expect(asked.status).toBeLessThan(300);
  const browser = await signedIn();
  const { text } = await browser.get(at);
  const isAsked = (await records().get(proposals, params.proposalId))?.data.waitingFor !== null;
  expect([isAsked, text.includes('Can they climb stairs?')]).toEqual([true, true]);
  const sent = await send(browser, `${at}/answer`, { answer: 'Yes, one flight.' });
  expect(sent.to).toBe(`${at}?done=answered`);
  const { waitingFor, answers } = (await records().get(proposals, params.proposalId))?.data ?? {};
  expect([waitingFor, answers]).toMatchObject([null, [{ answer: 'Yes, one flight.' }]]);
});

test('nobody is recorded as gone before all is arranged, and then the follow-up runs', async () => {
  const withdrawn = { reason: 'Asked of the wrong programme.' };
  await story.ask('withdrawRequest', { as: 'ward', params: { requestId: 'ask-c' }, body: withdrawn });
  const readyPeriod = { readyOn: '2026-04-08', delayReason: 'J2', attributable: '07' };
  const body = {
    ...{ id: 'ask-s', personId: 'patient', kind: 'discharge', serviceModel: 'stepOut', submit: true },
    ...{ hospitalSite: 'FENWICK-2', readyPeriod },
  };
  await story.ask('openRequest', { as: 'ward', body });
  const { touched } = await record(story.store.client).during(async () => {
    const browser = await signedIn();
    const here = '/patients/ask-s';
    expect((await browser.get(`${here}/left-hospital`)).to).toBe(here);
    const owner = { 'owner-within72Hours': 'w-1' };
    for (const arranged of ['medication', 'gp', 'keys'])
      expect((await send(browser, `${here}/leaving`, { ...owner, arranged })).status).toBe(303);
    const { keysAt: _keys, ...without } = leftAnswers;
    const early = await send(browser, `${here}/left-hospital`, without);
    expect(early.text).toContain('Enter the time they get the keys');
    const evening = await send(browser, `${here}/left-hospital`, { ...leftAnswers, leftAt: '11:30' });
    expect(evening.status).toBe(409);
    const left = await send(browser, `${here}/left-hospital`, leftAnswers);
    expect(left.to).toBe(`${here}?done=left`);
    expect((await browser.get(here)).text).toContain('23 April 2026 at 09:30');
    await send(browser, `${here}/follow-up`, triedAnswers);
    expect((await browser.get(here)).text).toContain('Done in time: w-1');
    return null;
  });
  expect(beyond(doorOf('web'), touched)).toEqual([]);
  const { made, owners, arranged } = (await records().get(discharges, 'ask-s'))?.data ?? {};
  expect(made).toMatchObject({ at: '2026-04-20T08:30:00.000Z', keysAt: '2026-04-20T08:45:00.000Z' });
  expect([owners?.length, arranged?.length]).toEqual([1, 3]);
});

test('a patient of another ward reads like one who is not there', async () => {
  await story.store.member('ward-2', ['wardCoordinator'], { hospitalSite: 'OTHER-1' });
  const browser = await signedIn('ward-2');
  for (const path of ['', '/answer', '/not-ready', '/ready', '/leaving', '/left-hospital', '/follow-up'])
    for (const requestId of ['ask-c', 'none'])
      expect([path, (await browser.get(`/patients/${requestId}${path}`)).status]).toEqual([path, 404]);
  for (const who of ['officer', 'worker', 'panel', 'provider'])
    expect([who, (await (await signedIn(who)).get(at)).status]).toEqual([who, 403]);
});
