import type * as z from 'zod';
import { type Day, londonDay } from '../../domain/day.ts';
import type { PersonId } from '../../domain/ids.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import { Person } from '../../domain/person.ts';
import { identities } from '../../store/kinds/people.ts';
import type { Records } from '../../store/records.ts';
import { change, type Step } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { changedSince } from '../changed-since.ts';
import { occupantSteps } from '../ledger-of-person.ts';
import { namedOnRecord } from '../workers/name-on-record.ts';
import { barredFile } from './barred-file.ts';
import { findPerson } from './find-person.ts';

/** Everything of a person but their reference. Facts with versions are added to, never changed. */
export const PersonAsChanged = Person.omit({ id: true });
export type PersonAsChanged = z.infer<typeof PersonAsChanged>;

/** Changes what is said of a person, their workers' caseloads with it, and their household where they live. */
export function changePerson(
  deps: Deps,
  call: Call<{ personId: PersonId }, PersonAsChanged>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'personChanged', Receipt, async (records, now) => {
    const found = await findPerson(records, call, 'people.write', call.params.personId);
    if (!found.ok) return found;
    const { data: file, id, version } = found.value;
    const stale = changedSince(found.value, call);
    if (stale) return stale;
    const changed = { ...file, person: { ...call.body, id: file.person.id } };
    const today = londonDay(now);
    const wrong = barredFile(changed, today);
    if (wrong) return wrong;
    const caseload = await namedOnRecord(deps, records, {
      ...{ personId: file.person.id, before: file.person, after: changed.person, today },
    });
    if (!caseload.ok) return caseload;
    const { dateOfBirth } = changed.person;
    return done({
      steps: [
        change(found.value, changed),
        ...(dateOfBirth === file.person.dateOfBirth ? [] : await bornSteps(records, id, dateOfBirth)),
        ...caseload.value,
        ...(await occupantSteps(records, changed, today)),
      ],
      answer: { id, version: version + 1 },
      told: { personId: id },
    });
  });
}

/** A birth date that is put right is put right wherever it stands. */
async function bornSteps(records: Records, personId: string, dateOfBirth: Day): Promise<Step[]> {
  const identity = await records.get(identities, personId);
  return identity ? [change(identity, { ...identity.data, dateOfBirth })] : [];
}
