import type { Day } from '../../domain/day.ts';
import type { PersonId } from '../../domain/ids.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import { lasting } from '../../domain/person-workers.ts';
import { personWorkers } from '../../store/kinds/workers.ts';
import type { Records } from '../../store/records.ts';
import type { Step } from '../../store/steps.ts';
import type { Deps } from '../call.ts';
import { type Beginning, changeWorkers, type Workers } from './change-workers.ts';

const nobody: Workers = { primaryWorker: null, secondWorker: null };
const parts = [
  { part: 'primary', field: 'primaryWorker' },
  { part: 'coAllocated', field: 'secondWorker' },
] as const;

/**
 * What a change of the workers named on somebody's record means: whoever is named no more ends today and whoever is new
 * begins today, with their caseloads.
 * @param before their workers until now; null for somebody new
 */
export async function namedOnRecord(
  deps: Deps,
  records: Records,
  {
    personId,
    before,
    after,
    today,
  }: { personId: PersonId; before: Workers | null; after: Workers; today: Day },
): Promise<Outcome<Step[]>> {
  const last = before ?? nobody;
  const changed = parts.filter(({ field }) => last[field] !== after[field]);
  if (changed.length === 0) return done([]);
  const kept = before === null ? null : await records.get(personWorkers, personId);
  const ends = changed.flatMap(({ part }) => {
    const found = kept && lasting(kept.data, part);
    return found ? [{ id: found.id, until: today, ended: 'recordChanged' as const }] : [];
  });
  const begins = changed.flatMap(({ part, field }): Beginning[] => {
    const workerId = after[field];
    return workerId === null ? [] : [{ part, workerId, from: today, metBeforeMove: null }];
  });
  const steps = await changeWorkers(deps, records, kept, {
    ...{ personId, ends, begins, before: last, after, today },
    above: null,
  });
  return steps.ok ? done(steps.value.steps) : steps;
}
