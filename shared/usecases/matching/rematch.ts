import { dropLease, type Lease, releaseLease, takeLease } from '../../store/operational.ts';
import { type Published, publishPlan } from '../../store/publish-plan.ts';
import { Records } from '../../store/records.ts';
import { type Deps, nowOf } from '../call.ts';
import { freshPlan } from './fresh-plan.ts';

/**
 * Seconds for which a lease is held. A function that rematches must be made to end sooner, so that whoever takes over
 * finds nobody at work.
 */
export const leaseSeconds = 310;

/** Runs in one go while changes keep coming; then another takes over. */
const mostRuns = 10;

/** Seconds after which no run begins that could last beyond them, were it as long as those before it. */
const mostSeconds = 280;

/** One plan that was made. */
export interface Run {
  readonly planId: string;
  readonly published: Published;
  readonly suggestions: number;
  readonly unplaced: number;
}

/**
 * Makes new plans of a partnership until none of its changes is left out, if it has any and nobody else is at it. So
 * many changes at once cost few runs, and the last of them is always planned for.
 * @param onRun told each plan as it is made
 * @returns false when there was nothing to do, or another is doing it
 * @throws whatever a run throws; the partnership then stays marked, and the lease is free for the next try
 */
export async function rematch(
  deps: Deps,
  partnership: string,
  onRun: (run: Run) => void = () => undefined,
): Promise<boolean> {
  const holder = deps.writing.newId('rematch');
  const began = Date.parse(nowOf(deps));
  let lease = await take(deps, partnership, holder);
  if (!lease) return false;
  for (let runs = 1; lease; runs++) {
    onRun(await runUnder(deps, lease));
    if (await releaseLease(deps.writing.table, lease)) return true;
    const seconds = (Date.parse(nowOf(deps)) - began) / 1_000;
    if (runs === mostRuns || seconds + seconds / runs > mostSeconds) break;
    lease = await take(deps, partnership, holder);
  }
  if (lease) await dropLease(deps.writing.table, lease);
  return true;
}

function take(deps: Deps, partnership: string, holder: string): Promise<Lease | null> {
  const now = nowOf(deps);
  return takeLease(deps.writing.table, partnership, { holder, now, seconds: leaseSeconds });
}

async function runUnder(deps: Deps, lease: Lease): Promise<Run> {
  const { table } = deps.writing;
  try {
    const { plan, factsFrom } = await freshPlan(deps, new Records(table, lease.partnership));
    const made = { madeAt: nowOf(deps), factsFrom };
    return {
      planId: plan.id,
      published: await publishPlan(deps.writing.table, lease.partnership, plan, made),
      suggestions: plan.suggestions.length,
      unplaced: plan.unplaced.length,
    };
  } catch (fault) {
    await dropLease(table, lease);
    throw fault;
  }
}
