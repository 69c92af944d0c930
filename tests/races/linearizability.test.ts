import { afterEach, expect, test } from 'vitest';
import { findBroken } from '../support/invariants.ts';
import { check, partition } from '../support/linearizability.ts';
import { type Done, type History, record } from '../support/linearizability-clients.ts';
import { personBusy, personModel } from '../support/linearizability-people.ts';
import { type Asked, roomModel, type Told } from '../support/linearizability-rooms.ts';
import { elmWithRivals } from '../support/rivals.ts';
import type { World } from '../support/world.ts';

const full = process.env.FULL === '1';
const histories = full ? 500 : 10;
const size = { clients: 8, each: 25 };

let world: World;
afterEach(() => world?.stop());

/** The rooms and people an operation bears on. What it was refused for somebody's sake says nothing of a room. */
function about({ proposals }: History, { input, output }: Done): { rooms: string[]; people: string[] } {
  const refused = output?.kind === 'refused' ? output.code : null;
  if ('personId' in input)
    return {
      rooms: refused !== null && personBusy.has(refused) ? [] : [input.roomId],
      people: refused !== null && !personBusy.has(refused) ? [] : [input.personId],
    };
  if ('roomId' in input) return { rooms: [input.roomId], people: [] };
  const of = proposals.get(input.proposalId);
  return { rooms: of ? [of.roomId] : [], people: of && refused === null ? [of.personId] : [] };
}

/** Where the history of a room or of a person cannot be one of one thing at a time. */
function brokenOrders(history: History): string[] {
  const byRoom = partition<Asked, Told>(history.operations, (one) => about(history, one).rooms);
  const byPerson = partition<Asked, Told>(history.operations, (one) => about(history, one).people);
  const verdicts = [
    ...[...byRoom].map(([room, part]) => ({
      of: room,
      verdict: check(roomModel, part),
    })),
    ...[...byPerson].map(([person, part]) => ({
      of: person,
      verdict: check(personModel, part),
    })),
  ];
  return verdicts.flatMap(({ of, verdict }) =>
    verdict.linearizable
      ? []
      : [`${of}: after ${JSON.stringify(verdict.order.slice(-4))} never ${JSON.stringify(verdict.stuck)}`],
  );
}

test('whatever eight clients do at once, each room and each person sees one thing after the other', {
  timeout: 7_200_000,
}, async () => {
  const seen = new Map<string, number>();
  const count = (what: string): unknown => seen.set(what, (seen.get(what) ?? 0) + 1);
  for (let seed = 1; seed <= histories; seed++) {
    world = await elmWithRivals(4, 0, ['elm-1', 'elm-2', 'elm-3']);
    const history = await record(world, { seed, ...size });
    expect(brokenOrders(history), `seed ${seed}`).toEqual([]);
    expect(await findBroken(world.store), `seed ${seed}`).toEqual([]);
    for (const { input, output } of history.operations) {
      count(output === null ? 'unknown' : output.kind === 'refused' ? 'refused' : `${input.do} done`);
    }
    await world.stop();
  }
  // Nothing is shown by a history in which nobody gets anywhere, or in which nothing goes astray.
  for (const what of [
    'propose done',
    'view done',
    'answer done',
    'approve done',
    'withdraw done',
    'renew done',
  ])
    expect(seen.get(what), JSON.stringify([...seen])).toBeGreaterThan(histories);
  expect(seen.get('refused')).toBeGreaterThan(histories * 10);
  expect(seen.get('unknown')).toBeGreaterThan(histories);
});
