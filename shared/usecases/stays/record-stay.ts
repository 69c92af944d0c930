import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { Day } from '../../domain/day.ts';
import { PersonId, RoomId, StayId } from '../../domain/ids.ts';
import { withPeriod } from '../../domain/ledger.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { isLettable } from '../../domain/room.ts';
import { Absence } from '../../domain/stay.ts';
import { type Call, type Deps, write } from '../call.ts';
import { occupantOf } from '../occupant.ts';
import { booksOf, keepBooks, letLeave } from '../placing/book.ts';
import { fetchPeople, fetchRooms, makeScene, stepsOf } from '../placing/scene.ts';
import { offeredVacancy } from '../placing/wanted-move.ts';
import { StayStep } from './answer-offer.ts';

/** Somebody who lives in a room already, recorded as it is. */
export const LivedStay = z.strictObject({
  id: StayId.optional(),
  personId: PersonId,
  roomId: RoomId,
  from: Day,
  /** The day they leave by the notice they gave; null when they gave none. */
  leavesOn: Day.nullable(),
  absences: z.array(Absence).max(50).default([]),
});
export type LivedStay = z.infer<typeof LivedStay>;

/**
 * Records that somebody lives in a room already, from before the service was used. It promises nothing, so no panel is
 * asked; it only may not contradict who else lives there, or where else they live.
 */
export function recordStay(deps: Deps, call: Call<unknown, LivedStay>): Promise<Outcome<StayStep>> {
  return write(deps, call, 'stayRecorded', StayStep, async (records, now) => {
    const { personId, roomId, from, leavesOn, absences } = call.body;
    const scene = await makeScene(deps, records, now);
    const [homeOf] = await Promise.all([fetchRooms(scene, [roomId]), fetchPeople(scene, [personId])]);
    const homeId = homeOf.get(roomId);
    const person = scene.people.get(personId);
    const home = scene.homes.get(homeId ?? null);
    const live = scene.moves.get(personId);
    const ledger = scene.ledgers.get(homeId ?? null);
    const room = home?.rooms.find(({ id: one }) => one === roomId);
    if (!homeId || !person || !home || !live || !ledger || !room) return refuse('not-found');
    const barred = barredFrom(call.who.data, 'stays.record', { person, home });
    if (barred) return refuse(barred);
    const id = call.body.id ?? StayId.parse(deps.writing.newId('stay'));
    if (live.stayId !== null) return refuse('already-housed', { personId });
    if (!isLettable(room)) return refuse('room-never-let', { roomId });
    if (from > scene.today || (leavesOn !== null && leavesOn <= from))
      return refuse('day-not-possible', { latest: scene.today });
    const taken = ledger.periods.some(
      (one) =>
        one.roomId === roomId &&
        (one.kind === 'stay' || one.kind === 'hold') &&
        (one.until === null || one.until > from) &&
        (leavesOn === null || one.from < leavesOn),
    );
    if (taken) return refuse('room-taken', { roomId });
    const listed = offeredVacancy(scene, homeId, roomId);
    if (listed && listed.vacancy.status !== 'expected')
      return refuse('already-listed', { vacancyId: listed.vacancy.id });
    const file = {
      stay: { id, roomId, personId, from, status: 'arrived' as const, absences, leavesOn },
      homeId,
      proposalId: null,
    };
    const period = { kind: 'stay' as const, roomId, from, until: null, stayId: id, personId, arrived: true };
    scene.stays.set(file);
    scene.ledgers.set(withPeriod(ledger, period, occupantOf(person, scene.today)));
    if (leavesOn !== null) {
      const books = booksOf(scene);
      letLeave(deps, scene, books, file, leavesOn);
      keepBooks(scene, books);
    }
    scene.moves.set({ ...live, stayId: id });
    scene.people.relyOn(personId);
    return done({
      steps: stepsOf(scene),
      answer: { id, version: 1, status: 'arrived', ended: [] },
      told: { stayId: id, personId, roomId, homeId, from },
    });
  });
}
