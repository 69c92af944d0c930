import type { Day } from '../../domain/day.ts';
import type { Caseload } from '../../domain/files.ts';
import { type PersonId, RelationshipId, type WorkerId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Person } from '../../domain/person.ts';
import {
  beginRelationship,
  endRelationship,
  type PersonWorkers,
  type RelationshipEnd,
  type WorkerPart,
} from '../../domain/person-workers.ts';
import { keyNames } from '../../store/keys.ts';
import type { Kept } from '../../store/kind.ts';
import { workers } from '../../store/kinds/partnerships.ts';
import { caseloads } from '../../store/kinds/people.ts';
import { personWorkers } from '../../store/kinds/workers.ts';
import type { Records } from '../../store/records.ts';
import { type Step, save, unchanged } from '../../store/steps.ts';
import type { Deps } from '../call.ts';
import { type Above, roomFor } from './caseload-room.ts';

/** The workers a person has now, as their file says it for the engine and for who may see them. */
export type Workers = Pick<Person, 'primaryWorker' | 'secondWorker'>;

/** Somebody who becomes worker to a person. */
export interface Beginning {
  readonly part: WorkerPart;
  readonly workerId: WorkerId;
  readonly from: Day;
  readonly metBeforeMove: boolean | null;
}

/** What ends and what begins together for one person, and how their file reads before and after. */
export interface WorkersChange {
  readonly personId: PersonId;
  readonly ends: readonly { id: RelationshipId; until: Day; ended: RelationshipEnd }[];
  readonly begins: readonly Beginning[];
  readonly before: Workers;
  readonly after: Workers;
  readonly today: Day;
  readonly above: Above | null;
}

interface Changed {
  readonly book: PersonWorkers;
  readonly steps: Step[];
}

/**
 * Ends and begins the relationships of one person and moves them between caseloads, in one list of steps. The caseload
 * of each worker is one record: of two people who are given its last place at once, one is refused.
 */
export async function changeWorkers(
  deps: Deps,
  records: Records,
  kept: Kept<PersonWorkers> | null,
  change: WorkersChange,
): Promise<Outcome<Changed>> {
  const before = kept?.data ?? { personId: change.personId, relationships: [] };
  const ended = change.ends.reduce<Outcome<PersonWorkers>>(
    (book, one) => (book.ok ? endRelationship(book.value, one, change.today) : book),
    done(before),
  );
  if (!ended.ok) return ended;
  const loads = await loadsOf(records, change);
  let book = ended.value;
  const checks: Step[] = [];
  for (const one of change.begins) {
    const begun = await begin(deps, records, { book, loads, change, one });
    if (!begun.ok) return begun;
    book = begun.value.book;
    checks.push(...begun.value.steps);
  }
  const written = book === before ? [] : [save(records.partnership, personWorkers, kept, book)];
  const moved = movedLoads(records, change, loads);
  return done({ book, steps: [...written, ...moved, ...once(checks, [...written, ...moved])] });
}

type Loads = ReadonlyMap<WorkerId, Kept<Caseload> | null>;

async function loadsOf(records: Records, { before, after }: WorkersChange): Promise<Loads> {
  const named = [before, after].flatMap((one) => [one.primaryWorker, one.secondWorker]);
  const ids = [...new Set(named.filter((id) => id !== null))];
  const found = new Map((await records.getMany(caseloads, ids)).map((one) => [one.id, one]));
  return new Map(ids.map((id) => [id, found.get(id) ?? null]));
}

interface ToBegin {
  readonly book: PersonWorkers;
  readonly loads: Loads;
  readonly change: WorkersChange;
  readonly one: Beginning;
}

async function begin(
  deps: Deps,
  records: Records,
  { book, loads, change, one }: ToBegin,
): Promise<Outcome<Changed>> {
  const worker = await records.get(workers, one.workerId);
  if (!worker) return refuse('worker-unknown', { workerId: one.workerId });
  const room =
    one.part === 'primary'
      ? await roomFor(deps, records, { worker, load: loads.get(one.workerId) ?? null, change })
      : done({ aboveLimit: null, steps: [unchanged(worker)] });
  if (!room.ok) return room;
  const { role, serviceModel } = worker.data;
  const { aboveLimit, steps } = room.value;
  const id = RelationshipId.parse(deps.writing.newId('relationship'));
  const begun = { ...one, id, role, serviceModel, until: null, ended: null, aboveLimit };
  const added = beginRelationship(book, begun, change.today);
  return added.ok ? done({ book: added.value, steps }) : added;
}

function movedLoads(records: Records, { personId, after }: WorkersChange, loads: Loads): Step[] {
  return [...loads].flatMap(([workerId, load]) => {
    const last = load?.data ?? { workerId, people: [] };
    const people = withOrWithout(last.people, personId, after.primaryWorker === workerId);
    const lastSecond = last.coAllocated ?? [];
    const coAllocated = withOrWithout(lastSecond, personId, after.secondWorker === workerId);
    if (people === last.people && coAllocated === lastSecond) return [];
    const data: Caseload = { workerId, people, ...(coAllocated.length > 0 && { coAllocated }) };
    return [save(records.partnership, caseloads, load, data)];
  });
}

/** The list itself when nothing changes. */
function withOrWithout(ids: PersonId[], id: PersonId, isIn: boolean): PersonId[] {
  if (ids.includes(id) === isIn) return ids;
  return isIn ? [...ids, id] : ids.filter((one) => one !== id);
}

/** A transaction names each record once: what is written needs no check beside it. */
function once(checks: readonly Step[], written: readonly Step[]): Step[] {
  const seen = new Set(written.map(keyText));
  return checks.filter((step) => {
    const key = keyText(step);
    return seen.has(key) ? false : seen.add(key);
  });
}

function keyText(step: Step): string {
  const item = step.action === 'write' ? step.item : step.key;
  return JSON.stringify([item[keyNames.partition], item[keyNames.sort]]);
}
