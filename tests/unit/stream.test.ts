import { describe, expect, test } from 'vitest';
import { streamDoor } from '../../functions/stream/stream-door.ts';
import type { PersonFile } from '../../shared/domain/files.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { homes, vacancies } from '../../shared/store/kinds/homes.ts';
import { people } from '../../shared/store/kinds/people.ts';
import { requests, stays } from '../../shared/store/kinds/placing.ts';
import { suggestions } from '../../shared/store/kinds/plans.ts';
import { takeLease } from '../../shared/store/operational.ts';
import { Plans } from '../../shared/store/plan-reads.ts';
import { Records } from '../../shared/store/records.ts';
import { rematchKinds } from '../../shared/store/rematch-kinds.ts';
import { loadOneChain } from '../support/one-chain.ts';
import { type TestStore, testStore } from '../support/store.ts';
import { batchOf, changed, changeOf } from '../support/stream-events.ts';
import { type Sent, tap } from '../support/tap.ts';

const table = (store: TestStore) => store.deps.writing.table;
const recordsOf = (store: TestStore, partnership = 'southampton') => new Records(table(store), partnership);

/** Who the plan in force moves where, in the order of its chains. */
async function movesInForce(store: TestStore, partnership = 'southampton'): Promise<string[]> {
  const plans = new Plans(table(store), partnership);
  const inForce = await plans.current();
  if (!inForce) return ['no plan'];
  const { chains } = await plans.chains(inForce.planId, { limit: 100 });
  return chains.flatMap((chain) => chain.suggestions.map((one) => `${one.personId} to ${one.roomId}`));
}

const chainOfThree = ['hmo-resident to birch-flat', 'elm-resident to oak-1', 'patient to elm-1'];

async function fileOf(store: TestStore, id: string): Promise<PersonFile> {
  const found = await recordsOf(store).get(people, id);
  if (!found) throw new Error(`Nobody is ${id}.`);
  return found.data;
}

/** Gives the resident of the house with support a dog, which the next house takes none of: the chain stops there. */
async function giveDog(store: TestStore): Promise<PersonFile> {
  const file = await fileOf(store, 'elm-resident');
  const withDog = {
    ...file,
    person: { ...file.person, pets: [{ kind: 'dog' as const, assistance: false }] },
  };
  await store.put('southampton', people, withDog);
  return withDog;
}

async function loaded(): Promise<{ store: TestStore; door: ReturnType<typeof streamDoor> }> {
  const store = await testStore();
  await loadOneChain(store);
  return { store, door: streamDoor(store.deps) };
}

const codes = (store: TestStore) => store.logged.map((one) => one.code);

describe('a change of what the engine reads', () => {
  test('puts a new plan in force: the flat, the shared house and the house with support in one chain', async () => {
    const { store, door } = await loaded();
    const answer = await door(batchOf(changeOf('southampton', people, await fileOf(store, 'patient'))));
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(await movesInForce(store)).toEqual(chainOfThree);
    expect(codes(store)).toEqual(['plan-published']);
  });

  test('that leaves the plan as it was publishes nothing new', async () => {
    const { store, door } = await loaded();
    const event = batchOf(changeOf('southampton', people, await fileOf(store, 'patient')));
    await door(event);
    await door(event);
    expect(codes(store)).toEqual(['plan-published', 'plan-unchanged']);
  });

  test('of one partnership makes no plan of another', async () => {
    const { store, door } = await loaded();
    await loadOneChain(store, { partnership: 'bristol' });
    await door(batchOf(changeOf('bristol', people, await fileOf(store, 'patient'))));
    expect(await movesInForce(store, 'bristol')).toEqual(chainOfThree);
    expect(await movesInForce(store)).toEqual(['no plan']);
  });

  test('that ends a vacancy, a stay or a request leaves what has ended out of the plan', async () => {
    const { store, door } = await loaded();
    const flat = await recordsOf(store).get(vacancies, 'flat-free');
    if (!flat) throw new Error('The flat is not free.');
    const { id, roomId, reason } = flat.data.vacancy;
    const withdrawn = { id, roomId, reason, status: 'withdrawn', because: 'listedInError' } as const;
    const past = { ...flat.data, vacancy: withdrawn };
    await store.put('southampton', vacancies, past);
    await door(batchOf(changeOf('southampton', vacancies, past)));
    expect(await movesInForce(store)).toEqual([]);
  });
});

describe('an index that lags behind', () => {
  test('shows nothing that has ended to the engine', async () => {
    const { store, door } = await loaded();
    const flat = await recordsOf(store).get(vacancies, 'flat-free');
    if (!flat) throw new Error('The flat is not free.');
    const { id, roomId, reason } = flat.data.vacancy;
    const withdrawn = { id, roomId, reason, status: 'withdrawn', because: 'listedInError' } as const;
    const stale: unknown[] = [];
    const off = tap(store.client, async ({ name, input }, send) => {
      const answer = await send(input);
      const asked = JSON.stringify(input);
      if (name.startsWith('Query') && asked.includes('vacancy#in#live')) {
        stale.push(answer);
        await store.put('southampton', vacancies, { ...flat.data, vacancy: withdrawn });
      }
      return answer;
    });
    await door(batchOf(changeOf('southampton', people, await fileOf(store, 'patient'))));
    off();
    expect(stale).toHaveLength(1);
    expect(await movesInForce(store)).toEqual([]);
  });
});

describe('many changes at once', () => {
  test('cost few runs, and the last of them is planned for', async () => {
    const { store, door } = await loaded();
    const contenders = 24;
    await Promise.all(
      Array.from({ length: contenders }, async (_, i) => {
        const file = i === 17 ? await giveDog(store) : await fileOf(store, 'care-leaver');
        await door(batchOf(changeOf('southampton', people, file)));
      }),
    );
    const runs = codes(store).filter((code) => code.startsWith('plan-'));
    expect(runs.length).toBeLessThan(contenders / 2);
    expect(store.logged.filter((one) => one.code === 'plan-faulted')).toEqual([]);
    expect(await movesInForce(store)).toEqual(['hmo-resident to birch-flat']);
  });

  test('one that comes after the facts were read is left to the run that reads them again', async () => {
    const { store, door } = await loaded();
    let came = false;
    const off = tap(store.client, async ({ name, input }, send) => {
      if (name.startsWith('BatchWrite') && !came) {
        came = true;
        await door(batchOf(changeOf('southampton', people, await giveDog(store))));
      }
      return send(input);
    });
    await door(batchOf(changeOf('southampton', people, await fileOf(store, 'patient'))));
    off();
    expect(codes(store)).toEqual(['rematch-left-to-another', 'plan-published', 'plan-published']);
    expect(await movesInForce(store)).toEqual(['hmo-resident to birch-flat']);
  });

  test('are left to somebody who holds the lease and may be alive', async () => {
    const { store, door } = await loaded();
    const event = batchOf(changeOf('southampton', people, await fileOf(store, 'patient')));
    await door(event);
    await store.put('southampton', people, await giveDog(store));
    const off = tap(store.client, async ({ name, input }, send) => {
      if (name.startsWith('Query')) throw new Error('died');
      return send(input);
    });
    await door(event);
    off();
    expect(codes(store)).toEqual(['plan-published', 'plan-faulted']);
    const now = store.deps.writing.now();
    expect(await takeLease(table(store), 'southampton', { holder: 'b', now, seconds: 180 })).not.toBeNull();
    await door(event);
    expect(codes(store).at(-1)).toBe('rematch-left-to-another');
  });
});

describe('a record of the stream', () => {
  test('that cannot be read is parked and reported, and holds up no other of its batch', async () => {
    const { store, door } = await loaded();
    const poison = changed({ kind: 'person' });
    const good = changeOf('southampton', people, await fileOf(store, 'patient'));
    expect(await door(batchOf(poison, good))).toEqual({
      batchItemFailures: [{ itemIdentifier: poison.dynamodb?.SequenceNumber }],
    });
    expect(codes(store)).toEqual(['record-parked', 'plan-published']);
    expect(await movesInForce(store)).toEqual(chainOfThree);
  });

  test('is reported when its partnership cannot be marked, so that it comes again', async () => {
    const { store, door } = await loaded();
    const event = batchOf(changeOf('southampton', people, await fileOf(store, 'patient')));
    const off = tap(store.client, ({ name, input }, send) => {
      if (name.startsWith('Update')) throw new Error('throttled');
      return send(input);
    });
    const answer = await door(event);
    off();
    expect(answer.batchItemFailures).toHaveLength(1);
    expect(await door(event)).toEqual({ batchItemFailures: [] });
    expect(await movesInForce(store)).toEqual(chainOfThree);
  });

  test('of a kind the engine does not read wakes nobody, and those it writes are of such kinds', async () => {
    const { store, door } = await loaded();
    const kinds = ['plan', 'suggestion', 'lease', 'audit', 'idempotency', 'outbox', 'identity', 'proposal'];
    const records = kinds.map((kind) =>
      changed({ kind, partnership: 'southampton', version: 1, data: '{}' }),
    );
    expect(await door(batchOf(...records))).toEqual({ batchItemFailures: [] });
    expect(store.logged).toEqual([]);
    expect(rematchKinds.filter((kind) => kinds.includes(kind))).toEqual([]);
    const read = [people, homes, vacancies, stays, requests].map((kind) => kind.name);
    expect(rematchKinds).toEqual(expect.arrayContaining([...read, 'ledger', 'matchRun', 'policy', 'worker']));
  });
});

test('the engine writes plans, suggestions and leases, and nothing else', async () => {
  const { store, door } = await loaded();
  const sent: Sent[] = [];
  const off = tap(store.client, ({ name, input }, send) => {
    sent.push({ name, input });
    return send(input);
  });
  await door(batchOf(changeOf('southampton', people, await fileOf(store, 'patient'))));
  off();
  const kindsWritten = new Set(sent.flatMap(writtenKeys).map((key) => key.split('#')[2]));
  expect(kindsWritten).toEqual(new Set(['plan', 'suggestion', 'lease']));
  const names = new Set(sent.map((one) => one.name));
  const known = ['BatchGet', 'BatchWrite', 'Get', 'Put', 'Query', 'Update'];
  expect(
    [...names].every((name) => known.some((one) => new RegExp(`^${one}(Item)?Command$`).test(name))),
  ).toBe(true);
  const readKeys = JSON.stringify(sent);
  expect(readKeys).not.toContain('#identity');
});

/** The partition keys a command writes. */
function writtenKeys({ name, input }: Sent): string[] {
  const textOf = (key: string | { S: string }): string => (typeof key === 'string' ? key : key.S);
  if (name.startsWith('Put')) return [textOf(input.Item.PK)];
  if (name.startsWith('Update') || name.startsWith('Delete')) return [textOf(input.Key.PK)];
  if (!name.startsWith('BatchWrite')) return [];
  const requests: { PutRequest: { Item: { PK: string } } }[] = Object.values(
    input.RequestItems,
  ).flat() as never;
  return requests.map((one) => textOf(one.PutRequest.Item.PK));
}

test('what the engine publishes can be looked up suggestion by suggestion', async () => {
  const { store, door } = await loaded();
  await door(batchOf(changeOf('southampton', people, await fileOf(store, 'patient'))));
  const inForce = await new Plans(table(store), 'southampton').current();
  const ids: Plan['suggestions'][number]['id'][] = [1, 2, 3].map(
    (n) => `${inForce?.planId}-c1-m${n}` as never,
  );
  const found = await recordsOf(store).getMany(suggestions, ids);
  expect(found.map((one) => one.data.moveOn)).toEqual(['2026-04-30', '2026-05-06', '2026-05-11']);
});
