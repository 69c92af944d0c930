import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { type Day, londonDay } from '../../domain/day.ts';
import { categoryNow, DepartureFile, MoveOnCategory, SustainmentCheck } from '../../domain/departure.ts';
import type { PersonId } from '../../domain/ids.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import type { Kept } from '../../store/kind.ts';
import { departures } from '../../store/kinds/departures.ts';
import { people } from '../../store/kinds/people.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';
import { pageOf } from '../paging.ts';
import { findPerson } from '../people/find-person.ts';

/** A departure with what is late today: a check nobody has answered since its day, told and never guessed. */
export const DepartureShown = z.strictObject({
  version: z.int().min(1),
  ...DepartureFile.omit({ checks: true }).shape,
  category: MoveOnCategory,
  checks: z.array(z.strictObject({ check: SustainmentCheck, isOverdue: z.boolean() })),
});
export const DeparturesShown = z.strictObject({ departures: z.array(DepartureShown) });
export const DeparturesPage = pageOf(DepartureShown);

/** Every departure of a person, the newest first. It is history, and no reason for or against anything. */
export async function readDepartures(
  deps: Deps,
  call: Call<{ personId: PersonId }>,
): Promise<Outcome<z.infer<typeof DeparturesShown>>> {
  const records = recordsOf(deps, call);
  const { personId } = call.params;
  const found = await findPerson(records, call, 'contacts.read', personId);
  if (!found.ok) return found;
  const listed = await records.about(departures, personId);
  const kept = await records.getMany(
    departures,
    listed.map(({ id }) => id),
  );
  const today = londonDay(nowOf(deps));
  const newest = kept.toSorted((a, b) => (a.data.on < b.data.on ? 1 : -1));
  return done({ departures: newest.map((one) => shown(one, today)) });
}

/** The moves of the caller's people after which something is still to be asked, the oldest first. */
export async function listOpenDepartures(
  deps: Deps,
  call: Call<unknown, unknown, { after?: string | undefined; limit: number }>,
): Promise<Outcome<z.infer<typeof DeparturesPage>>> {
  const records = recordsOf(deps, call);
  const { after, limit } = call.query;
  const page = await records.list(departures, { within: 'open', after, limit });
  const files = await records.getMany(
    people,
    page.items.map(({ data }) => data.personId),
  );
  const theirs = new Set<string>(
    files
      .filter(({ data }) => barredFrom(call.who.data, 'contacts.read', { person: data }) === null)
      .map(({ id }) => id),
  );
  const today = londonDay(nowOf(deps));
  const items = page.items.filter(({ data }) => theirs.has(data.personId)).map((one) => shown(one, today));
  return done({ items, next: page.next });
}

function shown({ version, data }: Kept<DepartureFile>, today: Day): z.infer<typeof DepartureShown> {
  const checks = data.checks.map((check) => ({
    check,
    isOverdue: check.answer === null && check.dueOn < today,
  }));
  return { version, ...data, category: categoryNow(data), checks };
}
