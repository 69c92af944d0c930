import type { Instant } from './day.ts';
import type { VacancyFile } from './files.ts';
import type { Vacancy } from './vacancy.ts';

/** A vacancy as it is now: one that was reserved is on offer again once the hold has run out. */
export function asItStands(file: VacancyFile, now: Instant): VacancyFile {
  const { vacancy } = file;
  return vacancy.status === 'reserved' && now >= vacancy.until ? onOffer(file) : file;
}

/** A vacancy with its reservation, if it has one, gone: open or expected as it was before. */
export function onOffer(file: VacancyFile): VacancyFile {
  const { vacancy } = file;
  return vacancy.status === 'reserved' ? { ...file, vacancy: beforeReserved(vacancy, file) } : file;
}

function beforeReserved(
  { id, roomId, reason, from }: Extract<Vacancy, { status: 'reserved' }>,
  { expectedAs }: VacancyFile,
): Vacancy {
  const offered = { id, roomId, reason, from };
  return expectedAs === null
    ? { ...offered, status: 'open' }
    : { ...offered, status: 'expected', certainty: expectedAs };
}
