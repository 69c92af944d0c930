import { describe, expect, test } from 'vitest';
import { matchingHandlers } from '../../../functions/matching/handlers.ts';
import { streamDoor } from '../../../functions/stream/stream-door.ts';
import { matchRuns } from '../../../shared/store/kinds/plans.ts';
import { Plans } from '../../../shared/store/plan-reads.ts';
import { publishPlan } from '../../../shared/store/publish-plan.ts';
import { Records } from '../../../shared/store/records.ts';
import { namedByContent } from '../../../shared/usecases/matching/name-plan.ts';
import { asker } from '../../support/ask.ts';
import { loadOneChain, oneChainTexts } from '../../support/one-chain.ts';
import { planTexts } from '../../support/planned-folder.ts';
import { withChains } from '../../support/plans.ts';
import { type TestStore, testStore } from '../../support/store.ts';
import { batchOf, changeOf } from '../../support/stream-events.ts';

async function loaded(texts = oneChainTexts()) {
  const store = await testStore();
  await loadOneChain(store, { texts });
  return { store, ask: asker(matchingHandlers, store.deps) };
}

/** Asks for a run and lets the stream bring it about. */
async function planned(texts = oneChainTexts()) {
  const { store, ask } = await loaded(texts);
  const asked = await ask('askForRun', { as: 'officer' });
  await streamed(store, asked.body.id);
  return { store, ask, runId: asked.body.id as string };
}

async function streamed(store: TestStore, runId: string): Promise<void> {
  const run = await new Records(store.deps.writing.table, 'southampton').get(matchRuns, runId);
  if (!run) throw new Error(`There is no run ${runId}.`);
  await streamDoor(store.deps)(batchOf(changeOf('southampton', matchRuns, run.data)));
}

/** A plan of chains of one move, in turn the ward's patient's and somebody else's. */
async function publishMany(store: TestStore, count: number): Promise<string> {
  const { plan } = planTexts(oneChainTexts(), '2026-04-20');
  const whose = (i: number) =>
    i % 3 === 1 ? { person: 'patient', request: 'ask-c' } : { person: 'care-leaver', request: 'ask-f' };
  const many = namedByContent(withChains(plan, count, whose));
  const now = store.deps.writing.now();
  await publishPlan(store.deps.writing.table, 'southampton', many, { madeAt: now, factsFrom: now });
  return many.id;
}

const notFound = { status: 404, body: { code: 'not-found' } };

describe('a run that is asked for', () => {
  test('waits until a plan of later facts is in force, and then is done', async () => {
    const { store, ask } = await loaded();
    await publishMany(store, 1);
    store.setNow('2026-04-20T09:01:00Z');
    const asked = await ask('askForRun', { as: 'ward' });
    expect(asked).toMatchObject({ status: 202, body: { version: 1 } });
    const params = { matchRunId: asked.body.id };
    expect(await ask('readRun', { as: 'ward', params })).toMatchObject({
      status: 200,
      body: { id: asked.body.id, askedAt: '2026-04-20T09:01:00.000Z', status: 'waiting' },
    });
    store.setNow('2026-04-20T09:01:01Z');
    await streamed(store, asked.body.id);
    expect((await ask('readRun', { as: 'ward', params })).body.status).toBe('done');
  });

  test('is asked for once however often the same key is sent', async () => {
    const { ask } = await loaded();
    const first = await ask('askForRun', { as: 'officer', key: 'once' });
    expect(await ask('askForRun', { as: 'officer', key: 'once' })).toEqual(first);
  });

  test.each(['panel', 'auditor', 'provider', 'admin'])('is not for %s to ask for', async (as) => {
    const { ask } = await loaded();
    expect(await ask('askForRun', { as })).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  });

  test('of another partnership reads like one that is not there', async () => {
    const { store, ask, runId } = await planned();
    await loadOneChain(store, { partnership: 'bristol' });
    const foreign = await ask('readRun', { as: 'bristol-officer', params: { matchRunId: runId } });
    const missing = await ask('readRun', { as: 'bristol-officer', params: { matchRunId: 'none' } });
    expect(foreign).toMatchObject(notFound);
    expect(foreign.body).toEqual(missing.body);
  });
});

describe('the plan in force', () => {
  test('is not there before the first', async () => {
    const { ask } = await loaded();
    expect(await ask('readCurrentPlan', { as: 'officer' })).toMatchObject(notFound);
  });

  test('shows its chains with their moves in short, and names nobody', async () => {
    const { ask } = await planned();
    const { status, body } = await ask('readCurrentPlan', { as: 'officer' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      on: '2026-04-20',
      exact: true,
      counts: { suggestions: 3, chains: 1, unplaced: 1 },
      chains: { next: null },
    });
    expect(body.chains.items).toHaveLength(1);
    expect(body.chains.items[0]).toMatchObject({
      startsOn: '2026-04-30',
      completesOn: '2026-05-11',
      suggestions: [
        { personId: 'hmo-resident', roomId: 'birch-flat', homeId: 'birch', moveOn: '2026-04-30', points: 85 },
        { personId: 'elm-resident', roomId: 'oak-1', homeId: 'oak', moveOn: '2026-05-06', points: 87 },
        { personId: 'patient', roomId: 'elm-1', homeId: 'elm', certainty: 'confirmed', points: 86 },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(/Canary|2007-03-02|9990000018/);
  });

  test('comes in pages, each chain once', async () => {
    const { store, ask } = await loaded();
    await publishMany(store, 10);
    const seen: string[] = [];
    const sizes: number[] = [];
    let after: string | null = null;
    do {
      const query: Record<string, string> = { limit: '4', ...(after !== null && { after }) };
      const { body } = await ask('readCurrentPlan', { as: 'officer', query });
      seen.push(...body.chains.items.map((one: { id: string }) => one.id));
      sizes.push(body.chains.items.length);
      after = body.chains.next;
    } while (after !== null);
    expect(sizes).toEqual([4, 4, 2]);
    expect(new Set(seen).size).toBe(10);
  });

  test.each(['1', '2', '3', '100'])(
    'shows a ward the chains of its own patients alone, %s a page',
    async (limit) => {
      const { store, ask } = await loaded();
      const planId = await publishMany(store, 10);
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const query: Record<string, string> = { limit, ...(after !== null && { after }) };
        const { body } = await ask('readCurrentPlan', { as: 'ward', query });
        seen.push(...body.chains.items.map((one: { id: string }) => one.id));
        after = body.chains.next;
      } while (after !== null);
      expect(seen.toSorted()).toEqual(['c2', 'c5', 'c8'].map((one) => `${planId}-${one}`));
    },
  );

  test('shows a worker the whole of a chain that moves one of their people', async () => {
    const { ask } = await planned();
    const { body } = await ask('readCurrentPlan', { as: 'ward' });
    expect(body.chains.items[0].suggestions).toHaveLength(3);
    const second = await ask('readCurrentPlan', { as: 'worker-2' });
    expect(second.body.chains.items).toHaveLength(1);
  });

  test('refuses a page of the plan before it', async () => {
    const { store, ask } = await loaded();
    await publishMany(store, 10);
    const first = await ask('readCurrentPlan', { as: 'officer', query: { limit: '4' } });
    store.setNow('2026-04-20T09:05:00Z');
    const asked = await ask('askForRun', { as: 'officer' });
    await streamed(store, asked.body.id);
    const query = { limit: '4', after: first.body.chains.next };
    expect(await ask('readCurrentPlan', { as: 'officer', query })).toMatchObject({
      status: 409,
      body: { code: 'plan-out-of-date' },
    });
  });

  test('takes no made-up cursor', async () => {
    const { ask } = await planned();
    const query = { after: 'made-up' };
    expect((await ask('readCurrentPlan', { as: 'officer', query })).status).toBe(400);
    const elsewhere = Buffer.from(JSON.stringify(['home#a', 'now', 'a#a'])).toString('base64url');
    expect((await ask('readCurrentPlan', { as: 'officer', query: { after: elsewhere } })).status).toBe(409);
  });

  test('is each partnership’s own', async () => {
    const { store, ask } = await planned();
    await loadOneChain(store, { partnership: 'bristol' });
    expect(await ask('readCurrentPlan', { as: 'bristol-officer' })).toMatchObject(notFound);
  });
});

describe('a suggestion', () => {
  async function suggestionIds(store: TestStore): Promise<string[]> {
    const plans = new Plans(store.deps.writing.table, 'southampton');
    const planId = (await plans.current())?.planId ?? '';
    return (await plans.chains(planId, { limit: 10 })).chains.flatMap((chain) =>
      chain.suggestions.map((one) => one.id),
    );
  }

  test('is shown with its checks and scores in sentences, and is current until the next plan', async () => {
    const { store, ask } = await planned();
    const [, , patients = ''] = await suggestionIds(store);
    const params = { suggestionId: patients };
    const { status, body } = await ask('readSuggestion', { as: 'ward', params });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: patients, personId: 'patient', current: true, points: 86 });
    expect(body.checks.every((check: { sentence: string }) => check.sentence.length > 0)).toBe(true);
    expect(body.terms.reduce((sum: number, term: { points: number }) => sum + term.points, 0)).toBe(86);
    store.setNow('2026-04-21T09:00:00Z');
    await streamed(store, (await ask('askForRun', { as: 'officer' })).body.id);
    expect((await ask('readSuggestion', { as: 'ward', params })).body.current).toBe(false);
  });

  test('of somebody else’s case, of another partnership and of none read the same', async () => {
    const { store, ask } = await planned();
    await loadOneChain(store, { partnership: 'bristol' });
    const [residents = ''] = await suggestionIds(store);
    const answers = await Promise.all([
      ask('readSuggestion', { as: 'ward', params: { suggestionId: residents } }),
      ask('readSuggestion', { as: 'bristol-officer', params: { suggestionId: residents } }),
      ask('readSuggestion', { as: 'officer', params: { suggestionId: 'none' } }),
    ]);
    for (const answer of answers) expect(answer).toMatchObject(notFound);
    expect(new Set(answers.map((one) => JSON.stringify(one.body))).size).toBe(1);
  });
});
