import { rematch } from '../shared/usecases/matching/rematch.ts';
import { placeOf } from '../shared/watch/fault-place.ts';
import type { DoorDeps } from './door.ts';

/**
 * Makes new plans of a partnership until it has none outstanding, and logs each. A plan that fails is logged and no
 * more: the partnership stays marked, and the schedule tries again within a minute.
 * @returns false when there was nothing to do, or another is doing it
 */
export async function rematchAndTell(deps: DoorDeps, partnership: string): Promise<boolean> {
  try {
    return await rematch(deps, partnership, ({ planId, published, ...counts }) => {
      const code = published === 'published' ? 'plan-published' : 'plan-unchanged';
      deps.log(code, { partnership, plan: planId, ended: published, ...counts });
    });
  } catch (fault) {
    deps.log('plan-faulted', { partnership, ...placeOf(fault) });
    return true;
  }
}
