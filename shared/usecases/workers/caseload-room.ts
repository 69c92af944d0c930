import type { Caseload } from '../../domain/files.ts';
import type { PersonId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { AboveLimit } from '../../domain/person-workers.ts';
import type { Worker } from '../../domain/worker.ts';
import { teamLimit, workerLimit } from '../../services/caseload-limit.ts';
import type { Kept } from '../../store/kind.ts';
import { workers } from '../../store/kinds/partnerships.ts';
import { caseloads } from '../../store/kinds/people.ts';
import type { Records } from '../../store/records.ts';
import { type Step, unchanged } from '../../store/steps.ts';
import type { Deps } from '../call.ts';

/** Who lets a limit be passed, and why. */
export type Above = Pick<AboveLimit, 'by' | 'reason'>;

interface Room {
  /** What was passed; null where there was room. */
  readonly aboveLimit: AboveLimit | null;
  /** What must still be so when the place is taken. */
  readonly steps: Step[];
}

interface Asked {
  readonly worker: Kept<Worker>;
  readonly load: Kept<Caseload> | null;
  readonly change: { readonly personId: PersonId; readonly above: Above | null };
}

/**
 * Room for one more person with a first worker: by the worker's own limit, and by their team's where the programme
 * has one. The team is counted on its workers' own records, each of which must still be as it was read.
 */
export async function roomFor(
  deps: Deps,
  records: Records,
  { worker, load, change: { personId, above } }: Asked,
): Promise<Outcome<Room>> {
  const carried = load ? othersOn(load, personId) : 0;
  const team = await teamRoom(deps, records, worker, carried, personId);
  const own = { carried, most: workerLimit(deps.models.get(worker.data.serviceModel), worker.data) };
  const passed = [
    { ...own, of: 'worker' },
    { ...team, of: 'team' },
  ].find(isPassed);
  const steps = [unchanged(worker), ...team.steps];
  if (!passed) return done({ aboveLimit: null, steps });
  const { most, carried: has, of } = passed;
  if (above) return done({ aboveLimit: { ...above, most, carried: has }, steps });
  return refuse('caseload-full', {
    workerId: worker.id,
    most: String(most),
    carried: String(has),
    of,
  });
}

/** Whoever is handed over within a team takes up one place of it, not two. */
const othersOn = ({ data }: Kept<Caseload>, personId: PersonId): number =>
  data.people.filter((id) => id !== personId).length;

interface Figure {
  readonly carried: number;
  readonly most: number | null;
}

const isPassed = <T extends Figure>(one: T): one is T & { readonly most: number } =>
  one.most !== null && one.carried >= one.most;

/** How many the workers of one role in a team have between them, and how many they may. */
async function teamRoom(
  { models }: Deps,
  records: Records,
  { data: worker, id }: Kept<Worker>,
  carried: number,
  personId: PersonId,
): Promise<Figure & { readonly steps: Step[] }> {
  const model = models.get(worker.serviceModel);
  const none = { carried, most: null, steps: [] };
  if (worker.team === null || teamLimit(model, worker.role, [worker]) === null) return none;
  const everyone = (await records.all(workers)).map(({ data }) => data);
  const team = everyone.filter(
    (one) => one.team === worker.team && one.role === worker.role && one.serviceModel === worker.serviceModel,
  );
  const mates = await records.getMany(
    caseloads,
    team.flatMap((one) => (one.id === id ? [] : one.id)),
  );
  return {
    carried: carried + mates.reduce((sum, load) => sum + othersOn(load, personId), 0),
    most: teamLimit(model, worker.role, team),
    steps: mates.map(unchanged),
  };
}
