import type * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { ResidentView } from '../../domain/before-move.ts';
import { type Instant, londonDay } from '../../domain/day.ts';
import { ResidentViewId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Records } from '../../store/records.ts';
import type { Call, Deps, Receipt } from '../call.ts';
import { findStay, type StayFound } from '../stays/fetch-stay.ts';
import { changeBeforeMove, type OfStay } from './change-before-move.ts';

export const NewResidentView = ResidentView.omit({ recordedBy: true }).extend({
  id: ResidentViewId.optional(),
});
export type NewResidentView = z.infer<typeof NewResidentView>;

/**
 * Records what somebody who lives in the home says of the move. Their own worker writes it down, whoever the person who
 * comes belongs to. It is advice for everybody who prepares the move and stops nothing.
 */
export function recordResidentView(
  deps: Deps,
  call: Call<OfStay, NewResidentView>,
): Promise<Outcome<Receipt>> {
  const { id: named, housemateId, words, on } = call.body;
  return changeBeforeMove(deps, call, {
    deed: 'residentViewRecorded',
    find: (records, now) => findForHousemate(deps, call, records, now),
    take: (_, file, now) => {
      const latest = londonDay(now);
      if (on > latest) return refuse('day-not-possible', { latest });
      if (file.residentViews.some((one) => one.id === named)) return refuse('already-exists');
      const id = named ?? ResidentViewId.parse(deps.writing.newId('resident-view'));
      const view = { id, housemateId, words, on, recordedBy: call.who.data.id };
      return done({ file: { ...file, residentViews: [...file.residentViews, view] }, told: { on } });
    },
  });
}

/** The stay, for the worker of somebody who lives in that home: to anybody else it reads as not found. */
async function findForHousemate(
  deps: Deps,
  call: Call<OfStay, NewResidentView>,
  records: Records,
  now: Instant,
): Promise<Outcome<StayFound>> {
  const { housemateId } = call.body;
  const found = await findStay(deps, records, now, call.params.stayId);
  if (!found.ok) return found;
  const { scene, file } = found.value;
  const housemate = scene.people.get(housemateId);
  const livesThere = scene.stays
    .all()
    .some(
      ({ stay, homeId }) =>
        stay.personId === housemateId && stay.status === 'arrived' && homeId === file.homeId,
    );
  if (!housemate || !livesThere || housemateId === file.stay.personId) return refuse('not-found');
  const barred = barredFrom(call.who.data, 'residentViews.write', { person: housemate });
  if (barred) return refuse(barred);
  scene.people.relyOn(housemateId);
  return found;
}
