import * as z from 'zod';
import { done, type Outcome } from '../../domain/outcome.ts';
import { vacancies } from '../../store/kinds/homes.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';
import { pageOf, pageQuery } from '../paging.ts';
import { ownPage } from './own-page.ts';
import { shownVacancy, VacancyShown } from './read-vacancy.ts';

export const VacanciesAsked = z.strictObject(pageQuery);
export type VacanciesAsked = z.infer<typeof VacanciesAsked>;

export const VacanciesPage = pageOf(VacancyShown);
export type VacanciesPage = z.infer<typeof VacanciesPage>;

/** The live vacancies somebody may see, the soonest first. */
export async function listVacancies(
  deps: Deps,
  call: Call<unknown, unknown, VacanciesAsked>,
): Promise<Outcome<VacanciesPage>> {
  const records = recordsOf(deps, call);
  const { after, limit } = call.query;
  const read = (from: string | undefined) => records.list(vacancies, { within: 'live', after: from, limit });
  const page = await ownPage(records, call, 'homes.read', ({ data }) => data.homeId, read, after);
  return done({ items: page.items.map((item) => shownVacancy(item, nowOf(deps))), next: page.next });
}
