import type { PersonId } from '../../domain/ids.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import { person } from '../../store/kind.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { findPerson } from '../people/find-person.ts';
import { readTimeline, type TimelineAsked, type TimelinePage } from './page.ts';
import { peopleKnownTo } from './people-known.ts';

/** What happened with a person, for whoever may read their record. Others it touched are "somebody" to most. */
export async function personTimeline(
  deps: Deps,
  call: Call<{ personId: PersonId }, unknown, TimelineAsked>,
): Promise<Outcome<TimelinePage>> {
  const { personId } = call.params;
  const records = recordsOf(deps, call);
  const found = await findPerson(records, call, 'people.read', personId);
  if (!found.ok) return found;
  return done(
    await readTimeline(deps, call, person(personId), async (ids) => {
      const others = await peopleKnownTo(records, call, ids);
      return new Set([personId, ...others]);
    }),
  );
}
