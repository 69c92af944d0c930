import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { WorkerId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Worker } from '../../domain/worker.ts';
import { type Cover, overlap, WorkerAbsence, type WorkerAbsences } from '../../domain/worker-cover.ts';
import type { Kept } from '../../store/kind.ts';
import { workers } from '../../store/kinds/partnerships.ts';
import { covers, workerAbsences } from '../../store/kinds/workers.ts';
import type { Records } from '../../store/records.ts';
import { type Step, save, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';

export const NewWorkerAbsence = z
  .strictObject({
    ...WorkerAbsence.shape,
    /** Left out: whoever covers for the worker as a rule. Null: nobody does. */
    coveredBy: WorkerId.nullable().optional(),
  })
  .refine((one) => one.until === null || one.until > one.from, {
    path: ['until'],
    error: 'must be later than from',
  });
export type NewWorkerAbsence = z.infer<typeof NewWorkerAbsence>;

/** Most absences kept of one worker. */
const mostAbsences = 500;

/**
 * A worker is away, and who sees their people meanwhile: the cover may do what the worker may, on those days and no
 * others. An absence that is open is ended, or given other cover, by recording it again with the same first day.
 */
export function recordWorkerAbsence(
  deps: Deps,
  call: Call<{ workerId: WorkerId }, NewWorkerAbsence>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'workerAway', Receipt, async (records) => {
    const barred = barredFrom(call.who.data, 'workers.cover', {});
    const { workerId } = call.params;
    if (barred && !(barred === 'not-found' && call.who.data.workerId === workerId)) return refuse(barred);
    const worker = await records.get(workers, workerId);
    if (!worker) return refuse('not-found');
    const { from, until, coveredBy = worker.data.coveredBy } = call.body;
    const absence: WorkerAbsence = { from, until, coveredBy };
    const kept = await records.get(workerAbsences, workerId);
    const all = kept?.data.absences ?? [];
    const before = all.find((one) => one.from === from && one.until === null);
    const others = all.filter((one) => one !== before);
    if (others.some((one) => overlap(one, absence)))
      return refuse('day-not-possible', { workerId, taken: 'another absence' });
    if (others.length >= mostAbsences) return refuse('too-many-facts', { most: String(mostAbsences) });
    const checks = await coverSteps(records, workerId, absence);
    if (!checks.ok) return checks;
    const book: WorkerAbsences = { workerId, absences: [...others, absence] };
    return done({
      steps: [
        save(records.partnership, workerAbsences, kept, book),
        ...(await movedCover(records, worker, before, absence)),
        unchanged(worker),
        ...checks.value,
      ],
      answer: { id: workerId, version: (kept?.version ?? 0) + 1 },
      told: { workerId, from, ...(until && { until }), ...(coveredBy && { coveredBy }) },
    });
  });
}

/** Whoever covers is another worker, and is not away on any of the days. */
async function coverSteps(
  records: Records,
  workerId: WorkerId,
  { coveredBy, ...days }: WorkerAbsence,
): Promise<Outcome<Step[]>> {
  if (coveredBy === null) return done([]);
  if (coveredBy === workerId) return refuse('cover-not-possible', { workerId: coveredBy });
  const [cover, away] = await Promise.all([
    records.get(workers, coveredBy),
    records.get(workerAbsences, coveredBy),
  ]);
  if (!cover) return refuse('worker-unknown', { workerId: coveredBy });
  if (away?.data.absences.some((one) => overlap(one, days)))
    return refuse('cover-not-possible', { workerId: coveredBy });
  return done([unchanged(cover), ...(away ? [unchanged(away)] : [])]);
}

/** The cover as it was is taken back, and given as it is now. */
async function movedCover(
  records: Records,
  { data: { id: workerId } }: Kept<Worker>,
  before: WorkerAbsence | undefined,
  { from, until, coveredBy }: WorkerAbsence,
): Promise<Step[]> {
  const named = [...new Set([before?.coveredBy, coveredBy].filter((id) => id !== null && id !== undefined))];
  const found = new Map((await records.getMany(covers, named)).map((one) => [one.id, one]));
  return named.map((id) => {
    const kept = found.get(id) ?? null;
    const rest = (kept?.data.covers ?? []).filter(
      (one) => one.workerId !== workerId || one.from !== before?.from || one.until !== before.until,
    );
    const data: Cover = {
      workerId: id,
      covers: id === coveredBy ? [...rest, { workerId, from, until }] : rest,
    };
    return save(records.partnership, covers, kept, data);
  });
}
