import type { PersonId, WorkerId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Person } from '../../domain/person.ts';
import { workers } from '../../store/kinds/partnerships.ts';
import { caseloads } from '../../store/kinds/people.ts';
import type { Records } from '../../store/records.ts';
import { change, type Step, save, unchanged } from '../../store/steps.ts';

type Workers = Pick<Person, 'primaryWorker' | 'secondWorker'>;

/**
 * Moves a person between the caseloads of their first workers, if both of their workers are known and the new first one
 * may have one more. A second worker has nobody on their caseload by it.
 * @param before their workers until now; null for somebody new
 */
export async function caseloadSteps(
  records: Records,
  personId: PersonId,
  before: Workers | null,
  after: Workers,
): Promise<Outcome<Step[]>> {
  const { primaryWorker, secondWorker } = after;
  if (secondWorker !== null && secondWorker !== before?.secondWorker) {
    const known = await records.get(workers, secondWorker);
    if (!known) return refuse('worker-unknown', { workerId: secondWorker });
  }
  const last = before?.primaryWorker ?? null;
  if (primaryWorker === last) return done([]);
  const taken = await takeOn(records, personId, primaryWorker);
  return taken.ok ? done([...(await letGo(records, personId, last)), ...taken.value]) : taken;
}

async function takeOn(
  records: Records,
  personId: PersonId,
  workerId: WorkerId | null,
): Promise<Outcome<Step[]>> {
  if (workerId === null) return done([]);
  const [worker, load] = await Promise.all([
    records.get(workers, workerId),
    records.get(caseloads, workerId),
  ]);
  if (!worker) return refuse('worker-unknown', { workerId });
  const people = load?.data.people ?? [];
  const { caseloadLimit } = worker.data;
  if (caseloadLimit !== null && people.length >= caseloadLimit)
    return refuse('caseload-full', { workerId, most: String(caseloadLimit) });
  const data = { workerId, people: [...people, personId] };
  return done([unchanged(worker), save(records.partnership, caseloads, load, data)]);
}

async function letGo(records: Records, personId: PersonId, workerId: WorkerId | null): Promise<Step[]> {
  const load = workerId === null ? null : await records.get(caseloads, workerId);
  if (!load) return [];
  return [change(load, { ...load.data, people: load.data.people.filter((one) => one !== personId) })];
}
