import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { HomeFile } from '../../domain/files.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import type { Kept, Kind } from '../../store/kind.ts';
import { homes, vacancies } from '../../store/kinds/homes.ts';
import type { Records } from '../../store/records.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';
import { shownVacancy, VacancyShown } from './read-vacancy.ts';

/** The homes whose vacancies somebody looks after, and what is on the list of them. */
export const Stock = z.strictObject({
  homes: z.array(HomeFile),
  vacancies: z.array(VacancyShown),
  /** Whether there is more than could be read at once. */
  isCutShort: z.boolean(),
});
export type Stock = z.infer<typeof Stock>;

/** Pages of a hundred read at most of homes and of vacancies, so that one request costs only so much. */
const mostPages = 5;

/** Everything somebody may list vacancies of, with every vacancy that is live there, the soonest first. */
export async function readStock(deps: Deps, call: Call): Promise<Outcome<Stock>> {
  const records = recordsOf(deps, call);
  const [everyHome, everyVacancy] = await Promise.all([
    some(records, homes, undefined),
    some(records, vacancies, 'live'),
  ]);
  const own = everyHome.items.filter(
    ({ data }) => barredFrom(call.who.data, 'vacancies.write', { home: data }) === null,
  );
  const ids = new Set<string>(own.map(({ id }) => id));
  const now = nowOf(deps);
  return done({
    homes: own.map(({ data }) => data),
    vacancies: everyVacancy.items
      .filter(({ data }) => ids.has(data.homeId))
      .map((kept) => shownVacancy(kept, now)),
    isCutShort: everyHome.isCutShort || everyVacancy.isCutShort,
  });
}

async function some<T>(records: Records, kind: Kind<T>, within: string | undefined) {
  const items: Kept<T>[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < mostPages; pages++) {
    const page = await records.list(kind, { ...(within && { within }), after, limit: 100 });
    items.push(...page.items);
    if (page.next === null) return { items, isCutShort: false };
    after = page.next;
  }
  return { items, isCutShort: true };
}
