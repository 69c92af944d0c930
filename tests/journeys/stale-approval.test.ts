import { afterEach, expect, test } from 'vitest';
import { findBroken } from '../support/invariants.ts';
import { approval, beforePanel, elmWithRivals, type Rival } from '../support/rivals.ts';
import type { World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

const decide = (rival: Rival, version = rival.version) =>
  world.as('panel').post(`/v1/proposals/${rival.id}/decisions`, approval, { ifMatch: version });
const renew = (rival: Rival, as = 'panel') =>
  world.as(as).post(`/v1/proposals/${rival.id}/renewal`, {}, { ifMatch: rival.version });
const read = async (rival: Rival, as = 'panel') => (await world.as(as).get(`/v1/proposals/${rival.id}`)).body;

/** The person turns out to need less support than was known when the move was proposed. */
async function reassess(personId: string, supportHoursPerWeek: number): Promise<void> {
  const needs = {
    ...{ assessedOn: '2026-04-20', assessedBy: 'social worker', supportLevel: 'high', supportHoursPerWeek },
    ...{ sleepIn: 'required', stepFree: 'notRequired', wetRoom: 'notRequired', highestFloor: 20 },
    ...{ selfContained: 'notRequired', quiet: false, recovery: 'notApplicable' },
    ...{ substanceFreeHome: 'notRequired', riskToSelf: 'low', safetyPlanOn: null },
  };
  const answer = await world.as('worker').post(`/v1/people/${personId}/needs`, needs);
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
}

test('a panel that decides on facts that have changed is told which, and decides again on the new ones', async () => {
  world = await elmWithRivals(1, 0);
  const rival = await beforePanel(world, 'rival-0', 'elm-1');
  expect((await read(rival)).changedSince).toEqual([]);
  const before = (await read(rival)).explanation.points;
  await reassess('rival-0', 12);

  const stale = await decide(rival);
  expect(stale).toMatchObject({ status: 409, body: { code: 'facts-changed' } });
  expect(stale.headers).not.toHaveProperty('retry-after');
  const told = Object.entries(stale.body.facts).filter(([field]) => field.startsWith('person: needs'));
  expect(told.map(([, change]) => change)).toContain('not there → 12');
  expect((await read(rival)).changedSince).toContainEqual(
    expect.objectContaining({ part: 'person', before: null, now: '12' }),
  );
  expect((await read(rival)).explanation.points).toBe(before);
  expect((await decide(rival)).body.code).toBe('facts-changed');

  const renewed = await renew(rival);
  expect(renewed).toMatchObject({ status: 201, body: { id: rival.id, status: 'awaitingPanel' } });
  expect(renewed.body.points.before).toBe(before);
  const shown = await read(rival);
  expect(shown).toMatchObject({ changedSince: [], version: renewed.body.version });
  expect(shown.explanation.points).toBe(renewed.body.points.now);
  // Whoever has not read it since it was renewed cannot decide it.
  expect(await decide(rival)).toMatchObject({ status: 412, body: { code: 'version-changed' } });
  expect(await decide(rival, renewed.body.version)).toMatchObject({ status: 201 });
  const [decision] = (await read(rival)).decisions;
  expect(decision.digests).toEqual((await read(rival)).proposal.digests);
  expect(await findBroken(world.store)).toEqual([]);
});

test('another person promised a room in the home is news for the panel', async () => {
  world = await elmWithRivals(2, 0);
  const [first, second] = [
    await beforePanel(world, 'rival-0', 'elm-1'),
    await beforePanel(world, 'rival-1', 'elm-2'),
  ];
  expect(await decide(first)).toMatchObject({ status: 201 });
  const stale = await decide(second);
  expect(stale).toMatchObject({ status: 409, body: { code: 'facts-changed' } });
  expect(stale.body.facts).toHaveProperty('housemates: [rival-0].personId', 'not there → rival-0');
  const { body } = await renew(second);
  expect(await decide(second, body.version)).toMatchObject({ status: 201 });
});

test('a proposal whose checks no longer pass is not renewed, and nothing of it changes', async () => {
  world = await elmWithRivals(1, 0);
  const rival = await beforePanel(world, 'rival-0', 'elm-1');
  await reassess('rival-0', 100);
  const before = await read(rival);
  const refused = await renew(rival);
  expect(refused).toMatchObject({ status: 409, body: { code: 'check-failed' } });
  expect(await read(rival)).toEqual(before);
});

test('a provider learns that something of the person changed, and nothing of what', async () => {
  world = await elmWithRivals(1, 0);
  const rival = await beforePanel(world, 'rival-0', 'elm-1');
  await reassess('rival-0', 12);
  expect((await read(rival, 'provider')).changedSince).toEqual([
    { part: 'person', field: '', before: null, now: null },
  ]);
  expect((await renew(rival, 'provider')).status).toBe(403);
});
