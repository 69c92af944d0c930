import type { Instant } from '../../domain/day.ts';
import type { VacancyFile } from '../../domain/files.ts';
import type { VacancyId } from '../../domain/ids.ts';
import { asItStands } from '../../domain/on-offer.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Kept } from '../../store/kind.ts';
import { vacancies } from '../../store/kinds/homes.ts';
import type { Records } from '../../store/records.ts';
import type { Call } from '../call.ts';
import { findRoomIn, type RoomFound } from './find-room.ts';

/** A vacancy with its room. `file` is the vacancy as it stands, `kept` as it is on record. */
export interface VacancyFound extends RoomFound {
  readonly kept: Kept<VacancyFile>;
  readonly file: VacancyFile;
}

/** A vacancy for whoever may list and withdraw vacancies of its home. */
export async function findVacancy(
  records: Records,
  call: Pick<Call, 'who'>,
  vacancyId: VacancyId,
  now: Instant,
): Promise<Outcome<VacancyFound>> {
  const kept = await records.get(vacancies, vacancyId);
  if (!kept) return refuse('not-found');
  const { homeId, vacancy } = kept.data;
  const found = await findRoomIn(records, call, 'vacancies.write', homeId, vacancy.roomId);
  return found.ok ? done({ ...found.value, kept, file: asItStands(kept.data, now) }) : found;
}
