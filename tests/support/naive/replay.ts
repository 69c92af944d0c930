import type { Suggestion } from '../../../shared/domain/plan.ts';
import { plusDays, workingDaysWithin, worksOn } from './days.ts';
import { liveRoom, vacancyReady } from './pairs.ts';
import { freePlaces, naiveFailures } from './rules.ts';
import {
  homeOf,
  homeOfRoom,
  isFreedByMove,
  kinds,
  type Lived,
  leadEnds,
  limitOf,
  mustNotShare,
  type NaiveWorld,
  personOf,
  promisedStays,
  requestOf,
  residentOf,
  share,
  turnaroundOf,
} from './world.ts';

/** What the replay reads of a suggestion. */
export type NaiveMove = Pick<Suggestion, 'personId' | 'roomId' | 'homeId' | 'fromRoomId' | 'moveOn'>;

/**
 * Where one person sleeps: `until` is the first night they no longer do. `lastDay` is the last day on which a newcomer
 * might meet them there, and `counts` says on which days limits count them, both days included.
 */
interface Bed {
  readonly person: string;
  readonly room: string;
  readonly from: string;
  readonly until: string;
  readonly lastDay: string;
  readonly counts: readonly [string, string];
  readonly planned: boolean;
}

const never = '9999-12-31';

/** A stay of today: it ends by a move of the plan, by notice, or when somebody else has their room. */
function lived(w: NaiveWorld, moves: readonly NaiveMove[], stay: Lived): Bed {
  const { personId: person, roomId: room, from, leavesOn } = stay;
  const move = moves.find((one) => one.personId === person);
  const taken = moves.find((one) => one.roomId === room && one.personId !== person)?.moveOn;
  const freed = isFreedByMove(w, stay);
  const until = move?.moveOn ?? leavesOn ?? (freed ? never : (taken ?? never));
  // Only who keeps their room by staying is counted on to leave it by a move; others count until notice ends.
  const gone = freed ? until : (taken ?? never);
  const counts = [from, leavesOn ?? (gone === never ? never : plusDays(gone, -1))] as const;
  return { person, room, from, until, lastDay: leavesOn ?? gone, counts, planned: false };
}

/** Every stay of today, every stay promised and every move of the plan, as runs of nights. */
function bedsOf(w: NaiveWorld, moves: readonly NaiveMove[]): Bed[] {
  const today = w.facts.stays.filter((stay): stay is Lived => stay.status === 'arrived' && stay.from <= w.on);
  return [
    ...today.map((stay) => lived(w, moves, stay)),
    ...promisedStays(w).map((stay): Bed => {
      const { personId: person, roomId: room, from } = stay;
      return { person, room, from, until: never, lastDay: never, counts: [w.on, never], planned: false };
    }),
    ...moves.map((one): Bed => {
      const { personId: person, roomId: room, moveOn: from } = one;
      return { person, room, from, until: never, lastDay: never, counts: [from, never], planned: true };
    }),
  ];
}

const sleeps = (bed: Bed, night: string): boolean => bed.from <= night && night < bed.until;

/** What is wrong with moves made together: between them, and with everybody who stays. */
export function replay(w: NaiveWorld, moves: readonly NaiveMove[]): string[] {
  const beds = bedsOf(w, moves);
  return [...turnarounds(w, moves), ...nights(w, moves, beds), ...roofs(w, moves, beds), ...teams(w, moves)];
}

/** What is wrong with one move by itself. */
export function faultsOfMove(w: NaiveWorld, move: NaiveMove): string[] {
  const { personId, roomId, moveOn } = move;
  const who = `${personId} to ${roomId} on ${moveOn}`;
  const faults = naiveFailures(w.facts, w.policy, w.models, w.on, personId, roomId, moveOn).map(
    (rule) => `rule ${rule}: ${who}`,
  );
  if (!worksOn(moveOn)) faults.push(`not a working day: ${who}`);
  if (moveOn < leadEnds(w)) faults.push(`before anybody can move: ${who}`);
  if (moveOn < (requestOf(w, personId)!.earliestOn ?? w.on)) faults.push(`earlier than asked: ${who}`);
  return faults;
}

/** The working days of turnaround lie between the night the last resident was gone and the night the next arrives. */
function turnarounds(w: NaiveWorld, moves: readonly NaiveMove[]): string[] {
  return moves.flatMap((move) => {
    const last = residentOf(w, move.roomId);
    const ready = vacancyReady(w, move.roomId);
    const mover = last !== undefined && isFreedByMove(w, last);
    const who = `${move.personId} to ${move.roomId} on ${move.moveOn}`;
    if (!mover) return ready !== null && move.moveOn < ready ? [`before the room is ready: ${who}`] : [];
    const left = moves.find((one) => one.personId === last.personId)?.moveOn;
    if (left === undefined) return [`room taken: ${who}`];
    const days = turnaroundOf(w, homeOfRoom(w, move.roomId));
    return move.moveOn > left && workingDaysWithin(left, move.moveOn) >= days ? [] : [`turnaround: ${who}`];
  });
}

/** One household to a room, one bed to a resident, no bed in a room out of service, on every night to the end. */
function nights(w: NaiveWorld, moves: readonly NaiveMove[], beds: readonly Bed[]): string[] {
  const faults: string[] = [];
  const last = plusDays(w.on, w.policy.horizonDays + 1);
  const touched = beds.filter((bed) =>
    moves.some(
      (move) => move.personId === bed.person || move.roomId === bed.room || move.fromRoomId === bed.room,
    ),
  );
  const residents = moves.filter((move) => liveRoom(w, move.personId) !== null);
  for (const { personId, roomId, moveOn } of moves) {
    const settled = plusDays(moveOn, w.policy.minimumNights);
    const closed = w.facts.outOfService.find(
      (one) => one.roomId === roomId && one.from < settled && (one.to === null || one.to >= moveOn),
    );
    if (closed) faults.push(`out of service: ${personId} in ${roomId} from ${closed.from}`);
  }
  for (let night: string = w.on; night <= last; night = plusDays(night, 1)) {
    const used = touched.filter((bed) => sleeps(bed, night));
    // Two stays promised or begun before the plan are no doing of its own.
    for (const [i, bed] of used.entries())
      if (used.slice(0, i).some((other) => other.room === bed.room && (other.planned || bed.planned)))
        faults.push(`two households: ${bed.room} on ${night}`);
    for (const { personId } of residents)
      if (used.filter((bed) => bed.person === personId).length !== 1)
        faults.push(`no bed or two: ${personId} on ${night}`);
  }
  return faults;
}

/** Everybody whom limits count in a home on a day, each once. */
function countedIn(w: NaiveWorld, beds: readonly Bed[], home: string, day: string): string[] {
  const there = beds.filter(({ room, counts: [first, last] }) => {
    return homeOfRoom(w, room).id === home && first <= day && day <= last;
  });
  return [...new Set(there.map((bed) => bed.person))];
}

/** Limits of each home on each night the plan adds somebody to it, and people kept apart on every night. */
function roofs(w: NaiveWorld, moves: readonly NaiveMove[], beds: readonly Bed[]): string[] {
  const faults: string[] = [];
  for (const move of moves) {
    const home = homeOf(w, move.homeId);
    const from = move.fromRoomId === null ? null : homeOfRoom(w, move.fromRoomId).id;
    if (from === home.id) continue;
    const there = countedIn(w, beds, home.id, move.moveOn);
    for (const kind of kinds) {
      const limit = limitOf(w, home, kind, move.moveOn);
      const total = there.reduce((sum, person) => sum + share(w, kind, person), 0);
      if (limit !== null && share(w, kind, move.personId) > 0 && total > limit)
        faults.push(`limit ${kind}: ${total} of ${limit} in ${home.id} on ${move.moveOn}`);
    }
  }
  for (const move of moves)
    for (const other of beds) {
      if (other.room === move.roomId || homeOfRoom(w, other.room).id !== move.homeId) continue;
      if (other.lastDay >= move.moveOn && mustNotShare(w, move.personId, other.person))
        faults.push(`kept apart: ${move.personId} and ${other.person} in ${move.homeId}`);
    }
  return faults;
}

function teams(w: NaiveWorld, moves: readonly NaiveMove[]): string[] {
  const fresh = moves.filter(
    (move) => !w.facts.workers.some((one) => one.id === personOf(w, move.personId).primaryWorker),
  );
  const teamOf = (move: NaiveMove): string => homeOf(w, move.homeId).team ?? '';
  return [...new Set(fresh.map(teamOf))].flatMap((team) => {
    const count = fresh.filter((move) => teamOf(move) === team).length;
    return count > (freePlaces(w, team) ?? 0) ? [`caseload: ${count} new people for ${team}`] : [];
  });
}
