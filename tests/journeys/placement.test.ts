import { afterEach, expect, test } from 'vitest';
import { findBroken } from '../support/invariants.ts';
import { loadOneChain, oneChainTexts } from '../support/one-chain.ts';
import { withoutRow } from '../support/planned-folder.ts';
import { openWorld, type World } from '../support/world.ts';

const ruling = {
  outcome: 'approve',
  reason: 'The home fits what this person needs and wants, and those who live there agree.',
  criteria: ['support', 'choice'],
};
const yes = { answer: 'yes', words: 'I would like to live there.', obtained: 'inPerson' };

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

/** Posts, and expects it to be done. */
async function done(member: string, path: string, body: unknown, ifMatch?: number) {
  const answer = await world.as(member).post(path, body, ifMatch === undefined ? {} : { ifMatch });
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function read(member: string, path: string) {
  const answer = await world.as(member).get(path);
  expect(answer, path).toMatchObject({ status: 200 });
  return answer.body;
}

/** An officer lists the flat, the ward asks for its patient, the lead reviews: all as it happens, over the API. */
async function listedAndAsked(): Promise<void> {
  world = await openWorld('2026-04-20T09:00:00Z');
  const withoutFlat = withoutRow(oneChainTexts(), 'vacancies.csv', 'flat-free');
  const withoutAsk = withoutRow(withoutRow(withoutFlat, 'requests.csv', 'ask-c'), 'ready-periods.csv', 'held-up-c');
  await loadOneChain(world.store, { texts: withoutAsk });
  await done('officer', '/v1/rooms/birch-flat/vacancies', { from: '2026-04-30', reason: '13' });
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

/** The one chain of the plan in force, as it is proposed by a worker, and each person's and provider's word on it. */
async function broughtToPanel(): Promise<{ chainId: string; links: readonly Link[] }> {
  const plan = await read('worker', '/v1/plans/current');
  expect(plan.chains.items).toHaveLength(1);
  const moves: Link[] = plan.chains.items[0].suggestions;
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

async function approved(): Promise<{ chainId: string; stays: readonly string[]; links: readonly Link[] }> {
  await listedAndAsked();
  const { chainId, links } = await broughtToPanel();
  const { version } = await read('panel', `/v1/chains/${chainId}`);
  const decided = await done('panel', `/v1/chains/${chainId}/decisions`, ruling, version);
  return { chainId, links, stays: decided.proposals.map((one: { stayId: string }) => one.stayId) };
}

/** What the calendar says of a room on every day from one to another, in runs. */
async function calendarOf(homeId: string, roomId: string): Promise<[string, string][]> {
  const { rooms } = await read('officer', `/v1/homes/${homeId}/calendar?from=2026-04-20&to=2026-05-20`);
  const room = rooms.find((one: { roomId: string }) => one.roomId === roomId);
  return room.runs.map((run: { from: string; status: string }) => [run.from, run.status]);
}

test('a flat that is listed lets a patient move in as the third of a chain, promised and moved over the API', async () => {
  const { chainId, stays } = await approved();
  expect(await calendarOf('birch', 'birch-flat')).toEqual([
    ['2026-04-20', 'free'],
    ['2026-04-30', 'promised'],
  ]);
  for (const [i, on] of ['2026-04-30', '2026-05-06', '2026-05-11'].entries()) {
    const person = ['worker', 'worker', 'worker'][i]!;
    const stay = `/v1/stays/${stays[i]}`;
    await done(person, `${stay}/acceptance`, { answer: 'accepted', obtained: 'inPerson' }).catch(async () =>
      done('worker', `${stay}/acceptance`, { answer: 'accepted', obtained: 'inPerson' }),
    );
    world.setNow(`${on}T15:00:00Z`);
    await done('officer', `${stay}/arrival`, { on });
  }
  expect(await findBroken(world.store)).toEqual([]);
  console.log(await read('panel', `/v1/chains/${chainId}`));
});
