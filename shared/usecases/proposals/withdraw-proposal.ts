import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { HomeId, ProposalId, RoomId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { CancelReason, type Proposal } from '../../domain/proposal.ts';
import type { Records } from '../../store/records.ts';
import { type Call, type Deps, nowOf, recordsOf, write } from '../call.ts';
import { fetchProposal } from '../placing/fetch-proposals.ts';
import { hasMoved, isLive, release } from '../placing/release.ts';
import { type Scene, stepsOf } from '../placing/scene.ts';

export const Withdrawal = z.strictObject({
  /** Why it ends; a broken chain and somebody who did not arrive are recorded where they happen. */
  reason: CancelReason.exclude(['chainBroken', 'didNotArrive']),
  /** The other proposals that may end with it, as the preview named them; nothing happens if others would. */
  alsoEnds: z.array(ProposalId).max(50).optional(),
});
export type Withdrawal = z.infer<typeof Withdrawal>;

export const Ended = z.strictObject({
  ended: z.array(z.strictObject({ id: z.string(), version: z.int(), status: z.string() })),
});
export type Ended = z.infer<typeof Ended>;

/** What would end with a proposal, before anybody ends it. */
export const WithdrawalPreview = z.strictObject({
  proposalId: ProposalId,
  ends: z.array(
    z.strictObject({
      id: ProposalId,
      roomId: RoomId,
      homeId: HomeId,
      /** Where it stands today, and why it would end. */
      status: z.string(),
      because: z.string(),
    }),
  ),
});
export type WithdrawalPreview = z.infer<typeof WithdrawalPreview>;

type OfProposal = Call<{ proposalId: ProposalId }, unknown>;

/** Ends a proposal in a scene, for somebody who may. */
async function ending(
  deps: Deps,
  call: OfProposal,
  records: Records,
  now: ReturnType<typeof nowOf>,
  reason: Withdrawal['reason'],
): Promise<Outcome<{ scene: Scene; proposal: Proposal; ended: Proposal[] }>> {
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
  return done({ scene, proposal, ended: release(scene, proposal, { status: 'cancelled', reason }) });
}

/** Withdraws a proposal before the move is made, and ends whatever cannot stand without it. */
export function withdrawProposal(
  deps: Deps,
  call: Call<{ proposalId: ProposalId }, Withdrawal>,
): Promise<Outcome<Ended>> {
  return write(deps, call, 'proposalWithdrawn', Ended, async (records, now) => {
    const { reason, alsoEnds } = call.body;
    const worked = await ending(deps, call, records, now, reason);
    if (!worked.ok) return worked;
    const { scene, proposal, ended } = worked.value;
    const others = ended.map(({ id }) => id).filter((id) => id !== proposal.id);
    if (alsoEnds && others.some((id) => !alsoEnds.includes(id)))
      return refuse('more-would-end', { proposalId: proposal.id, alsoEnds: others.sort().join(', ') });
    return done({
      steps: stepsOf(scene),
      answer: {
        ended: ended.map(({ id }) => ({
          id,
          version: scene.proposals.versionOf(id),
          status: scene.proposals.get(id)?.status ?? 'cancelled',
        })),
      },
      told: {
        proposalId: proposal.id,
        personId: proposal.personId,
        roomId: proposal.roomId,
        reason,
        links: String(ended.length),
      },
    });
  });
}

/** What withdrawing a proposal would end besides, and changes nothing. */
export async function previewWithdrawal(
  deps: Deps,
  call: Call<{ proposalId: ProposalId }>,
): Promise<Outcome<WithdrawalPreview>> {
  const worked = await ending(deps, call, recordsOf(deps, call), nowOf(deps), 'madeInError');
  if (!worked.ok) return worked;
  const { scene, proposal, ended } = worked.value;
  return done({
    proposalId: proposal.id,
    ends: ended.map(({ id, roomId, homeId, status }) => {
      const after = scene.proposals.get(id);
      const because =
        id === proposal.id ? 'withdrawn' : after?.status === 'cancelled' ? after.reason : 'ended';
      return { id, roomId, homeId, status, because };
    }),
  });
}
