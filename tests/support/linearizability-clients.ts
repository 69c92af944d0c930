import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Answered } from './ask.ts';
import { type Losses, loseCommits, losses } from './linearizability-losses.ts';
import type { Asked, AskedOfProposal, Standing, Told } from './linearizability-rooms.ts';
import type { Operation } from './linearizability-timeline.ts';
import { approval } from './rivals.ts';
import type { World } from './world.ts';

export type Done = Operation<Asked, Told>;

/** What some clients did to a house at the same time, and whose and where each proposal is. */
export interface History {
  readonly operations: readonly Done[];
  readonly proposals: ReadonlyMap<string, { readonly personId: string; readonly roomId: string }>;
  readonly lost: Losses['counts'];
}

const rooms = ['elm-1', 'elm-2', 'elm-3'];
const people = ['rival-0', 'rival-1', 'rival-2', 'rival-3'];
const moveOn = '2026-05-05';

/** One in so many changes goes astray. */
const oneIn = 6;

/** Lets clients do things at random, all at once, and notes when each asked and what each was told. */
export async function record(
  world: World,
  { seed, clients, each }: { readonly seed: number; readonly clients: number; readonly each: number },
): Promise<History> {
  const astray = loseCommits(world.store, seed);
  const proposals = new Map<string, { personId: string; roomId: string }>();
  const standings = new Map<string, Standing>();
  const operations: Done[] = [];
  let moment = 0;
  let keys = 0;

  const client = async (number: number): Promise<void> => {
    const random = xoroshiro128plus(seed * 1000 + number);
    const below = (count: number): number => uniformInt(random, 0, count - 1);
    const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
    for (let i = 0; i < each; i++) {
      const asked = draw(below, pick, [...proposals.keys()], standings);
      const key = `${below(oneIn) === 0 ? pick(losses) : 'plain'}-${seed}-${++keys}`;
      const invoked = ++moment;
      let answer = await send(world, asked, key);
      // Half of those who hear nothing ask again, and are told what became of it.
      if (answer.status >= 500 && below(2) === 0) answer = await send(world, asked, key);
      const known = answer.status < 500;
      const input = withProposal(asked, known ? answer.body.proposals?.[0]?.id : astray.proposalOf(key));
      if (input.do === 'propose' && input.proposalId !== null) {
        const { personId, roomId } = input;
        proposals.set(input.proposalId, { personId, roomId });
      }
      const told = known ? toldBy(input, answer) : null;
      if (told?.kind === 'standing') {
        const id = 'proposalId' in input ? (input.proposalId ?? '') : '';
        if (told.version > (standings.get(id)?.version ?? 0)) standings.set(id, told);
      }
      const op = { client: number, input, invoked };
      operations.push(
        told ? { ...op, returned: ++moment, output: told } : { ...op, returned: null, output: null },
      );
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  await astray.settle();
  astray.end();
  for (const asked of [...proposals.keys()].map((proposalId) => ({ do: 'read', proposalId }) as const)) {
    const invoked = ++moment;
    const told = toldBy(asked, await send(world, asked, 'none'));
    operations.push({ client: clients, input: asked, invoked, returned: ++moment, output: told });
  }
  return { operations, proposals, lost: astray.counts };
}

type Draft = Exclude<Asked, { do: 'propose' }> | { do: 'propose'; personId: string; roomId: string };

function draw(
  below: (count: number) => number,
  pick: <T>(list: readonly T[]) => T | undefined,
  known: readonly string[],
  standings: ReadonlyMap<string, Standing>,
): Draft {
  const roomId = pick(rooms) ?? '';
  // Those made last are mostly those that can still go on.
  const proposalId = pick(known.slice(-4));
  const what = below(20);
  if (proposalId === undefined || what < 2) return { do: 'propose', personId: pick(people) ?? '', roomId };
  if (what === 2) return { do: 'readVacancy', roomId };
  if (what === 3) return { do: 'readCalendar', roomId };
  const standing = standings.get(proposalId);
  const ifMatch = standing?.version ?? 1;
  switch (what < 14 ? standing?.status : what) {
    case 'awaitingPerson':
    case 14:
      return { do: 'view', proposalId, answer: pick([...yeses, 'wantsToTalk', 'no']) ?? 'yes' };
    case 'awaitingProvider':
    case 15:
      return { do: 'answer', proposalId, answer: below(6) === 0 ? 'refuse' : 'accept' };
    case 'awaitingPanel':
    case 16:
      return { do: pick(['approve', 'renew'] as const) ?? 'approve', proposalId, ifMatch };
    case 17:
      return { do: 'withdraw', proposalId };
    case 18:
    case 19:
      return { do: 'read', proposalId };
    default:
      return { do: 'propose', personId: pick(people) ?? '', roomId };
  }
}

const yeses = ['yes', 'yes', 'yes', 'yes'] as const;

const withProposal = (asked: Draft, proposalId: string | null | undefined): Asked =>
  asked.do === 'propose' ? { ...asked, proposalId: proposalId ?? null } : asked;

function send(world: World, asked: Draft, key: string): Promise<Answered> {
  if (asked.do === 'propose') {
    const { personId, roomId } = asked;
    const body = { requestId: `ask-${personId}`, roomId, moveOn };
    return world.as('officer').post('/v1/proposals', body, { key });
  }
  if (asked.do === 'readVacancy') return world.as('officer').get(`/v1/vacancies/free-${asked.roomId}`);
  return 'roomId' in asked
    ? world.as('officer').get(`/v1/homes/elm/calendar?from=${moveOn}&to=${moveOn}`)
    : sendOfProposal(world, asked, key);
}

function sendOfProposal(world: World, asked: AskedOfProposal, key: string): Promise<Answered> {
  const path = `/v1/proposals/${asked.proposalId}`;
  const view = { words: null, obtained: 'inPerson', onlyOneBecause: 'askedForOne' };
  const refusal = { reason: 'noStaffCapacity', words: 'Two workers are away.' };
  switch (asked.do) {
    case 'read':
      return world.as('panel').get(path);
    case 'view':
      return world.as('worker').post(`${path}/person-view`, { ...view, answer: asked.answer }, { key });
    case 'answer': {
      const body = asked.answer === 'refuse' ? { answer: 'refuse', ...refusal } : { answer: 'accept' };
      return world.as('provider').post(`${path}/provider-answer`, body, { key });
    }
    case 'renew':
      return world.as('officer').post(`${path}/renewal`, {}, { key, ifMatch: asked.ifMatch });
    case 'approve':
      return world.as('panel').post(`${path}/decisions`, approval, { key, ifMatch: asked.ifMatch });
    case 'withdraw':
      return world.as('officer').post(`${path}/withdrawal`, { reason: 'madeInError' }, { key });
  }
}

/** What an answer says, in the words of the models. */
function toldBy(asked: Asked, { status, body }: Answered): Told {
  if (status >= 400) return { kind: 'refused', code: body.code, state: body.facts?.state ?? null };
  if (asked.do === 'readVacancy') return { kind: 'vacancy', reservedFor: body.vacancy.proposalId ?? null };
  if (asked.do === 'readCalendar') {
    const room = body.rooms.find((one: { roomId: string }) => one.roomId === asked.roomId);
    return { kind: 'night', status: room.runs[0].status };
  }
  const { status: at, version } = standingIn(asked, body);
  return { kind: 'standing', status: at, version };
}

// biome-ignore lint/suspicious/noExplicitAny: bodies of several routes
function standingIn(asked: Asked, body: any): { status: string; version: number } {
  if (asked.do === 'read') return { status: body.proposal.status, version: body.version };
  if (asked.do === 'propose' || asked.do === 'approve') return body.proposals[0];
  if (asked.do === 'withdraw') return body.ended.find((one: { id: string }) => one.id === asked.proposalId);
  return body;
}
