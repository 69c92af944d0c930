import { Day } from '../../../shared/domain/day.ts';
import { plusDays } from './days.ts';
import { firstDayFor, latest, liveRoom, naivePairs, naivePool, readyAfter, readyFrom } from './pairs.ts';
import { naivePoints } from './points.ts';
import { faultsOfMove, type NaiveMove, replay } from './replay.ts';
import {
  homeOfRoom,
  isFreedByMove,
  leadEnds,
  livesIn,
  mustNotShare,
  type NaiveWorld,
  residentOf,
  roomOf,
} from './world.ts';
import { naivePrice, naiveTier, naiveWait } from './worth.ts';

/** People placed in tiers 0 to 2, points less prices, days waited by everybody who moves. */
export type Worth = readonly [number, number, number, number, number];

interface Choice {
  readonly person: string;
  readonly room: string;
}

const compare = (a: Worth, b: Worth): number =>
  b.map((part, i) => part - a[i]!).find((gap) => gap !== 0) ?? 0;

/** Tries every way to give people rooms, the best first, and takes the first that can be carried out. */
export function bestDatedPlan(w: NaiveWorld): { worth: Worth; moves: NaiveMove[] } {
  const pool = naivePool(w);
  const firstDays = naivePairs(w);
  const options = pool.map((person) =>
    w.facts.rooms.map((room): string => room.id).filter((room) => firstDays.has(`${person} ${room}`)),
  );
  const worthOfOne = new Map<string, Worth>();
  for (const [i, person] of pool.entries())
    for (const room of options[i]!) {
      const tier = naiveTier(w, person);
      const points =
        naivePoints(w, person, room) - naivePrice(w, person, room, firstDays.get(`${person} ${room}`)!);
      const [zero, one, two] = [0, 1, 2].map((n) => (n === tier ? 1 : 0));
      worthOfOne.set(`${person} ${room}`, [zero!, one!, two!, points, naiveWait(w, person)]);
    }
  const all: { worth: Worth; choices: Choice[] }[] = [];
  const tryFrom = (at: number, worth: Worth, choices: Choice[]): void => {
    const person = pool[at];
    if (person === undefined) {
      all.push({ worth, choices });
      return;
    }
    tryFrom(at + 1, worth, choices);
    for (const room of options[at]!) {
      if (choices.some((one) => one.room === room)) continue;
      const gain = worthOfOne.get(`${person} ${room}`)!;
      const [a, b, c, d, e] = worth.map((part, i) => part + gain[i]!);
      tryFrom(at + 1, [a!, b!, c!, d!, e!], [...choices, { person, room }]);
    }
  };
  tryFrom(0, [0, 0, 0, 0, 0], []);
  all.sort((a, b) => compare(a.worth, b.worth));
  for (const { worth, choices } of all) {
    const moves = carriedOut(w, choices);
    if (moves) return { worth, moves };
  }
  throw new Error('Nobody moving is always possible.');
}

/** The moves, each on the first day it can happen; null when they cannot all happen, or break a rule together. */
function carriedOut(w: NaiveWorld, choices: readonly Choice[]): NaiveMove[] | null {
  if (longestChain(w, choices) > w.policy.maxChainMoves) return null;
  const days = new Map<string, string>();
  for (let left = [...choices]; left.length > 0; ) {
    const next = left.find((choice) =>
      movesFirst(w, choices, choice).every((other) => days.has(other.person)),
    );
    if (!next) return null;
    const { person, room } = next;
    const after = movesFirst(w, choices, next).map((other) => {
      const left = days.get(other.person)!;
      return residentOf(w, room)?.personId === other.person ? readyAfter(w, room, left) : plusDays(left, 1);
    });
    const day = firstDayFor(w, person, room, latest(leadEnds(w), readyFrom(w, room), ...after));
    if (day === null) return null;
    days.set(person, day);
    left = left.filter((one) => one !== next);
  }
  const moves = choices.map(({ person, room }): NaiveMove => {
    const home = homeOfRoom(w, room);
    const from = liveRoom(w, person);
    return {
      personId: w.facts.people.find((one) => one.id === person)!.id,
      roomId: roomOf(w, room).id,
      homeId: home.id,
      fromRoomId: from === null ? null : roomOf(w, from).id,
      moveOn: Day.parse(days.get(person)),
    };
  });
  const faults = [...replay(w, moves), ...moves.flatMap((move) => faultsOfMove(w, move))];
  return faults.length === 0 ? moves : null;
}

/** The room that is free once somebody moves; null for who lives nowhere or leaves it anyway. */
function roomFreedBy(w: NaiveWorld, person: string): string | null {
  const stay = livesIn(w, person);
  return stay && isFreedByMove(w, stay) ? stay.roomId : null;
}

/** Whose moves a move waits for: the resident's, and those of people to be kept apart who leave the home. */
function movesFirst(w: NaiveWorld, choices: readonly Choice[], { person, room }: Choice): Choice[] {
  const home = homeOfRoom(w, room).id;
  return choices.filter((other) => {
    const from = roomFreedBy(w, other.person);
    if (other.person === person || from === null) return false;
    return from === room || (homeOfRoom(w, from).id === home && mustNotShare(w, person, other.person));
  });
}

function longestChain(w: NaiveWorld, choices: readonly Choice[]): number {
  const length = (choice: Choice, steps: number): number => {
    const next = choices.find((other) => other.room === roomFreedBy(w, choice.person));
    return next === undefined || steps > choices.length ? steps : length(next, steps + 1);
  };
  return Math.max(0, ...choices.map((choice) => length(choice, 1)));
}
