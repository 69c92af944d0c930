import { expect, test } from 'vitest';
import { matchingHandlers } from '../../functions/matching/handlers.ts';
import { proposalsHandlers } from '../../functions/proposals/handlers.ts';
import { scheduleDoor } from '../../functions/schedule/schedule-door.ts';
import { markDirty, takeLease } from '../../shared/store/operational.ts';
import { leaseSeconds } from '../../shared/usecases/matching/rematch.ts';
import { asker } from '../support/ask.ts';
import { loadOneChain } from '../support/one-chain.ts';
import { type TestStore, testStore } from '../support/store.ts';
import { tap } from '../support/tap.ts';

/** The partnerships for which plans were made since last asked, in order. */
function planned(store: TestStore): unknown[] {
  return store.logged
    .splice(0)
    .filter((one) => one.code === 'plan-published' || one.code === 'plan-unchanged')
    .map((one) => one.facts.partnership);
}

async function loaded(now: string): Promise<{ store: TestStore; tick: ReturnType<typeof scheduleDoor> }> {
  const store = await testStore(now);
  await loadOneChain(store);
  return { store, tick: scheduleDoor(store.deps) };
}

test('each night is planned in full once, from three in the morning in London', async () => {
  const { store, tick } = await loaded('2026-04-20T09:00:00Z');
  await tick({});
  expect(planned(store)).toEqual(['southampton']);
  // Three in London is two in UTC in April.
  for (const moment of ['2026-04-20T23:30:00Z', '2026-04-21T01:59:59Z']) {
    store.setNow(moment);
    await tick({});
    expect(planned(store)).toEqual([]);
  }
  for (const [moment, plans] of [
    ['2026-04-21T02:00:00Z', ['southampton']],
    ['2026-04-21T02:01:00Z', []],
    ['2026-04-21T20:00:00Z', []],
    ['2026-12-16T02:59:00Z', ['southampton']],
    ['2026-12-16T03:00:00Z', ['southampton']],
  ] as const) {
    store.setNow(moment);
    await tick({});
    expect(planned(store)).toEqual(plans);
  }
});

test('a change whose run died is planned for once its lease has run out', async () => {
  const { store, tick } = await loaded('2026-04-20T09:00:00Z');
  const { table, now } = store.deps.writing;
  await tick({});
  planned(store);
  await markDirty(table, 'southampton');
  await takeLease(table, 'southampton', { holder: 'dead', now: now(), seconds: leaseSeconds });
  await tick({});
  expect(planned(store)).toEqual([]);
  store.setNow('2026-04-20T09:06:00Z');
  await tick({});
  expect(planned(store)).toEqual(['southampton']);
  await tick({});
  expect(planned(store)).toEqual([]);
});

test('only the partnerships that are named are looked after', async () => {
  const { store, tick } = await loaded('2026-04-20T09:00:00Z');
  await loadOneChain(store, { partnership: 'bristol' });
  await tick({ partnerships: ['bristol'] });
  expect(planned(store)).toEqual(['bristol']);
  await tick({});
  expect(planned(store)).toEqual(['southampton']);
});

test('a partnership whose look-after faults holds up no other', async () => {
  const { store, tick } = await loaded('2026-04-20T09:00:00Z');
  await loadOneChain(store, { partnership: 'bristol' });
  const off = tap(store.client, ({ name, input }, send) => {
    if (name.startsWith('Put') && JSON.stringify(input).includes('T#bristol#lease#nightly'))
      throw new Error('throttled');
    return send(input);
  });
  await tick({});
  off();
  expect(store.logged).toContainEqual({
    code: 'job-faulted',
    facts: expect.objectContaining({ job: 'callForNight', partnership: 'bristol', fault: 'Error' }),
  });
  expect(planned(store)).toContain('southampton');
});

test('a proposal whose time has run out is ended, and its room and people are planned for again', async () => {
  const { store, tick } = await loaded('2026-04-20T09:00:00Z');
  await tick({});
  const ask = asker([...matchingHandlers, ...proposalsHandlers], store.deps);
  const movesInPlan = async (): Promise<number> => {
    const { body } = await ask('readCurrentPlan', { as: 'officer' });
    return body.counts.suggestions;
  };
  const { body: plan } = await ask('readCurrentPlan', { as: 'officer' });
  const [first] = plan.chains.items[0].suggestions;
  const params = { suggestionId: first.id };
  const adopted = await ask('adoptSuggestion', { as: 'officer', params, body: { wholeChain: true } });
  expect(adopted.status).toBe(201);
  const [{ id: proposalId }] = adopted.body.proposals;
  const proposal = await ask('readProposal', { as: 'officer', params: { proposalId } });
  const holdsEnd: string = proposal.body.proposal.expiresAt;
  store.setNow('2026-04-21T09:00:00Z');
  await tick({});
  expect(await movesInPlan()).toBe(0);
  store.setNow(holdsEnd);
  await tick({});
  expect(store.logged).toContainEqual({
    code: 'hold-released',
    facts: { partnership: 'southampton', proposals: 3 },
  });
  expect(await movesInPlan()).toBeGreaterThan(0);
});
