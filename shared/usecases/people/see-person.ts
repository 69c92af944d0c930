import {
  goesByRequests,
  levelOf,
  type PersonSeen,
  type PersonShown,
  projectPerson,
} from '../../access/project-person.ts';
import { type Instant, londonDay } from '../../domain/day.ts';
import type { PersonFile } from '../../domain/files.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import { latest, newestRisks } from '../../matching/lookups.ts';
import type { Kept } from '../../store/kind.ts';
import { identities } from '../../store/kinds/people.ts';
import { logRead } from '../../store/operational.ts';
import type { Records } from '../../store/records.ts';
import { type Call, type Deps, nowOf } from '../call.ts';
import { requestsOf } from './find-person.ts';

/** A person as the caller may see them. Who they are is read only for those who may know, and each reading is noted. */
export async function seePerson(
  deps: Deps,
  { who }: Pick<Call, 'who'>,
  records: Records,
  kept: Kept<PersonFile>,
): Promise<Outcome<PersonShown>> {
  const now = nowOf(deps);
  const requests = goesByRequests(who.data) ? await requestsOf(records, kept.id) : [];
  const level = levelOf(who.data, kept.data, requests);
  if (!level.ok) return level;
  const identity =
    level.value === 'identity' ? await readIdentity(deps, who.id, records, kept.id, now) : null;
  return projectPerson(who.data, { ...seenOn(kept, now), requests, identity });
}

/** Noted first, so that nothing is told that was not noted. */
async function readIdentity(
  { writing: { table, newId } }: Deps,
  member: string,
  records: Records,
  person: string,
  at: Instant,
): Promise<PersonIdentity | null> {
  await logRead(table, { partnership: records.partnership, member, person, at, newId });
  return (await records.get(identities, person))?.data ?? null;
}

/** What there is to see of a person today, read the way the engine reads it. */
function seenOn(
  { data: file, version }: Kept<PersonFile>,
  now: Instant,
): Omit<PersonSeen, 'requests' | 'identity'> {
  const today = londonDay(now);
  const risks = newestRisks(file.risks, today).filter((one) => one.current && one.level !== 'none');
  return {
    file,
    version,
    needs: latest(file.needs, (one) => one.assessedOn),
    riskCategories: risks.map((one) => one.category),
    today,
  };
}
