import * as z from 'zod';
import { PartnershipId } from '../../shared/domain/ids.ts';
import { everywhere } from '../../shared/store/keys.ts';
import { partnerships } from '../../shared/store/kinds/partnerships.ts';
import { isDue } from '../../shared/store/operational.ts';
import { Records } from '../../shared/store/records.ts';
import { carryOn } from '../../shared/usecases/cascades/carry-on.ts';
import { callForNight } from '../../shared/usecases/matching/nightly.ts';
import { requeue } from '../../shared/usecases/messages/requeue.ts';
import { keepTime } from '../../shared/usecases/proposals/keep-time.ts';
import { placeOf } from '../../shared/watch/fault-place.ts';
import type { DoorDeps } from '../door.ts';
import { rematchAndTell } from '../rematch-and-tell.ts';

/** What the clock sends: nothing, or the only partnerships to look after. */
const Tick = z.object({ partnerships: z.array(PartnershipId).optional() });

/** Looks after one partnership. Run each minute, so it must be quick when there is nothing to do. */
type Task = (deps: DoorDeps, partnership: string) => Promise<unknown>;

/** In this order: what a task changes is there for those after it. */
const tasks: Readonly<Record<string, Task>> = {
  carryOnDecisions,
  keepClocks,
  callForNight,
  rematchWhatIsDue,
  requeueMessages,
};

/** What time alone brings about, minute by minute, for every partnership. One that faults holds up no other. */
export function scheduleDoor(deps: DoorDeps) {
  return async (event: unknown): Promise<void> => {
    const named = Tick.parse(event ?? {}).partnerships;
    for (const partnership of named ?? (await everyPartnership(deps))) {
      for (const [job, task] of Object.entries(tasks)) {
        try {
          await task(deps, partnership);
        } catch (fault) {
          deps.log('job-faulted', { job, partnership, ...placeOf(fault) });
        }
      }
    }
  };
}

async function everyPartnership({ writing }: DoorDeps): Promise<string[]> {
  const found = await new Records(writing.table, everywhere).all(partnerships);
  return found.map((one) => one.data.id);
}

async function carryOnDecisions(deps: DoorDeps, partnership: string): Promise<void> {
  const ended = await carryOn(deps, partnership);
  if (ended > 0) deps.log('cascade-carried-on', { partnership, ended });
}

async function keepClocks(deps: DoorDeps, partnership: string): Promise<void> {
  const { told, ended } = await keepTime(deps, partnership);
  if (told > 0) deps.log('proposal-reminded', { partnership, proposals: told });
  if (ended > 0) deps.log('hold-released', { partnership, proposals: ended });
}

async function requeueMessages(deps: DoorDeps, partnership: string): Promise<void> {
  const messages = await requeue(deps, partnership);
  if (messages > 0) deps.log('messages-requeued', { partnership, messages });
}

/** Plans what nobody planned: a run that failed or died, or the night's. */
async function rematchWhatIsDue(deps: DoorDeps, partnership: string): Promise<void> {
  const { table, now } = deps.writing;
  if (await isDue(table, partnership, now())) await rematchAndTell(deps, partnership);
}
