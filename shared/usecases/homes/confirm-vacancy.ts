import * as z from 'zod';
import { Day, type Instant, londonDay } from '../../domain/day.ts';
import type { VacancyFile } from '../../domain/files.ts';
import type { VacancyId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Certainty } from '../../domain/vacancy.ts';
import type { Records } from '../../store/records.ts';
import { change, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, write } from '../call.ts';
import { barredDay, vacancyDaysAhead } from './days.ts';
import { findVacancy, type VacancyFound } from './find-vacancy.ts';
import { VacancyWritten } from './list-vacancy.ts';
import { giveNotice, type LeavingChanged, residentOf } from './resident.ts';
import { barredByClaims, barredFromOpening } from './room-emptied.ts';

/** The day from which the room is free, or the day its resident has now given notice for. */
export const Confirmation = z.strictObject({ from: Day });
export type Confirmation = z.infer<typeof Confirmation>;

/** What a confirmation makes of a vacancy: how sure it is now, null for a room that is empty. */
interface Confirmed extends LeavingChanged {
  readonly certainty: Certainty | null;
}

/**
 * Confirms an expected vacancy: of an empty room it is open from now on; of a room somebody lives in, they have given
 * notice. One that is reserved stays reserved, on surer ground.
 */
export function confirmVacancy(
  deps: Deps,
  call: Call<{ vacancyId: VacancyId }, Confirmation>,
): Promise<Outcome<VacancyWritten>> {
  return write(deps, call, 'vacancyConfirmed', VacancyWritten, async (records, now) => {
    const found = await findVacancy(records, call, call.params.vacancyId, now);
    if (!found.ok) return found;
    const { home, ledger, room, kept, file } = found.value;
    const { from } = call.body;
    const certainty = expectedAs(file);
    if (certainty === null) return refuse('transition-not-allowed', { state: file.vacancy.status });
    const confirmed = await confirm(deps, records, found.value, certainty, from, now);
    if (!confirmed.ok) return confirmed;
    const surer = asConfirmed(file, from, confirmed.value.certainty);
    const isChanged = confirmed.value.ledger !== ledger.data;
    return done({
      steps: [
        change(kept, surer),
        isChanged ? change(ledger, confirmed.value.ledger) : unchanged(ledger),
        unchanged(home),
        ...confirmed.value.steps,
      ],
      answer: { id: kept.id, version: kept.version + 1, status: surer.vacancy.status },
      told: { homeId: home.id, roomId: room.id, vacancyId: kept.id, from },
    });
  });
}

/** How sure a live vacancy is; null for one that needs no confirming, or is past. */
function expectedAs({ vacancy, expectedAs: before }: VacancyFile): Certainty | null {
  if (vacancy.status === 'expected') return vacancy.certainty;
  return vacancy.status === 'reserved' ? before : null;
}

async function confirm(
  deps: Deps,
  records: Records,
  found: VacancyFound,
  certainty: Certainty,
  from: Day,
  now: Instant,
): Promise<Outcome<Confirmed>> {
  const resident = await residentOf(records, found);
  const leaves = resident !== null && certainty !== 'noticeGiven';
  const impossible = barredDay(from, now, vacancyDaysAhead, leaves ? londonDay(now) : null);
  if (impossible) return impossible;
  const reserved = found.file.vacancy.status === 'reserved';
  if (!leaves) {
    const barred = barredFromOpening(found, { from, resident, reserved, now });
    return barred ?? done({ certainty: null, ledger: found.ledger.data, steps: [] });
  }
  const noticed = await giveNotice(deps, records, found, { resident, on: from, now });
  if (!noticed.ok) return noticed;
  const barred = barredByClaims(found, { from: noticed.value.readyOn, resident, reserved, now });
  return barred ?? done({ ...noticed.value, certainty: 'noticeGiven' });
}

function asConfirmed(file: VacancyFile, from: Day, certainty: Certainty | null): VacancyFile {
  const { vacancy } = file;
  if (vacancy.status === 'reserved') return { ...file, expectedAs: certainty, vacancy: { ...vacancy, from } };
  const { id, roomId, reason } = vacancy;
  const about = { id, roomId, reason, from };
  return {
    ...file,
    expectedAs: certainty,
    vacancy: certainty === null ? { ...about, status: 'open' } : { ...about, status: 'expected', certainty },
  };
}
