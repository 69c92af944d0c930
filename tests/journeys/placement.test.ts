import { afterEach, expect, test } from 'vitest';
import { prepareMove } from '../../infra/local/prepare-move.ts';
import { findBroken } from '../support/invariants.ts';
import { loadOneChain, oneChainDay, oneChainTexts } from '../support/one-chain.ts';
import { readOn, withoutRow } from '../support/planned-folder.ts';
import { deskOver } from '../support/prepared.ts';
import { approval, yes } from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

interface Link {
  readonly id: string;
  readonly personId: string;
  readonly roomId: string;
  readonly moveOn: string;
}

/** Who speaks for somebody: the ward for its patient, the worker for the residents. */
const speakerOf = (personId: string): string => (personId === 'patient' ? 'ward' : 'worker');

/** Posts, expects it to be done, and gives the answer. */
async function done(member: string, path: string, body: unknown, ifMatch?: number) {
  const answer = await world.as(member).post(path, body, ifMatch === undefined ? {} : { ifMatch });
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function read(member: string, path: string) {
  const answer = await world.as(member).get(path);
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** The rows of the fixture that this journey brings about itself. */
const notYet: readonly (readonly [string, string])[] = [
  ['vacancies.csv', 'flat-free'],
  ['requests.csv', 'ask-c'],
  ['ready-periods.csv', 'held-up-c'],
  ['people.csv', 'patient'],
  ['needs.csv', 'needs-c'],
  ['anchors.csv', 'near-c1'],
  ['anchors.csv', 'near-c2'],
  ['preferences.csv', 'wish-c1'],
  ['preferences.csv', 'wish-c2'],
];

/** What the ward knows of its patient, as the fixture has it. */
function patient() {
  const { facts } = readOn(oneChainTexts(), oneChainDay);
  const theirs = <T extends { readonly personId: string }>(all: readonly T[]) =>
    all.filter((one) => one.personId === 'patient').map(({ personId: _, ...fact }) => fact);
  const { id, ...person } = facts.people.find((one) => one.id === 'patient')!;
  return {
    id,
    identity: { name: 'Made-up Patient', nhsNumber: null },
    person,
    needs: theirs(facts.needs),
    anchors: theirs(facts.anchors),
    preferences: theirs(facts.preferences),
  };
}

/** An officer lists the flat, a ward asks for its patient, a lead reviews the request; then the plan is made. */
async function listedAndAsked(): Promise<void> {
  world = await openWorld('2026-04-20T09:00:00Z');
  const texts = notYet.reduce((left, [file, row]) => withoutRow(left, file, row), oneChainTexts());
  await loadOneChain(world.store, { texts });
  await done('officer', '/v1/rooms/birch-flat/vacancies', { from: '2026-04-30', reason: '13' });
  await done('ward', '/v1/people', patient());
  const asked = await done('ward', '/v1/placement-requests', {
    personId: 'patient',
    kind: 'discharge',
    serviceModel: 'stayingConnected',
    stages: [],
    queuedOn: '2026-03-30',
    earliestOn: null,
    neededBy: null,
    unsafeNow: false,
    accommodation: '10',
    outcode: 'SO14',
    referralSource: '15',
    referredBy: null,
    hospitalSite: 'FENWICK-2',
    submit: true,
    readyPeriod: { readyOn: '2026-04-08', delayReason: 'J2', attributable: '07' },
  });
  await done('lead', `/v1/placement-requests/${asked.id}/review`, { outcome: 'start' });
  await done('lead', `/v1/placement-requests/${asked.id}/review`, { outcome: 'ready' });
  await world.rematch();
}

/** The one chain of the plan in force, proposed by a worker, with each person's and each provider's word on it. */
async function broughtToPanel(): Promise<{ chainId: string; links: readonly Link[] }> {
  const plan = await read('worker', '/v1/plans/current');
  expect(plan.chains.items).toHaveLength(1);
  const moves: readonly Link[] = plan.chains.items[0].suggestions;
  expect(moves.map(({ personId, roomId, moveOn }) => [personId, roomId, moveOn])).toEqual([
    ['hmo-resident', 'birch-flat', '2026-04-30'],
    ['elm-resident', 'oak-1', '2026-05-06'],
    ['patient', 'elm-1', '2026-05-11'],
  ]);
  const made = await done('worker', `/v1/suggestions/${moves[0]!.id}/adoption`, { wholeChain: true });
  for (const { id, personId } of made.proposals) {
    await done(speakerOf(personId), `/v1/proposals/${id}/person-view`, yes);
    await done('provider', `/v1/proposals/${id}/provider-answer`, { answer: 'accept' });
  }
  return { chainId: made.chainId, links: made.proposals };
}

interface Approved {
  readonly chainId: string;
  readonly links: readonly Link[];
  readonly stays: readonly string[];
}

async function approved(): Promise<Approved> {
  await listedAndAsked();
  const { chainId, links } = await broughtToPanel();
  const { version } = await read('panel', `/v1/chains/${chainId}`);
  const decided = await done('panel', `/v1/chains/${chainId}/decisions`, approval, version);
  return { chainId, links, stays: decided.proposals.map((one: { stayId: string }) => one.stayId) };
}

/** Somebody says yes to the offer, and moves in on a day. */
async function movesIn({ links, stays }: Approved, i: number, on: string): Promise<void> {
  const answer = { answer: 'accepted', obtained: 'inPerson' };
  await done(speakerOf(links[i]!.personId), `/v1/stays/${stays[i]}/acceptance`, answer);
  world.setNow(`${on}T15:00:00Z`);
  await prepareMove(deskOver(world), stays[i] ?? '', on);
  await done('officer', `/v1/stays/${stays[i]}/arrival`, { on });
}

/** What the calendar says of a room day by day, in runs: the first day of each, and what it is then. */
async function calendarOf(homeId: string, roomId: string): Promise<[string, string][]> {
  const { rooms } = await read('officer', `/v1/homes/${homeId}/calendar?from=2026-04-20&to=2026-05-20`);
  const room = rooms.find((one: { roomId: string }) => one.roomId === roomId);
  return room.runs.map((run: { from: string; status: string }) => [run.from, run.status]);
}

async function sentences(path: string): Promise<string[]> {
  const { items } = await read('lead', `${path}?limit=100`);
  return items.map((one: { sentence: string }) => one.sentence);
}

async function requestOf(personId: string) {
  const { items } = await read('lead', '/v1/placement-requests?state=live');
  return items.find((one: { personId: string }) => one.personId === personId);
}

test('a flat that is listed lets a patient move in as the third of a chain, promised and moved over the API', async () => {
  const chain = await approved();
  expect(await calendarOf('birch', 'birch-flat')).toEqual([
    ['2026-04-20', 'free'],
    ['2026-04-30', 'promised'],
  ]);
  expect(await calendarOf('oak', 'oak-1')).toEqual([
    ['2026-04-20', 'lived'],
    ['2026-04-30', 'turnaround'],
    ['2026-05-06', 'promised'],
  ]);
  expect(await calendarOf('elm', 'elm-1')).toEqual([
    ['2026-04-20', 'lived'],
    ['2026-05-06', 'turnaround'],
    ['2026-05-09', 'free'],
    ['2026-05-11', 'promised'],
  ]);
  const early = await world.as('officer').post(`/v1/stays/${chain.stays[1]}/arrival`, { on: '2026-04-20' });
  expect(early).toMatchObject({ status: 409 });
  await movesIn(chain, 0, '2026-04-30');
  expect(await read('panel', `/v1/chains/${chain.chainId}`)).toMatchObject({
    chain: { status: 'executing' },
  });
  await movesIn(chain, 1, '2026-05-06');
  await movesIn(chain, 2, '2026-05-11');
  expect(await read('panel', `/v1/chains/${chain.chainId}`)).toMatchObject({ chain: { status: 'complete' } });
  expect(await calendarOf('birch', 'birch-flat')).toEqual([
    ['2026-04-20', 'free'],
    ['2026-04-30', 'lived'],
  ]);
  expect(await calendarOf('elm', 'elm-1')).toEqual([
    ['2026-04-20', 'lived'],
    ['2026-05-06', 'turnaround'],
    ['2026-05-09', 'free'],
    ['2026-05-11', 'lived'],
  ]);
  expect(await findBroken(world.store)).toEqual([]);
  expect(await sentences('/v1/people/patient/timeline')).toEqual([
    'On 20 April 2026 a ward coordinator put patient on record.',
    'On 20 April 2026 a ward coordinator asked for a place for patient.',
    'On 20 April 2026 a programme lead began to review the request for patient.',
    'On 20 April 2026 a programme lead found the request ready to place for patient.',
    'On 20 April 2026 a support worker adopted a chain of 3 moves that begins on 30 April 2026.',
    'On 20 April 2026 a ward coordinator recorded what patient says of a move to room elm-1: yes.',
    'On 20 April 2026 a provider manager accepted the referral of patient to room elm-1.',
    'On 20 April 2026 a panel member approved a chain of 3 moves that begins on 30 April 2026.',
    'On 6 May 2026 a ward coordinator recorded that patient accepts room elm-1.',
    'On 11 May 2026 a housing officer recorded that patient met their worker on 11 May 2026.',
    'On 11 May 2026 a housing officer recorded that patient met the people who live there on 11 May 2026.',
    'On 11 May 2026 a housing officer recorded that patient saw the home on 11 May 2026.',
    'On 11 May 2026 a housing officer recorded that patient moved into room elm-1 on 11 May 2026.',
  ]);
  expect(await sentences('/v1/homes/elm/timeline')).toContain(
    'On 6 May 2026 a housing officer recorded that elm-resident moved into room oak-1 on 6 May 2026.',
  );
});

test('a refusal after the first of three moves lets the later ones go: the first stands and nobody is penalised', async () => {
  const chain = await approved();
  await movesIn(chain, 0, '2026-04-30');
  const refused = await done('worker', `/v1/stays/${chain.stays[1]}/acceptance`, {
    answer: 'refused',
    obtained: 'inPerson',
  });
  expect(refused.ended).toHaveLength(2);
  const { chain: broken, proposals } = await read('panel', `/v1/chains/${chain.chainId}`);
  expect(broken.status).toBe('broken');
  expect(
    proposals.map((one: { proposal: { status: string; reason?: string } }) => [
      one.proposal.status,
      one.proposal.reason,
    ]),
  ).toEqual([
    ['approved', undefined],
    ['cancelled', 'personWithdrew'],
    ['cancelled', 'chainBroken'],
  ]);
  expect(await calendarOf('birch', 'birch-flat')).toEqual([
    ['2026-04-20', 'free'],
    ['2026-04-30', 'lived'],
  ]);
  expect(await calendarOf('oak', 'oak-1')).toEqual([
    ['2026-04-20', 'lived'],
    ['2026-04-30', 'turnaround'],
    ['2026-05-06', 'free'],
  ]);
  expect(await calendarOf('elm', 'elm-1')).toEqual([['2026-04-20', 'lived']]);
  expect(await requestOf('elm-resident')).toMatchObject({ status: 'readyToPlace', queuedOn: '2026-03-27' });
  expect(await requestOf('patient')).toMatchObject({ status: 'readyToPlace', queuedOn: '2026-03-30' });
  expect(await findBroken(world.store)).toEqual([]);
  const before = await read('worker', '/v1/plans/current');
  await world.rematch();
  const after = await read('worker', '/v1/plans/current');
  expect(after.id).not.toBe(before.id);
  expect(after.chains.items).toEqual([]);
  // The same move is suggested again once something has changed: here, what they wish for.
  await done('worker', '/v1/people/elm-resident/preferences', {
    ...{ wish: 'wants', about: { kind: 'home', homeId: 'oak' }, importance: 3, recordedOn: '2026-04-30' },
  });
  await world.rematch();
  const [next] = (await read('worker', '/v1/plans/current')).chains.items;
  expect(next.suggestions.map((one: Link) => [one.personId, one.roomId])).toEqual([
    ['elm-resident', 'oak-1'],
    ['patient', 'elm-1'],
  ]);
});
