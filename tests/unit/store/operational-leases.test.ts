import { describe, expect, test } from 'vitest';
import { Day, Instant } from '../../../shared/domain/day.ts';
import {
  dropLease,
  isDue,
  lastNight,
  markDirty,
  releaseLease,
  rememberNight,
  takeLease,
} from '../../../shared/store/operational.ts';
import { type TestStore, testStore } from '../../support/store.ts';

const partnership = 'southampton';
const now = Instant.parse('2026-04-20T09:00:00Z');
const later = Instant.parse('2026-04-20T09:03:00Z');

const tableOf = (store: TestStore) => store.deps.writing.table;
const mark = (store: TestStore) => markDirty(tableOf(store), partnership);
const take = (store: TestStore, holder: string, at = now) =>
  takeLease(tableOf(store), partnership, { holder, now: at, seconds: 180 });
const due = (store: TestStore, at = now) => isDue(tableOf(store), partnership, at);

async function taken(store: TestStore, holder: string) {
  const lease = await take(store, holder);
  if (!lease) throw new Error('The lease is not free.');
  return lease;
}

describe('a lease', () => {
  test('is not there to take while nothing has changed', async () => {
    const store = await testStore();
    expect(await take(store, 'a')).toBeNull();
    expect(await due(store)).toBe(false);
  });

  test('is taken by one of many', async () => {
    const store = await testStore();
    await mark(store);
    const leases = await Promise.all(Array.from({ length: 16 }, (_, i) => take(store, `holder-${i}`)));
    expect(leases.filter((lease) => lease !== null)).toHaveLength(1);
    expect(await due(store)).toBe(false);
  });

  test('is given back when nothing changed meanwhile, and there is nothing left to do', async () => {
    const store = await testStore();
    await mark(store);
    const lease = await taken(store, 'a');
    expect(await releaseLease(tableOf(store), lease)).toBe(true);
    expect(await take(store, 'b')).toBeNull();
  });

  test('is kept when something changed meanwhile, in the same millisecond too', async () => {
    const store = await testStore();
    await mark(store);
    const lease = await taken(store, 'a');
    await mark(store);
    expect(await releaseLease(tableOf(store), lease)).toBe(false);
    expect(await take(store, 'b')).toBeNull();
    expect(await releaseLease(tableOf(store), await taken(store, 'a'))).toBe(true);
  });

  test('given back twice, as after a lost answer, was given back', async () => {
    const store = await testStore();
    await mark(store);
    const lease = await taken(store, 'a');
    await releaseLease(tableOf(store), lease);
    expect(await releaseLease(tableOf(store), lease)).toBe(true);
  });

  test('passes to another once its holder must be dead, who can then give back nothing', async () => {
    const store = await testStore();
    await mark(store);
    const dead = await taken(store, 'dead');
    expect(await due(store, later)).toBe(true);
    expect(await take(store, 'b', later)).toMatchObject({ holder: 'b', marks: 1 });
    expect(await releaseLease(tableOf(store), dead)).toBe(false);
    await dropLease(tableOf(store), dead);
    expect(await take(store, 'c', later)).toBeNull();
  });

  test('that is dropped leaves the work to whoever looks next', async () => {
    const store = await testStore();
    await mark(store);
    await dropLease(tableOf(store), await taken(store, 'a'));
    expect(await due(store)).toBe(true);
    expect(await take(store, 'b')).toMatchObject({ holder: 'b' });
  });

  test('of one partnership says nothing of another', async () => {
    const store = await testStore();
    await mark(store);
    expect(await isDue(tableOf(store), 'bristol', now)).toBe(false);
  });
});

test('the last night is remembered', async () => {
  const store = await testStore();
  expect(await lastNight(tableOf(store), partnership)).toBeNull();
  await rememberNight(tableOf(store), partnership, Day.parse('2026-04-20'));
  expect(await lastNight(tableOf(store), partnership)).toBe('2026-04-20');
});
