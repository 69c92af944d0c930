import * as z from 'zod';
import { Day } from '../../shared/domain/day.ts';
import type { ChainPart } from '../../shared/store/kinds/plans.ts';
import type { Api, Asking } from './api.ts';
import { type BookedMove, checkRooms } from './check-rooms.ts';
import { longestChain, readPlan } from './plan-told.ts';
import { type Desk, prepareMove } from './prepare-move.ts';

const Adopted = z.object({
  chainId: z.string().nullable(),
  proposals: z.array(z.object({ id: z.string(), status: z.string() })),
});
const Step = z.object({ status: z.string() });
const Versioned = z.object({ version: z.int() });
const Decided = z.object({ proposals: z.array(z.object({ stayId: z.string().nullable() })) });
const StayRead = z.object({ stay: z.object({ from: Day, status: z.string() }) });
const ChainRead = z.object({ chain: z.object({ status: z.string() }) });
const Run = z.object({ id: z.string() });

type Adopted = z.infer<typeof Adopted>;

/** Told each step in one line. */
type Say = (line: string) => void;

/**
 * Goes through one placement as staff would, over HTTP: from the first steps of the story, through the longest chain of
 * the plan, to the last person moving in, each step as the demo user whose work it is, with the clock moved on to each day.
 * @param takeFirstSteps lists the flat and asks for the patient's place
 * @throws Error naming the first thing that is not as it must be
 */
export async function goThroughStory(api: Api, takeFirstSteps: () => Promise<void>, say: Say): Promise<void> {
  await takeFirstSteps();
  say(
    'The officer lists a flat that has come free; a ward asks for a place, and the lead finds the request ready.',
  );
  await newPlan(api, 'first-steps');
  const plan = await readPlan(api, 'officer');
  const chain = longestChain(plan);
  if (!chain) throw new Error('The plan holds no move.');
  const { counts } = plan.header;
  say(
    `The officer reads the plan: ${counts.suggestions} moves, ${chain.suggestions.length} in its longest chain.`,
  );
  const adopted = await adopt(api, chain, say);
  await recordViews(api, chain, adopted, say);
  const moves = await decide(api, chain, adopted, say);
  await accept(api, moves, say);
  await checkRooms(api, moves);
  say('Every room of the chain shows the right status on every day.');
  await moveIn(api, moves, adopted.chainId, say);
  await planAnew(api, moves, say);
}

async function adopt(api: Api, chain: ChainPart, say: Say): Promise<Adopted> {
  const adopted = await api.must(
    Adopted,
    'officer',
    `POST /v1/suggestions/${chain.suggestions[0]?.id}/adoption`,
    { key: `check-adopt-${chain.id}`, body: { wholeChain: true } },
  );
  if (adopted.proposals.length !== chain.suggestions.length)
    throw new Error(`${adopted.proposals.length} proposals were made of ${chain.suggestions.length} moves.`);
  say(`The officer adopts the chain: ${adopted.proposals.length} proposals, and their rooms are held.`);
  return adopted;
}

async function recordViews(api: Api, chain: ChainPart, { proposals }: Adopted, say: Say): Promise<void> {
  const referred: string[] = [];
  for (const [i, { id }] of proposals.entries()) {
    const move = chain.suggestions[i];
    const optionsShown = move ? [move.roomId, ...move.otherRoomsThatFit] : [];
    const { status } = await asCaseHolder(api, `POST /v1/proposals/${id}/person-view`, {
      key: `check-view-${id}`,
      body: { answer: 'yes', words: 'I would like to live there.', obtained: 'inPerson', optionsShown },
    });
    if (status === 'awaitingProvider') referred.push(id);
  }
  say(`Worker and ward record what each person says: ${proposals.length} times yes.`);
  for (const id of referred)
    await api.must(Step, 'provider', `POST /v1/proposals/${id}/provider-answer`, {
      key: `check-provider-${id}`,
      body: { answer: 'accept' },
    });
  say(`The provider accepts ${referred.length} referrals.`);
}

/** Somebody's own worker or their ward acts: to the other, the case reads as not found. */
async function asCaseHolder(api: Api, call: string, asking: Asking): Promise<z.infer<typeof Step>> {
  const { status, body } = await api.ask('worker', call, asking);
  if (status === 404) return api.must(Step, 'ward', call, asking);
  if (status >= 300) throw new Error(`${call} as worker answered ${status}: ${JSON.stringify(body)}`);
  return Step.parse(body);
}

async function decide(api: Api, chain: ChainPart, adopted: Adopted, say: Say): Promise<BookedMove[]> {
  const { chainId, proposals } = adopted;
  const subject = chainId === null ? `proposals/${proposals[0]?.id}` : `chains/${chainId}`;
  const { version } = await api.must(Versioned, 'panel', `GET /v1/${subject}`);
  const because = {
    reason: 'Each home fits the person, and each of them has said yes to it.',
    criteria: ['choice', 'support'],
  };
  for (const member of ['panel-two', 'chair'])
    await api.must(Versioned, member, `POST /v1/panel-cases/${subject.split('/')[1]}/votes`, {
      key: `check-vote-${chain.id}`,
      ifMatch: version,
      body: { for: 'approve', ...because },
    });
  say('Two members of the panel vote for it, each with their own reason.');
  const decided = await api.must(Decided, 'panel', `POST /v1/${subject}/decisions`, {
    key: `check-decision-${chain.id}`,
    ifMatch: version,
    body: { outcome: 'approve', ...because },
  });
  say('A third, who proposed none of it either, approves the chain in one decision.');
  return chain.suggestions.map(({ roomId, homeId, moveOn }, i) => {
    const stayId = decided.proposals[i]?.stayId;
    if (!stayId) throw new Error(`No stay was promised for move ${i + 1}.`);
    return { stayId, roomId, homeId, from: moveOn, arrived: false };
  });
}

async function accept(api: Api, moves: readonly BookedMove[], say: Say): Promise<void> {
  for (const { stayId } of moves)
    await asCaseHolder(api, `POST /v1/stays/${stayId}/acceptance`, {
      key: `check-accept-${stayId}`,
      body: { answer: 'accepted', obtained: 'inPerson' },
    });
  say(`All ${moves.length} accept their offers.`);
}

async function moveIn(api: Api, moves: BookedMove[], chainId: string | null, say: Say): Promise<void> {
  for (const [i, move] of moves.entries()) {
    const { stay } = await api.must(StayRead, 'officer', `GET /v1/stays/${move.stayId}`);
    await api.setClock(`${stay.from}T12:00:00Z`);
    const done = await prepareMove(deskOf(api), move.stayId, stay.from);
    if (done.length > 0) say(`Before they move: ${done.join(', ').toLowerCase()}.`);
    await api.must(Step, 'officer', `POST /v1/stays/${move.stayId}/arrival`, {
      key: `check-arrival-${move.stayId}`,
      body: { on: stay.from },
    });
    moves[i] = { ...move, from: stay.from, arrived: true };
    await checkRooms(api, moves);
    say(
      `On ${stay.from} the ${ordinal(i)} person moves into ${move.roomId}; every room still shows the right status.`,
    );
  }
  if (chainId === null) return;
  const { chain } = await api.must(ChainRead, 'officer', `GET /v1/chains/${chainId}`);
  if (chain.status !== 'complete') throw new Error(`The chain is ${chain.status} after its last move.`);
  say('The chain is complete.');
}

const deskOf = (api: Api): Desk => ({
  read: (user, path) => api.must(z.unknown(), user, `GET ${path}`),
  post: (user, path, key, body) => api.must(z.unknown(), user, `POST ${path}`, { key: `check-${key}`, body }),
});

const ordinal = (i: number): string => ['first', 'second', 'third', 'fourth'][i] ?? `${i + 1}th`;

async function newPlan(api: Api, key: string): Promise<void> {
  const { id } = await api.must(Run, 'officer', 'POST /v1/match-runs', { key: `check-${key}` });
  await api.runDone('officer', id);
}

async function planAnew(api: Api, moves: readonly BookedMove[], say: Say): Promise<void> {
  await newPlan(api, 'run');
  const { chains } = await readPlan(api, 'officer');
  const rooms = new Set(moves.map((one) => one.roomId));
  const again = chains.flatMap((chain) => chain.suggestions).find((one) => rooms.has(one.roomId));
  if (again) throw new Error(`The new plan suggests ${again.roomId}, which is lived in.`);
  say('A new plan stands, and suggests none of these rooms.');
}
