import { brokenHistory } from './invariants/history.ts';
import { brokenKeys } from './invariants/keys.ts';
import { brokenLists } from './invariants/lists.ts';
import { brokenOccupancy } from './invariants/occupancy.ts';
import { brokenPromises } from './invariants/promises.ts';
import { snapshotOf } from './invariants/snapshot.ts';
import { brokenWorkers } from './invariants/workers.ts';
import type { TestStore } from './store.ts';

/**
 * Reads the whole table and checks what must never break, whatever was done and in whichever order.
 * @returns one sentence for each thing that is broken; none when all is well
 */
export async function findBroken(store: TestStore): Promise<string[]> {
  const snapshot = await snapshotOf(store);
  return [brokenKeys, brokenHistory, brokenPromises, brokenOccupancy, brokenLists, brokenWorkers].flatMap(
    (check) => check(snapshot),
  );
}
