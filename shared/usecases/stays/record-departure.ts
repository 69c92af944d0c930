import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import type { StayId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { DepartureReason } from '../../domain/stay.ts';
import { type Call, type Deps, write } from '../call.ts';
import { beginContacts } from '../contacts/begin-contacts.ts';
import { beginDeparture } from '../departures/begin-departure.ts';
import { booksOf, keepBooks, letLeave } from '../placing/book.ts';
import { addProposals } from '../placing/fetch-proposals.ts';
import { makeWay, waitingFor } from '../placing/make-way.ts';
import { stepsOf } from '../placing/scene.ts';
import { offeredVacancy } from '../placing/wanted-move.ts';
import { StayStep } from './answer-offer.ts';
import { fetchStay } from './fetch-stay.ts';

export const Departure = z.strictObject({
  /** The first night they no longer slept there. */
  on: Day,
  reason: DepartureReason,
});
export type Departure = z.infer<typeof Departure>;

/** Somebody has left for good. Going into hospital while the room is kept is an absence, not a departure. */
export function recordDeparture(
  deps: Deps,
  call: Call<{ stayId: StayId }, Departure>,
): Promise<Outcome<StayStep>> {
  return write(deps, call, 'departed', StayStep, async (records, now) => {
    const found = await fetchStay(deps, call, records, now, call.params.stayId, 'stays.record');
    if (!found.ok) return found;
    const { scene, file, person, home } = found.value;
    const { stay } = file;
    const { on, reason } = call.body;
    if (stay.status !== 'arrived')
      return refuse('transition-not-allowed', { stayId: stay.id, state: stay.status });
    if (on > scene.today || on < stay.from)
      return refuse('day-not-possible', { earliest: stay.from, latest: scene.today });
    const { leavesOn: _notice, ...lived } = stay;
    scene.stays.set({ ...file, stay: { ...lived, status: 'departed', departedOn: on, reason } });
    const books = booksOf(scene);
    const readyOn = letLeave(deps, scene, books, file, on);
    keepBooks(scene, books);
    await addProposals(
      scene,
      waitingFor(scene, file.homeId, stay.roomId).map(({ by }) => by),
    );
    makeWay(deps, scene, file.homeId, stay.roomId, readyOn);
    const live = scene.moves.get(stay.personId);
    if (live) scene.moves.set({ ...live, stayId: null });
    const listed = offeredVacancy(scene, file.homeId, stay.roomId);
    if (listed?.vacancy.status === 'expected') {
      const { id, roomId, reason: because } = listed.vacancy;
      scene.vacancies.set({
        ...listed,
        vacancy: { id, roomId, reason: because, status: 'open', from: readyOn },
      });
    }
    const left = { stayId: stay.id, personId: stay.personId, on, reason, from: home, to: undefined };
    const isAlive = reason !== 'died';
    const moved = { person, from: home, to: undefined, stayId: stay.id, on };
    return done({
      steps: [
        ...stepsOf(scene),
        beginDeparture(deps, records, now, left),
        ...(isAlive ? beginContacts(deps, records, moved) : []),
      ],
      answer: { id: stay.id, version: scene.stays.versionOf(stay.id), status: 'departed', ended: [] },
      told: {
        stayId: stay.id,
        personId: stay.personId,
        roomId: stay.roomId,
        homeId: file.homeId,
        on,
        reason,
      },
    });
  });
}
