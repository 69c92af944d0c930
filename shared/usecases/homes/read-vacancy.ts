import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import type { Instant } from '../../domain/day.ts';
import { VacancyFile } from '../../domain/files.ts';
import type { VacancyId } from '../../domain/ids.ts';
import { asItStands } from '../../domain/on-offer.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Kept } from '../../store/kind.ts';
import { homes, vacancies } from '../../store/kinds/homes.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';

/** A vacancy as it is now; who might move in, and who waits behind them, is told elsewhere. */
export const VacancyShown = z.strictObject({
  ...VacancyFile.pick({ vacancy: true, homeId: true }).shape,
  version: z.int().min(1),
});
export type VacancyShown = z.infer<typeof VacancyShown>;

export function shownVacancy({ data, version }: Kept<VacancyFile>, now: Instant): VacancyShown {
  const { vacancy, homeId } = asItStands(data, now);
  return { vacancy, homeId, version };
}

/** A vacancy, live or past, for whoever may see its home. */
export async function readVacancy(
  deps: Deps,
  call: Call<{ vacancyId: VacancyId }>,
): Promise<Outcome<VacancyShown>> {
  const records = recordsOf(deps, call);
  const found = await records.get(vacancies, call.params.vacancyId);
  const home = found && (await records.get(homes, found.data.homeId));
  if (!found || !home) return refuse('not-found');
  const barred = barredFrom(call.who.data, 'homes.read', { home: home.data });
  return barred ? refuse(barred) : done(shownVacancy(found, nowOf(deps)));
}
