import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../shared/domain/day.ts';
import { PersonId, ProposalId, StayId, VacancyId } from '../../../shared/domain/ids.ts';
import { type Item, itemOf } from '../../../shared/store/item.ts';
import type { Kind } from '../../../shared/store/kind.ts';
import { homes, ledgers } from '../../../shared/store/kinds/homes.ts';
import { caseloads, moves } from '../../../shared/store/kinds/people.ts';
import { requests, stays } from '../../../shared/store/kinds/placing.ts';
import { Records } from '../../../shared/store/records.ts';
import { keepTime } from '../../../shared/usecases/proposals/keep-time.ts';
import { snapshotOf } from '../../support/invariants/snapshot.ts';
import { findBroken } from '../../support/invariants.ts';
import type { TestStore } from '../../support/store.ts';
import { type Chapter, chapters, type Story, stayOf, storyUpTo } from '../../support/story.ts';

describe('nothing is broken', () => {
  test.each(chapters)('when the chain of three is %s', async (chapter) => {
    const { store } = await storyUpTo(chapter);
    expect(await findBroken(store)).toEqual([]);
  });
});

test('nothing is broken once the holds of a chain have run out and are given back', async () => {
  const { store } = await storyUpTo('viewed');
  store.setNow('2026-07-20T09:00:00Z');
  expect(await findBroken(store)).toEqual([]);
  await keepTime(store.deps, 'southampton');
  expect(await findBroken(store)).toEqual([]);
});

/** Writes a record anew behind the back of the service, in the version it is in. */
async function tamper<T>(store: TestStore, kind: Kind<T>, id: string, change: (data: T) => T): Promise<void> {
  const kept = await new Records(store.deps.writing.table, 'southampton').get(kind, id);
  if (!kept) throw new Error(`There is no ${kind.name} ${id}.`);
  await keep(store, itemOf('southampton', kind, kept.version, change(kept.data)));
}

const keep = (store: TestStore, item: Item) =>
  store.client.send(new PutCommand({ TableName: store.tableName, Item: { ...item } }));

const drop = (store: TestStore, { PK, SK }: Item) =>
  store.client.send(new DeleteCommand({ TableName: store.tableName, Key: { PK, SK } }));

/** The first item of a kind, in the order of keys. */
async function itemOfKind(store: TestStore, kind: string): Promise<Item> {
  const { items } = await snapshotOf(store);
  const [first] = items
    .filter((item) => item.kind === kind)
    .sort((a, b) => (`${a.PK}${a.SK}` < `${b.PK}${b.SK}` ? -1 : 1));
  if (!first) throw new Error(`There is no ${kind}.`);
  return first;
}

const care = PersonId.parse('care-leaver');
const ghost = { kind: 'stay', roomId: 'oak-2', from: '2026-06-01', until: null, arrived: false } as const;

type Harm = (story: Story) => Promise<unknown>;

/** What is done to the table, and what must be said of it. */
const harms: readonly [what: string, chapter: Chapter, harm: Harm, said: RegExp][] = [
  [
    'a room-night promised twice',
    'approved',
    ({ store }) =>
      tamper(store, ledgers, 'oak', (ledger) => ({
        ...ledger,
        periods: [
          ...ledger.periods,
          { ...ledger.periods[0]!, ...ghost, stayId: StayId.parse('ghost'), personId: care } as never,
        ],
      })),
    /room oak-2 is taken twice/,
  ],
  [
    'a hold given to a room that is lived in',
    'proposed',
    ({ store }) =>
      tamper(store, ledgers, 'elm', (ledger) => ({
        ...ledger,
        periods: ledger.periods.map((one) =>
          one.kind === 'hold' ? { ...one, roomId: 'elm-2' as never } : one,
        ),
      })),
    /room elm-2 is taken twice/,
  ],
  [
    'a hold that is let go',
    'proposed',
    ({ store }) =>
      tamper(store, ledgers, 'birch', (ledger) => ({
        ...ledger,
        periods: ledger.periods.filter((one) => one.kind !== 'hold'),
      })),
    /has 0 holds/,
  ],
  [
    'a hold of no proposal',
    'proposed',
    ({ store }) =>
      tamper(store, ledgers, 'birch', (ledger) => ({
        ...ledger,
        periods: ledger.periods.map((one) =>
          one.kind === 'hold' ? { ...one, proposalId: ProposalId.parse('gone') } : one,
        ),
      })),
    /belongs to nothing on record/,
  ],
  [
    'a stay in no book',
    'approved',
    ({ store }) => tamper(store, ledgers, 'birch', (ledger) => ({ ...ledger, periods: [] })),
    /has its nights 0 times/,
  ],
  [
    'a stay another day than its book says',
    'approved',
    ({ store, proposals: [first] }) =>
      tamper(store, stays, stayOf(first), (file) => ({
        ...file,
        stay: { ...file.stay, from: '2026-05-01' as never },
      })),
    /do not say the same/,
  ],
  [
    'a promise the person’s one record does not know',
    'approved',
    ({ store }) => tamper(store, moves, 'patient', (move) => ({ ...move, promisedStayId: null })),
    /patient: the promised stay is none/,
  ],
  [
    'two homes lived in',
    'planned',
    ({ store }) =>
      tamper(store, stays, 'stay-a', (file) => ({
        ...file,
        stay: { ...file.stay, personId: PersonId.parse('elm-resident') },
      })),
    /elm-resident: the stay is stay-b and there is .* and /,
  ],
  [
    'a proposal the person’s one record does not know',
    'proposed',
    ({ store }) => tamper(store, moves, 'patient', (move) => ({ ...move, proposalId: null })),
    /patient: the proposal is none/,
  ],
  [
    'a licence that is too small for who lives there',
    'planned',
    ({ store }) => {
      const held = { status: 'held', maxPersons: 1 } as const;
      return tamper(store, homes, 'oak', (file) => ({
        ...file,
        home: { ...file.home, licence: { ...file.home.licence, ...held } },
      }));
    },
    /oak: 2 persons on .*, where 1 may be/,
  ],
  [
    'more early recovery than the house agreed to',
    'approved',
    ({ store }) =>
      tamper(store, homes, 'oak', (file) => ({ ...file, home: { ...file.home, maxEarlyRecovery: 1 } })),
    /oak: 2 earlyRecovery on/,
  ],
  [
    'two people under one roof who must be kept apart',
    'planned',
    ({ store }) =>
      tamper(store, ledgers, 'oak', (ledger) => ({
        ...ledger,
        occupants: ledger.occupants.map((one) => ({
          ...one,
          keptApartFrom: [PersonId.parse('oak-neighbour')],
        })),
      })),
    /hmo-resident and oak-neighbour share it|oak-neighbour and hmo-resident share it/,
  ],
  [
    'a vacancy offered that is not there',
    'planned',
    ({ store }) =>
      tamper(store, ledgers, 'birch', (ledger) => ({
        ...ledger,
        offered: ledger.offered.map((one) => ({ ...one, vacancyId: VacancyId.parse('gone') })),
      })),
    /vacancies on offer: birch birch-flat gone/,
  ],
  [
    'two live requests for one person',
    'planned',
    ({ store }) =>
      tamper(store, requests, 'ask-a', (file) => ({
        ...file,
        request: { ...file.request, personId: PersonId.parse('patient') },
      })),
    /person with two live requests: patient/,
  ],
  [
    'a live request the person’s one record does not know',
    'planned',
    ({ store }) => tamper(store, moves, 'patient', (move) => ({ ...move, requestId: null })),
    /patient: the request is none/,
  ],
  [
    'somebody on no caseload',
    'planned',
    ({ store }) => tamper(store, caseloads, 'w-1', (load) => ({ ...load, people: load.people.slice(1) })),
    /caseloads: w-1/,
  ],
];

describe('what is broken is found:', () => {
  test.each(harms)('%s', async (_what, chapter, harm, said) => {
    const story = await storyUpTo(chapter);
    await harm(story);
    expect((await findBroken(story.store)).filter((one) => said.test(one))).not.toEqual([]);
  });

  test('a record changed behind the back of its trail', async () => {
    const { store, chainId } = await storyUpTo('proposed');
    const [item] = (await snapshotOf(store)).items.filter((one) => one.kind === 'chain');
    await keep(store, { ...item!, data: String(item?.data).replace('"birch"', '"oak"') });
    const broken = await findBroken(store);
    expect(broken).toContainEqual(expect.stringContaining(`chain ${chainId}`));
  });

  test('a version more than the trail knows, and one fewer', async () => {
    for (const by of [1, -1]) {
      const { store } = await storyUpTo('viewed');
      const item = await itemOfKind(store, 'proposal');
      await keep(store, { ...item, version: Number(item.version) + by });
      expect(await findBroken(store)).toContainEqual(expect.stringMatching(/versions .* are named, not/));
    }
  });

  test('an audit entry that is gone, and one that is altered', async () => {
    const gone = await storyUpTo('viewed');
    await drop(gone.store, await itemOfKind(gone.store, 'audit'));
    expect(await findBroken(gone.store)).toContainEqual(expect.stringMatching(/audit of .* is broken/));
    const altered = await storyUpTo('viewed');
    const entry = await itemOfKind(altered.store, 'audit');
    await keep(altered.store, { ...entry, data: String(entry.data).replace('officer', 'nobody') });
    expect(await findBroken(altered.store)).toContainEqual(expect.stringMatching(/is broken at entry 1/));
  });

  test('a record that is gone though its trail names it', async () => {
    const { store } = await storyUpTo('proposed');
    await drop(store, await itemOfKind(store, 'explanation'));
    expect(await findBroken(store)).toContainEqual(expect.stringMatching(/is named and not on record/));
  });

  test.each(['outbox', 'idempotency'])('a commit without its %s item', async (kind) => {
    const { store } = await storyUpTo('proposed');
    await drop(store, await itemOfKind(store, kind));
    expect(await findBroken(store)).toContainEqual(expect.stringMatching(/commit/));
  });

  test('a key that begins with no partnership, and an index key that is another’s', async () => {
    const { store } = await storyUpTo('planned');
    const item = await itemOfKind(store, 'home');
    await keep(store, { ...item, PK: 'home#elm' });
    await keep(store, { ...item, GSI1PK: 'T#bristol#home' });
    const broken = await findBroken(store);
    expect(broken).toContainEqual(expect.stringContaining('PK is home#elm'));
    expect(broken).toContainEqual(expect.stringContaining('GSI1PK is T#bristol#home'));
  });

  test('an item its kind cannot read', async () => {
    const { store } = await storyUpTo('planned');
    const item = await itemOfKind(store, 'home');
    await keep(store, { ...item, data: '{"home": 1}' });
    expect(await findBroken(store)).toContainEqual(expect.stringContaining('does not fit its kind'));
  });
});

test('a hold that has run out promises nothing', async () => {
  const { store } = await storyUpTo('proposed');
  await tamper(store, ledgers, 'elm', (ledger) => ({
    ...ledger,
    periods: ledger.periods.map((one) =>
      one.kind === 'hold'
        ? { ...one, roomId: 'elm-2' as never, expiresAt: '2026-04-20T08:59:59Z' as Instant }
        : one,
    ),
  }));
  expect((await findBroken(store)).filter((one) => one.includes('taken twice'))).toEqual([]);
});
