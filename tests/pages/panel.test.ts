import { afterEach, beforeEach, expect, test } from 'vitest';
import { currentPolicy } from '../../shared/matching/policy.ts';
import { policies } from '../../shared/store/kinds/partnerships.ts';
import { chains, votes } from '../../shared/store/kinds/placing.ts';
import { Records } from '../../shared/store/records.ts';
import { type PageClient, pageClient } from '../support/page-client.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { record } from '../support/recorder.ts';
import { beyond, doorOf } from '../support/rights.ts';
import { type Story, storyUpTo } from '../support/story.ts';

let story: Story;
let world: PagesWorld;
let panelId: string;
beforeEach(async () => {
  story = await storyUpTo('viewed');
  const agenda = story.proposals.map(({ id }) => id);
  const body = { on: '2026-04-22', chair: 'chair', members: ['panel'], agenda };
  const { body: made } = await story.ask('planPanel', { as: 'chair', body });
  panelId = made.id;
  await story.ask('circulate', { as: 'chair', params: { panelId }, ifMatch: 1 });
  world = await openPages(story.store);
});
afterEach(() => world.stop());

const records = () => new Records(story.store.deps.writing.table, 'southampton');
const caseAt = (at = 2): string => `/panels/${panelId}/cases/${story.proposals[at]?.id}`;
const ruling = {
  outcome: 'approve',
  criteria: 'support',
  reason: 'It suits them well, and the house agrees.',
};

async function signedIn(user: string): Promise<PageClient> {
  const browser = pageClient(world.url);
  await browser.signIn(user);
  return browser;
}

/** What the form carries besides what somebody says. */
async function hiddenOf(browser: PageClient): Promise<Record<string, string>> {
  const { text } = await browser.get(`${caseAt()}/decision`);
  return Object.fromEntries(
    [...text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, k, v]) => [k, v]),
  );
}

test('a decision is taken once enough members agree, and until then it is a vote', async () => {
  await story.store.put('southampton', policies, currentPolicy);
  for (const id of ['panel-2', 'panel-3']) await story.store.member(id, ['panelMember']);
  for (const [at, who] of ['panel', 'panel-2', 'panel-3'].entries()) {
    const browser = await signedIn(who);
    const sent = await browser.post(`${caseAt()}/decision`, { ...(await hiddenOf(browser)), ...ruling });
    expect([who, sent.status, sent.to]).toEqual([who, 303, `${caseAt()}${at < 2 ? '?voted=yes' : ''}`]);
    const shown = await browser.get(sent.to);
    expect(shown.text.includes('Your vote is on record')).toBe(at < 2);
  }
  expect((await records().get(chains, story.chainId))?.data.status).toBe('approved');
  expect(await records().about(votes, story.chainId)).toHaveLength(3);
});

test('a case tells which rooms the person was shown before they said yes', async () => {
  const { text } = await (await signedIn('panel')).get(caseAt());
  expect(text).toContain('They were shown this room alone, as they asked.');
});

test('a case that changed after somebody read it is not decided, and what they wrote is kept', async () => {
  const browser = await signedIn('panel');
  const hidden = await hiddenOf(browser);
  const stale = { ...hidden, ...ruling, version: String(Number(hidden.version) + 7) };
  const sent = await browser.post(`${caseAt()}/decision`, stale);
  expect(sent.status).toBe(409);
  expect(sent.text).toContain('Somebody changed this after you opened it.');
  expect(sent.text).toContain(ruling.reason);
  expect(sent.text).toContain('<title>Error: ');
  expect((await records().get(chains, story.chainId))?.data.status).toBe('proposed');
});

test('the same decision sent twice is taken once', async () => {
  const browser = await signedIn('panel');
  const fields = { ...(await hiddenOf(browser)), ...ruling };
  const first = await browser.post(`${caseAt()}/decision`, fields);
  const again = await browser.post(`${caseAt()}/decision`, fields);
  expect([first.status, again.status, again.to]).toEqual([303, 303, caseAt()]);
});

test('whoever declared a conflict reads no papers of the case', async () => {
  const params = { caseId: story.chainId };
  await story.ask('declareConflict', { as: 'panel', params, body: { kind: 'family' } });
  const browser = await signedIn('panel');
  const meeting = await browser.get(`/panels/${panelId}`);
  expect(meeting.text).toContain('3 cases are not shown to you');
  for (const path of [caseAt(), `${caseAt()}/decision`]) {
    const got = await browser.get(path);
    expect([got.status, got.text.includes('Canary')]).toEqual([404, false]);
  }
});

test('nobody but the panel and the auditor reads it, and only the panel decides', async () => {
  for (const who of ['officer', 'ward', 'worker', 'provider', 'admin']) {
    const browser = await signedIn(who);
    for (const path of ['/panels', `/panels/${panelId}`, caseAt(), `${caseAt()}/decision`])
      expect([who, path, (await browser.get(path)).status]).toEqual([who, path, 403]);
  }
  const auditor = await signedIn('auditor');
  expect((await auditor.get(caseAt())).status).toBe(200);
  expect((await auditor.get(`${caseAt()}/decision`)).status).toBe(403);
});

test('a member of another partnership reads a foreign meeting like one that is none', async () => {
  await story.store.member('bristol-panel', ['panelMember'], { partnershipId: 'bristol' });
  const browser = await signedIn('bristol-panel');
  const plain = (text: string) =>
    text.replace(/<strong>[^<]*<\/strong>/, '').replace(/name="formToken" value="[^"]*"/, '');
  for (const path of [`/panels/${panelId}`, caseAt(), `${caseAt()}/decision`]) {
    const [theirs, nowhere] = [await browser.get(path), await browser.get('/panels/none-1')];
    expect([theirs.status, plain(theirs.text)]).toEqual([404, plain(nowhere.text)]);
  }
});

test('the pages of a panel touch only what the pages may touch', async () => {
  const { touched } = await record(story.store.client).during(async () => {
    const browser = await signedIn('panel');
    for (const path of ['/panels', `/panels/${panelId}`, caseAt()]) await browser.get(path);
    await browser.post(`${caseAt()}/decision`, { ...(await hiddenOf(browser)), ...ruling });
    await (await signedIn('ward')).get('/patients');
    return null;
  });
  expect(touched).toContainEqual({ operation: 'put', kind: 'decision', index: null });
  expect(beyond(doorOf('web'), touched)).toEqual([]);
});
