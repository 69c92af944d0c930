import * as z from 'zod';
import { VacancyReason } from '../../domain/codes.ts';
import { Day, type Instant, londonDay } from '../../domain/day.ts';
import type { VacancyFile } from '../../domain/files.ts';
import { type RoomId, VacancyId } from '../../domain/ids.ts';
import { withOffer } from '../../domain/ledger.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { isLettable } from '../../domain/room.ts';
import { Certainty } from '../../domain/vacancy.ts';
import { vacancies } from '../../store/kinds/homes.ts';
import type { Records } from '../../store/records.ts';
import { change, create } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { barredDay, vacancyDaysAhead } from './days.ts';
import { findRoom, type RoomFound } from './find-room.ts';
import { giveNotice, type LeavingChanged, relyingOn, residentOf } from './resident.ts';
import { barredByClaims, barredFromOpening } from './room-emptied.ts';
import { VacancyTerms, withTerms } from './vacancy-terms.ts';

/**
 * A room somebody could move into from a day on. `expected` says how sure that is; left out, the room is empty now. Of a
 * room that is lived in, an expected vacancy names the day its resident leaves.
 */
export const NewVacancy = z.strictObject({
  id: VacancyId.optional(),
  from: Day,
  reason: VacancyReason,
  expected: Certainty.optional(),
  ...VacancyTerms,
});
export type NewVacancy = z.infer<typeof NewVacancy>;

export const VacancyWritten = z.strictObject({ ...Receipt.shape, status: z.string() });
export type VacancyWritten = z.infer<typeof VacancyWritten>;

/** Lists a vacancy. A notice that has been given ends the resident's stay on its day. */
export function listVacancy(
  deps: Deps,
  call: Call<{ roomId: RoomId }, NewVacancy>,
): Promise<Outcome<VacancyWritten>> {
  return write(deps, call, 'vacancyListed', VacancyWritten, async (records, now) => {
    const found = await findRoom(records, call, 'vacancies.write', call.params.roomId);
    if (!found.ok) return found;
    const { home, ledger, room } = found.value;
    const id = call.body.id ?? VacancyId.parse(deps.writing.newId('vacancy'));
    const barred = barredListing(found.value) ?? (await barredReference(records, id));
    if (barred) return barred;
    const emptied = await empty(deps, records, found.value, call.body, now);
    if (!emptied.ok) return emptied;
    const said = { ...call.body, isEmpty: call.body.expected === undefined };
    const terms = withTerms(deps, found.value, emptied.value.ledger, said, now);
    if (!terms.ok) return terms;
    const file = fileOf(found.value, id, call.body);
    return done({
      steps: [
        create(records.partnership, vacancies, file),
        change(ledger, withOffer(terms.value.ledger, room.id, id)),
        terms.value.homeStep,
        ...emptied.value.steps,
      ],
      answer: { id, version: 1, status: file.vacancy.status },
      told: { homeId: home.id, roomId: room.id, vacancyId: id, from: call.body.from },
    });
  });
}

/** Why this room cannot have a vacancy of this reference, or null when it can. */
function barredListing({ ledger, room }: RoomFound) {
  if (!isLettable(room)) return refuse('room-never-let', { roomId: room.id });
  const offer = ledger.data.offered.find((one) => one.roomId === room.id);
  return offer ? refuse('already-listed', { roomId: room.id, vacancyId: offer.vacancyId }) : null;
}

async function barredReference(records: Records, id: VacancyId) {
  return (await records.get(vacancies, id)) ? refuse('already-exists', { vacancyId: id }) : null;
}

/** Makes sure that the room is, or will be, empty as the vacancy says. */
async function empty(
  deps: Deps,
  records: Records,
  found: RoomFound,
  { from, expected }: NewVacancy,
  now: Instant,
): Promise<Outcome<LeavingChanged>> {
  const impossible = barredDay(from, now, vacancyDaysAhead, expected ? londonDay(now) : null);
  if (impossible) return impossible;
  const resident = await residentOf(records, found);
  const offering = { from, resident, reserved: false, now };
  const barred = expected ? barredByClaims(found, offering) : barredFromOpening(found, offering);
  if (barred) return barred;
  if (resident && expected === 'noticeGiven')
    return giveNotice(deps, records, found, { resident, on: from, now });
  return done({ ledger: found.ledger.data, steps: relyingOn(resident) });
}

function fileOf(
  { home, room }: RoomFound,
  id: VacancyId,
  { from, reason, expected }: NewVacancy,
): VacancyFile {
  const about = { id, roomId: room.id, reason, from };
  return {
    vacancy: expected ? { ...about, status: 'expected', certainty: expected } : { ...about, status: 'open' },
    homeId: home.data.home.id,
    expectedAs: expected ?? null,
    freedBy: null,
    backups: [],
  };
}
