import type { Deed } from '../../domain/audit.ts';
import { type Day, londonDay } from '../../domain/day.ts';
import type { PersonFile } from '../../domain/files.ts';
import type { PersonId } from '../../domain/ids.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import type { Records } from '../../store/records.ts';
import { change } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { occupantSteps } from '../ledger-of-person.ts';
import { barredFile, barredPairs } from './barred-file.ts';
import { findPerson } from './find-person.ts';
import { type FactList, type NewFacts, noFacts, ownedFacts } from './new-facts.ts';

/** One kind of fact: where it is kept, and what recording it is. */
interface FactKind<List extends FactList> {
  readonly list: List;
  readonly deed: Deed;
  readonly action: 'people.write' | 'constraints.write';
  /** Whether it bears on whom somebody lives with, so that the homes they live in must know. */
  readonly bearsOnHome: boolean;
  /** What else may stand against it; null when nothing does. */
  readonly barred?: (records: Records, file: PersonFile) => Promise<Outcome<never> | null>;
}

export type FactCall<Fact> = Call<{ personId: PersonId }, Fact>;

/**
 * Adds one fact to what is known of a person: a new version beside the old ones, which stay.
 * @returns the fact, with the version the person is in now
 */
export function recordFact<List extends FactList>(
  deps: Deps,
  call: FactCall<NewFacts[List][number]>,
  { list, deed, action, bearsOnHome, barred }: FactKind<List>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, deed, Receipt, async (records, now) => {
    const found = await findPerson(records, call, action, call.params.personId);
    if (!found.ok) return found;
    const { data: file, id: personId, version } = found.value;
    const added = ownedFacts({ ...noFacts, [list]: [call.body] }, file.person.id, deps.writing.newId);
    const changed = withFacts(file, added);
    const today = londonDay(now);
    const wrong =
      barredFile(changed, today) ??
      (await barredPairs(records, { person: file.person, nonAssociations: added.nonAssociations })) ??
      (await barred?.(records, file)) ??
      null;
    if (wrong) return wrong;
    const id = added[list].map((fact) => fact.id).join();
    return done({
      steps: [
        change(found.value, changed),
        ...(bearsOnHome ? await occupantSteps(records, changed, today) : []),
      ],
      answer: { id, version: version + 1 },
      // No more than that: the timeline of a home tells it too.
      told: { personId, factId: id, on: dayOf(call.body) },
    });
  });
}

/** The day a fact is dated. */
function dayOf(fact: NewFacts[FactList][number]): Day {
  if ('assessedOn' in fact) return fact.assessedOn;
  return 'recordedOn' in fact ? fact.recordedOn : fact.from;
}

function withFacts(file: PersonFile, added: Pick<PersonFile, FactList>): PersonFile {
  return {
    ...file,
    needs: [...file.needs, ...added.needs],
    readiness: [...file.readiness, ...added.readiness],
    risks: [...file.risks, ...added.risks],
    exclusionZones: [...file.exclusionZones, ...added.exclusionZones],
    nonAssociations: [...file.nonAssociations, ...added.nonAssociations],
    bans: [...file.bans, ...added.bans],
    anchors: [...file.anchors, ...added.anchors],
    preferences: [...file.preferences, ...added.preferences],
  };
}
