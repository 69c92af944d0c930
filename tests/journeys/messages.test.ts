import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, expect, test } from 'vitest';
import { messageDoor } from '../../functions/messages/message-door.ts';
import { scheduleDoor } from '../../functions/schedule/schedule-door.ts';
import { Message } from '../../shared/domain/message.ts';
import { messages } from '../../shared/store/kinds/messages.ts';
import { Records } from '../../shared/store/records.ts';
import { rules } from '../../shared/usecases/messages/events.ts';
import { openPost, type Post } from '../support/post.ts';
import { approval, beforePanel, elmWithRivals } from '../support/rivals.ts';
import { storyUpTo } from '../support/story.ts';
import { batchOf, changed } from '../support/stream-events.ts';
import type { World } from '../support/world.ts';

let world: World | null = null;
afterEach(async () => {
  await world?.stop();
  world = null;
});

/** Who was told what, each once, in the order of the alphabet. */
const toldBy = ({ letters }: Post): string[] => letters.map(({ to, subject }) => `${to}: ${subject}`).sort();

test('each party of a chain is told once what it is to do and what became of it, however often the stream tells', async () => {
  const { store } = await storyUpTo('arrived');
  await store.member('provider', ['providerManager'], { organisationId: 'provider-org' });
  const post = openPost(store);
  await post.carry(4);
  const told = toldBy(post);
  expect(new Set(post.letters.map(({ reference }) => reference)).size).toBe(post.letters.length);
  expect(told).toContain('ward: Please ask somebody what they think of a home');
  expect(told).toContain('worker: Please ask somebody what they think of a home');
  expect(told).toContain('provider: A referral waits for your answer');
  expect(told).toContain('chair: A move is before the panel');
  expect(told).toContain('officer: A move is approved');
  expect(told).toContain('ward: A move is approved');
  // Nobody is told of what they did themselves: the panel member who approved, the officer who adopted.
  expect(told).not.toContain('panel: A move is approved');
  const before = post.letters.length;
  await post.carry(2);
  expect(post.letters).toHaveLength(before);
});

test('a message names nobody and nothing about anybody: a reference, and where to read on', async () => {
  const { store, proposals } = await storyUpTo('arrived');
  const post = openPost(store);
  await post.carry(3);
  expect(post.letters.length).toBeGreaterThan(5);
  const ids = new Set(proposals.map(({ id }) => id as string));
  for (const { subject, body } of post.letters) {
    const said = `${subject}\n${body}`;
    for (const word of ['elm-resident', 'hmo-resident', 'patient', 'elm-1', 'oak', 'birch'])
      expect(said).not.toContain(word);
    const [, named = ''] = /References?: (.*)/.exec(body) ?? [];
    expect(named.split(', ').every((id) => ids.has(id))).toBe(true);
    expect(body).toContain(`https://homeward.example/search?reference=${named.split(', ')[0]}`);
  }
});

test('whoever works with the residents of a home that closes, and the lead, are told once', async () => {
  const { store, ask } = await storyUpTo('planned');
  const post = openPost(store);
  const body = { from: '2026-06-30', reason: 'leaseEnds' };
  await ask('closeHome', { as: 'officer', params: { homeId: 'oak' }, body });
  await post.carry(2);
  const told = toldBy(post);
  expect(told).toContain('lead: A home is closing');
  expect(told.filter((one) => one === 'worker: A home is closing')).toHaveLength(1);
  expect(told).not.toContain('officer: A home is closing');
  expect(post.letters.find(({ to }) => to === 'lead')?.body).toContain(
    'https://homeward.example/search?reference=oak',
  );
});

test('a silent provider is reminded and the lead is told; then everybody learns that the time ran out', async () => {
  world = await elmWithRivals(1, 0);
  const { store } = world;
  await store.member('provider', ['providerManager'], { organisationId: 'provider-org' });
  const made = await world
    .as('officer')
    .post('/v1/proposals', { requestId: 'ask-rival-0', roomId: 'elm-1', moveOn: '2026-05-05' });
  const id: string = made.body.proposals[0].id;
  await world.as('worker').post(`/v1/proposals/${id}/person-view`, {
    answer: 'yes',
    words: null,
    obtained: 'inPerson',
    onlyOneBecause: 'askedForOne',
  });
  const post = openPost(store);
  const tick = scheduleDoor(store.deps);
  for (const day of ['2026-04-21', '2026-04-22', '2026-04-24']) {
    store.setNow(`${day}T08:00:00Z`);
    await tick({});
    await tick({});
    await post.carry(2);
  }
  expect(toldBy(post)).toEqual([
    'lead: A move is late',
    'lead: The time for a move ran out',
    'officer: A move is late',
    'officer: The time for a move ran out',
    'provider: A move still waits for you',
    'provider: A referral waits for your answer',
    'worker: Please ask somebody what they think of a home',
    'worker: The time for a move ran out',
  ]);
});

test('what is not taken is tried again, what cannot be is parked where a lead sees it, and nothing goes out twice', async () => {
  world = await elmWithRivals(1, 0);
  const { store } = world;
  const rival = await beforePanel(world, 'rival-0', 'elm-1');
  await world.as('panel').post(`/v1/proposals/${rival.id}/decisions`, approval, { ifMatch: rival.version });
  const post = openPost(store);
  post.fates.push('busy', 'takenUnanswered', 'lost', 'refused');
  await post.carry(2);
  const states = async (): Promise<Record<string, number>> => {
    const records = new Records(store.deps.writing.table, 'southampton');
    const counts: Record<string, number> = {};
    for (const state of Message.shape.status.options)
      counts[state] = (await records.all(messages, state)).length;
    return counts;
  };
  expect(await states()).toMatchObject({ failed: 3, parked: 1, queued: 0, sending: 0 });
  const tick = scheduleDoor(store.deps);
  await tick({});
  expect((await states()).failed).toBe(3);
  store.setNow('2026-04-20T09:02:00Z');
  await tick({});
  await post.carry(1);
  expect(await states()).toMatchObject({ failed: 0, parked: 1 });
  const references = post.letters.map(({ reference }) => reference);
  expect(new Set(references).size).toBe(references.length);
  const { body } = await world.as('lead').get('/v1/messages');
  expect(body.items).toMatchObject([{ status: 'parked', fault: 'notify-400', attempts: 1 }]);
});

test('a message is parked after five tries', async () => {
  world = await elmWithRivals(1, 0);
  const { store } = world;
  await world
    .as('officer')
    .post('/v1/proposals', { requestId: 'ask-rival-0', roomId: 'elm-1', moveOn: '2026-05-05' });
  const post = openPost(store);
  const tick = scheduleDoor(store.deps);
  for (const hour of ['09', '10', '11', '12', '15', '18']) {
    store.setNow(`2026-04-20T${hour}:30:00Z`);
    await tick({});
    post.fates.push(...Array.from({ length: 5 }, () => 'busy' as const));
    await post.carry(2);
  }
  const { body } = await world.as('lead').get('/v1/messages');
  expect(body.items.length).toBeGreaterThan(0);
  for (const one of body.items) expect(one).toMatchObject({ status: 'parked', attempts: 5 });
  expect(post.letters).toEqual([]);
});

test('a message in the hands of a process that died is asked about, and not sent twice', async () => {
  world = await elmWithRivals(1, 0);
  const { store } = world;
  await world
    .as('officer')
    .post('/v1/proposals', { requestId: 'ask-rival-0', roomId: 'elm-1', moveOn: '2026-05-05' });
  const post = openPost(store);
  const dies = messageDoor({
    ...store.deps,
    address: 'https://homeward.example',
    delivery: {
      send: (to, letter, reference) => {
        post.letters.push({ to, reference, ...letter });
        // The process ends here: nothing is ever heard of it again.
        return new Promise(() => undefined);
      },
      wasSent: async () => false,
    },
  });
  await post.carry(0);
  const outbox = await itemsOf(store, 'outbox');
  await dies(batchOf(...outbox.map((item) => changed(item))));
  const [first] = await itemsOf(store, 'message');
  void dies(batchOf(changed(first ?? {})));
  await expect.poll(() => post.letters.length).toBe(1);
  store.setNow('2026-04-20T09:20:00Z');
  await scheduleDoor(store.deps)({});
  await post.carry(2);
  const references = post.letters.map(({ reference }) => reference);
  expect(new Set(references).size).toBe(references.length);
});

async function itemsOf(store: World['store'], kind: string): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await store.client.send(new ScanCommand({ TableName: store.tableName }));
  return Items.filter((item) => item.kind === kind);
}

test('a record that cannot be read is left, and holds up nothing that comes after it', async () => {
  const { store } = await storyUpTo('proposed');
  const post = openPost(store);
  const door = messageDoor({
    ...store.deps,
    address: 'https://homeward.example',
    delivery: { send: async () => undefined, wasSent: async () => false },
  });
  const [outbox] = await itemsOf(store, 'outbox');
  const poison = { ...outbox, data: '{"deed":"never heard of"}' };
  const answer = await door(batchOf(changed(poison), changed({ kind: 'outbox' }), changed(outbox ?? {})));
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(store.logged.filter(({ code }) => code === 'record-parked')).toHaveLength(2);
  await post.carry(1);
  expect((await itemsOf(store, 'message')).length).toBeGreaterThan(0);
});

test('every rule of the table tells somebody, in words that are there', () => {
  for (const { to } of rules) expect(to.length).toBeGreaterThan(0);
  expect(new Set(rules.map(({ template }) => template)).size).toBe(19);
});
