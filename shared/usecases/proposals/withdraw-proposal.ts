import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import type { ProposalId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { CancelReason } from '../../domain/proposal.ts';
import { type Call, type Deps, write } from '../call.ts';
import { fetchProposal } from '../placing/fetch-proposals.ts';
import { hasMoved, isLive, release } from '../placing/release.ts';
import { stepsOf } from '../placing/scene.ts';

export const Withdrawal = z.strictObject({
  /** Why it ends; a broken chain and somebody who did not arrive are recorded where they happen. */
  reason: CancelReason.exclude(['chainBroken', 'didNotArrive']),
});
export type Withdrawal = z.infer<typeof Withdrawal>;

export const Ended = z.strictObject({
  ended: z.array(z.strictObject({ id: z.string(), version: z.int(), status: z.string() })),
});
export type Ended = z.infer<typeof Ended>;

/** Withdraws a proposal before the move is made, and ends whatever cannot stand without it. */
export function withdrawProposal(
  deps: Deps,
  call: Call<{ proposalId: ProposalId }, Withdrawal>,
): Promise<Outcome<Ended>> {
  return write(deps, call, 'proposalWithdrawn', Ended, async (records, now) => {
    const found = await fetchProposal(deps, records, now, call.params.proposalId);
    if (!found) return refuse('not-found');
    const { scene, proposal } = found;
    const person = scene.people.get(proposal.personId);
    const request = scene.requests.get(proposal.requestId);
    const home = scene.homes.get(proposal.homeId);
    if (!person || !request || !home) return refuse('not-found');
    const barred = barredFrom(call.who.data, 'proposals.withdraw', { person, requests: [request], home });
    if (barred) return refuse(barred);
    if (!isLive(proposal) || hasMoved(scene, proposal))
      return refuse('transition-not-allowed', { proposalId: proposal.id, state: proposal.status });
    const ending = release(scene, proposal, { status: 'cancelled', reason: call.body.reason });
    return done({
      steps: stepsOf(scene),
      answer: {
        ended: ending.map(({ id }) => ({
          id,
          version: scene.proposals.versionOf(id),
          status: scene.proposals.get(id)?.status ?? 'cancelled',
        })),
      },
      told: {
        proposalId: proposal.id,
        personId: proposal.personId,
        roomId: proposal.roomId,
        reason: call.body.reason,
        links: String(ending.length),
      },
    });
  });
}
