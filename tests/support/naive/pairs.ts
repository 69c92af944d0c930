import { afterWorkingDays, plusDays, worksOn } from './days.ts';
import { fitsAnyDay, fitsOn } from './rules.ts';
import {
  homeOfRoom,
  isFreedByMove,
  leadEnds,
  livesIn,
  mayMove,
  type NaiveWorld,
  offerOf,
  requestOf,
  residentOf,
  turnaroundOf,
} from './world.ts';

export const latest = (...days: string[]): string => days.sort().at(-1)!;

/** Everybody whose request is ready. */
export const naivePool = (w: NaiveWorld): string[] =>
  w.facts.people.map((one) => one.id).filter((id) => requestOf(w, id) !== undefined && mayMove(w, id));

/** The day a room is ready by its vacancy, past or future; null where its resident has to move first, or none is known. */
export function vacancyReady(w: NaiveWorld, roomId: string): string | null {
  const resident = residentOf(w, roomId);
  const offer = offerOf(w, roomId);
  if (!offer || (resident && isFreedByMove(w, resident))) return null;
  if (!resident) return offer.from;
  return readyAfter(w, roomId, latest(offer.from, resident.leavesOn ?? offer.from));
}

/** The first day anybody could be moved into a room, its residents' own moves in this plan left aside. */
export const readyFrom = (w: NaiveWorld, roomId: string): string =>
  latest(leadEnds(w), vacancyReady(w, roomId) ?? leadEnds(w));

/** The first day a room could be moved into that was left on a day. */
export const readyAfter = (w: NaiveWorld, roomId: string, left: string): string =>
  plusDays(afterWorkingDays(left, turnaroundOf(w, homeOfRoom(w, roomId))), 1);

/** The first working day, not before one, on which every dated rule passes; null when none is left in the horizon. */
export function firstDayFor(
  w: NaiveWorld,
  personId: string,
  roomId: string,
  notBefore: string,
): string | null {
  const last = plusDays(w.on, w.policy.horizonDays);
  for (
    let day = latest(notBefore, requestOf(w, personId)!.earliestOn ?? w.on);
    day <= last;
    day = plusDays(day, 1)
  )
    if (worksOn(day) && fitsOn(w, personId, roomId, day)) return day;
  return null;
}

/**
 * Every pair that passes, with its first day: `person room` to day. A lived-in room counts only where its resident can
 * leave, and from then on; found by trying again with later days until nothing changes.
 */
export function naivePairs(w: NaiveWorld): Map<string, string> {
  const pool = naivePool(w);
  const possible = pool.flatMap((person) =>
    w.facts.rooms.filter((room) => fitsAnyDay(w, person, room.id)).map((room) => ({ person, room: room.id })),
  );
  const firstDays = new Map<string, string | null>();
  let ready = new Map<string, string | null>(w.facts.rooms.map((room) => [room.id, readyFrom(w, room.id)]));
  for (;;) {
    const days = new Map<string, string>();
    const leaves = new Map<string, string>();
    for (const { person, room } of possible) {
      const from = ready.get(room) ?? null;
      const key = `${person} ${room} ${from}`;
      if (from !== null && !firstDays.has(key)) firstDays.set(key, firstDayFor(w, person, room, from));
      const day = from === null ? null : firstDays.get(key)!;
      if (day === null) continue;
      days.set(`${person} ${room}`, day);
      leaves.set(person, [day, leaves.get(person) ?? day].sort()[0]!);
    }
    const next = new Map(
      [...ready].map(([room, from]): [string, string | null] => {
        const resident = residentOf(w, room);
        if (!resident || !isFreedByMove(w, resident) || from === null) return [room, from];
        const left = leaves.get(resident.personId);
        return [room, left === undefined ? null : latest(from, readyAfter(w, room, left))];
      }),
    );
    if ([...next].every(([room, from]) => ready.get(room) === from)) return days;
    ready = next;
  }
}

export const liveRoom = (w: NaiveWorld, personId: string): string | null =>
  livesIn(w, personId)?.roomId ?? null;
