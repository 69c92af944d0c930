import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { Day, londonDay } from '../../domain/day.ts';
import type { Caseload } from '../../domain/files.ts';
import { PersonId, WorkerId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { lasting, WorkerPart, WorkerRelationship } from '../../domain/person-workers.ts';
import { isWithin } from '../../domain/worker-cover.ts';
import { workerLimit } from '../../services/caseload-limit.ts';
import { workers } from '../../store/kinds/partnerships.ts';
import { caseloads } from '../../store/kinds/people.ts';
import { covers, personWorkers, workerAbsences } from '../../store/kinds/workers.ts';
import type { Records } from '../../store/records.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';

const Supported = z.strictObject({
  personId: PersonId,
  part: WorkerPart,
  /** The first day; null for somebody who was theirs before relationships were recorded. */
  since: Day.nullable(),
  metBeforeMove: WorkerRelationship.shape.metBeforeMove,
});

export const CaseloadShown = z.strictObject({
  workerId: WorkerId,
  /** How many people they may be first worker to, are, and could yet be; null: nothing limits it. */
  most: z.int().nullable(),
  carried: z.int(),
  free: z.int().nullable(),
  people: z.array(Supported),
  /** While they are away today, who sees these people; null while they are there or nobody covers. */
  isAway: z.boolean(),
  coveredBy: WorkerId.nullable(),
  /** Whose people they see today because they cover: on nobody's caseload but that of whoever is away. */
  covering: z.array(z.strictObject({ workerId: WorkerId, until: Day.nullable(), people: z.array(PersonId) })),
});
export type CaseloadShown = z.infer<typeof CaseloadShown>;

/** The people of a worker: their own to read, or anybody's for whoever leads. */
export async function readCaseload(
  deps: Deps,
  call: Call<{ workerId: WorkerId }>,
): Promise<Outcome<CaseloadShown>> {
  const { workerId } = call.params;
  const { data: member } = call.who;
  const barred = barredFrom(member, 'caseloads.read', {});
  if (barred && !(barred === 'not-found' && member.workerId === workerId)) return refuse(barred);
  const records = recordsOf(deps, call);
  const worker = await records.get(workers, workerId);
  if (!worker) return refuse('not-found');
  const today = londonDay(nowOf(deps));
  const [load, away] = await Promise.all([
    records.get(caseloads, workerId),
    records.get(workerAbsences, workerId),
  ]);
  const absence = away?.data.absences.find((one) => isWithin(one, today));
  const most = workerLimit(deps.models.get(worker.data.serviceModel), worker.data);
  const carried = load?.data.people.length ?? 0;
  return done({
    ...{ workerId, most, carried, free: most === null ? null : Math.max(0, most - carried) },
    people: load ? await peopleOf(records, load.data) : [],
    ...{ isAway: absence !== undefined, coveredBy: absence?.coveredBy ?? null },
    covering: await coveringOf(records, workerId, today),
  });
}

async function peopleOf(records: Records, load: Caseload): Promise<CaseloadShown['people']> {
  const { people, coAllocated = [] } = load;
  const kept = await records.getMany(personWorkers, [...people, ...coAllocated]);
  const books = new Map<string, (typeof kept)[number]>(kept.map((one) => [one.id, one]));
  const shown = (part: WorkerPart) => (personId: PersonId) => {
    const book = books.get(personId);
    const found = book && lasting(book.data, part);
    return { personId, part, since: found?.from ?? null, metBeforeMove: found?.metBeforeMove ?? null };
  };
  return [...people.map(shown('primary')), ...coAllocated.map(shown('coAllocated'))];
}

async function coveringOf(
  records: Records,
  workerId: WorkerId,
  today: Day,
): Promise<CaseloadShown['covering']> {
  const cover = await records.get(covers, workerId);
  const now = (cover?.data.covers ?? []).filter((one) => isWithin(one, today));
  const loads = await records.getMany(
    caseloads,
    now.map((one) => one.workerId),
  );
  const of = new Map(loads.map(({ data }) => [data.workerId, data]));
  return now.map((one) => {
    const { people = [], coAllocated = [] } = of.get(one.workerId) ?? {};
    return { workerId: one.workerId, until: one.until, people: [...people, ...coAllocated] };
  });
}
