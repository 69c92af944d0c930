import * as z from 'zod';
import type { Instant } from '../../domain/day.ts';
import type { ProposalId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { commit } from '../../store/commit.ts';
import { proposals } from '../../store/kinds/placing.ts';
import { Records } from '../../store/records.ts';
import { type Deps, nowOf } from '../call.ts';
import { fetchProposal } from '../placing/fetch-proposals.ts';
import { isLive, release } from '../placing/release.ts';
import { stepsOf } from '../placing/scene.ts';

/** Who ends a proposal whose time has run out: a date, no person. It can end things and never approve them. */
const clock = 'clock';

const Expired = z.strictObject({ id: z.string(), ended: z.int() });

/**
 * Ends the proposals of a partnership whose hold has run out, one commit each, so that rooms and people are free again.
 * Whoever reads compares the time themselves; this only tidies up.
 * @returns how many proposals it ended
 */
export async function expireHolds(deps: Deps, partnership: string): Promise<number> {
  const records = new Records(deps.writing.table, partnership);
  const now = nowOf(deps);
  const waiting = await records.all(proposals, 'live');
  const due = waiting.filter(({ data }) => isDue(data, now));
  let ended = 0;
  for (const { id, data } of due) {
    const outcome = await expire(deps, partnership, data.id, `expire-${id}`.slice(0, 64));
    if (outcome.ok) ended += outcome.value.ended;
  }
  return ended;
}

const isDue = (proposal: Parameters<typeof isLive>[0], now: Instant): boolean =>
  isLive(proposal) && proposal.status !== 'approved' && proposal.expiresAt <= now;

function expire(
  deps: Deps,
  partnership: string,
  id: ProposalId,
  key: string,
): Promise<Outcome<z.infer<typeof Expired>>> {
  const intent = {
    partnership,
    by: clock,
    deed: 'proposalExpired' as const,
    key,
    payload: id,
    answer: Expired,
  };
  return commit(deps.writing, intent, async (records, now) => {
    const found = await fetchProposal(deps, records, now, id);
    if (!found || !isDue(found.proposal, now)) return refuse('transition-not-allowed');
    const { scene, proposal } = found;
    const ending = release(scene, proposal, { status: 'expired' });
    return done({
      steps: stepsOf(scene),
      answer: { id, ended: ending.length },
      told: {
        proposalId: id,
        personId: proposal.personId,
        roomId: proposal.roomId,
        links: String(ending.length),
      },
    });
  });
}
