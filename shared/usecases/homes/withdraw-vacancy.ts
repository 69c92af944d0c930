import * as z from 'zod';
import { dayNumber, type Instant, londonDay } from '../../domain/day.ts';
import type { VacancyFile } from '../../domain/files.ts';
import type { VacancyId } from '../../domain/ids.ts';
import { takeBackLeave, withoutOffer } from '../../domain/ledger.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { barredFromStaying } from '../../domain/room-nights.ts';
import { VacancyWithdrawalReason } from '../../domain/vacancy.ts';
import { houseLimits } from '../../matching/limits.ts';
import type { Records } from '../../store/records.ts';
import { change, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, policyOf, write } from '../call.ts';
import { findVacancy, type VacancyFound } from './find-vacancy.ts';
import { VacancyWritten } from './list-vacancy.ts';
import { type LeavingChanged, type Resident, relyingOn, residentOf } from './resident.ts';
import { barredByClaims } from './room-emptied.ts';

export const VacancyWithdrawal = z.strictObject({ because: VacancyWithdrawalReason });
export type VacancyWithdrawal = z.infer<typeof VacancyWithdrawal>;

/** Takes a vacancy off the list. Where its resident stays, the notice they gave is taken back. */
export function withdrawVacancy(
  deps: Deps,
  call: Call<{ vacancyId: VacancyId }, VacancyWithdrawal>,
): Promise<Outcome<VacancyWritten>> {
  return write(deps, call, 'vacancyWithdrawn', VacancyWritten, async (records, now) => {
    const found = await findVacancy(records, call, call.params.vacancyId, now);
    if (!found.ok) return found;
    const { home, ledger, room, kept, file } = found.value;
    const { because } = call.body;
    const resident = await residentOf(records, found.value);
    const barred = barredWithdrawing(file) ?? barredByTaker(found.value, resident, now);
    if (barred) return barred;
    const stayed =
      resident && because === 'residentStays'
        ? await keepRoom(deps, records, found.value, resident, now)
        : done({ ledger: ledger.data, steps: relyingOn(resident) });
    if (!stayed.ok) return stayed;
    return done({
      steps: [
        change(kept, withdrawn(file, because)),
        change(ledger, withoutOffer(stayed.value.ledger, file.vacancy.id)),
        unchanged(home),
        ...stayed.value.steps,
      ],
      answer: { id: kept.id, version: kept.version + 1, status: 'withdrawn' },
      told: { homeId: home.id, roomId: room.id, vacancyId: kept.id, because },
    });
  });
}

/** Why a vacancy cannot be withdrawn, or null when it can: it is no longer on offer, or somebody waits for it. */
function barredWithdrawing({ vacancy, backups }: VacancyFile) {
  const { id: vacancyId, status } = vacancy;
  if ((status === 'expected' || status === 'open') && backups.length === 0) return null;
  return refuse('vacancy-not-open', { vacancyId, state: status });
}

/** Why the room has been given away already, or null when it has not. */
function barredByTaker(found: VacancyFound, resident: Resident | null, now: Instant) {
  return barredByClaims(found, { from: londonDay(now), resident, reserved: false, now });
}

function withdrawn(file: VacancyFile, because: VacancyWithdrawal['because']): VacancyFile {
  const { id, roomId, reason } = file.vacancy;
  return { ...file, vacancy: { id, roomId, reason, status: 'withdrawn', because } };
}

/** The resident of the room does not leave after all, if neither it nor their place in the house has been given away. */
async function keepRoom(
  deps: Deps,
  records: Records,
  found: VacancyFound,
  resident: Resident,
  now: Instant,
): Promise<Outcome<LeavingChanged>> {
  const { room } = found;
  const ledger = found.ledger.data;
  const { kept, stay, move } = resident;
  if (move?.data.promisedStayId) return refuse('person-already-promised', { roomId: room.id });
  const { home } = found.home.data;
  const policy = await policyOf(deps, records);
  const limits = houseLimits({ home }, { policy }, dayNumber(londonDay(now)));
  const barred = barredFromStaying(ledger, stay.id, null, { room, limits, now });
  if (barred) return barred;
  return done({
    ledger: takeBackLeave(ledger, stay.id),
    steps: [
      change(kept, { ...kept.data, stay: { ...stay, leavesOn: null } }),
      ...(move ? [unchanged(move)] : []),
    ],
  });
}
