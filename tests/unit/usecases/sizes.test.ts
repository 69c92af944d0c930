import { afterEach, expect, test } from 'vitest';
import type { Deed } from '../../../shared/domain/audit.ts';
import { policies } from '../../../shared/store/kinds/partnerships.ts';
import { findBroken } from '../../support/invariants.ts';
import { loadOneChain, oneChainTexts } from '../../support/one-chain.ts';
import { panelOfOne } from '../../support/panel-of-one.ts';
import { withRow } from '../../support/planned-folder.ts';
import { approval, beforePanel, elmWithRivals } from '../../support/rivals.ts';
import { yes } from '../../support/story.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
afterEach(() => world.stop());

/** How many actions each commit takes from now on. */
function countActions(): Map<Deed, number> {
  const actions = new Map<Deed, number>();
  Object.assign(world.store.deps.writing, {
    onCommit: (deed: Deed, items: readonly unknown[], checks: readonly unknown[]) =>
      actions.set(deed, items.length + checks.length),
  });
  return actions;
}

async function toPanel(links: readonly { id: string; personId: string }[]): Promise<void> {
  for (const { id, personId } of links) {
    const by = personId === 'patient' ? 'ward' : 'worker';
    await world.as(by).post(`/v1/proposals/${id}/person-view`, yes);
    await world.as('provider').post(`/v1/proposals/${id}/provider-answer`, { answer: 'accept' });
  }
}

test('approving one proposal takes at most 20 actions, of somebody new and of a resident', async () => {
  world = await elmWithRivals(1, 0);
  const actions = countActions();
  const rival = await beforePanel(world, 'rival-0', 'elm-1');
  const path = `/v1/proposals/${rival.id}/decisions`;
  expect(await world.as('panel').post(path, approval, { ifMatch: rival.version })).toMatchObject({
    status: 201,
  });
  expect(actions.get('proposalDecided')).toBeLessThanOrEqual(20);
  await world.stop();
  world = await openWorld('2026-04-20T09:00:00Z');
  await loadOneChain(world.store);
  await world.rematch();
  const resident = countActions();
  const [first] = (await world.as('worker').get('/v1/plans/current')).body.chains.items[0].suggestions;
  const made = await world.as('worker').post(`/v1/suggestions/${first.id}/adoption`, { wholeChain: false });
  await toPanel(made.body.proposals);
  const [proposal] = made.body.proposals;
  const { version } = (await world.as('panel').get(`/v1/proposals/${proposal.id}`)).body;
  const decided = await world
    .as('panel')
    .post(`/v1/proposals/${proposal.id}/decisions`, approval, { ifMatch: version });
  expect(decided, JSON.stringify(decided.body)).toMatchObject({ status: 201 });
  expect(resident.get('proposalDecided')).toBeLessThanOrEqual(20);
});

/** The fixture with a fourth resident, who would change to another room of the house they live in. */
function withFourth(): Map<string, string> {
  const asked = withRow(oneChainTexts(), 'requests.csv', {
    sourceReference: 'ask-e',
    person: 'oak-neighbour',
    kind: 'moveOn',
    serviceModel: 'stayingConnected',
    stages: 'extendedSupport',
    status: 'readyToPlace',
    queuedOn: '2026-02-02',
    unsafeNow: 'no',
    accommodation: '6',
    postcode: 'SO15',
    referralSource: '1',
    referredBy: 'w-2',
  });
  const rating = { budgeting: '3', cooking: '3', positiveActivities: '3', managingHome: '3' };
  const rest = { relationships: '3', health: '3', choices: '3', participation: '3' };
  return ['w-2', 'self'].reduce(
    (texts, ratedBy) =>
      withRow(texts, 'readiness.csv', {
        sourceReference: `ready-e-${ratedBy}`,
        person: 'oak-neighbour',
        assessedOn: '2026-03-17',
        ratedBy,
        ...rating,
        ...rest,
      }),
    asked,
  );
}

test('a chain of four, the longest there is, is adopted and approved in well under a hundred actions', async () => {
  world = await openWorld('2026-04-20T09:00:00Z');
  await loadOneChain(world.store, { texts: withFourth() });
  await world.store.put('southampton', policies, { ...panelOfOne, lateralMoves: true });
  await world.rematch();
  const { items } = (await world.as('officer').get('/v1/plans/current')).body.chains;
  const [chain] = items;
  expect(chain.suggestions).toHaveLength(4);
  const actions = countActions();
  const path = `/v1/suggestions/${chain.suggestions[0].id}/adoption`;
  const made = await world.as('officer').post(path, { wholeChain: true });
  expect(made, JSON.stringify(made.body)).toMatchObject({ status: 201 });
  await toPanel(made.body.proposals);
  const { version } = (await world.as('panel').get(`/v1/chains/${made.body.chainId}`)).body;
  const decided = await world
    .as('panel')
    .post(`/v1/chains/${made.body.chainId}/decisions`, approval, { ifMatch: version });
  expect(decided, JSON.stringify(decided.body)).toMatchObject({ status: 201 });
  expect(actions.get('suggestionAdopted')).toBeLessThanOrEqual(100);
  expect(actions.get('chainDecided')).toBeLessThanOrEqual(100);
  expect(await findBroken(world.store)).toEqual([]);
});
