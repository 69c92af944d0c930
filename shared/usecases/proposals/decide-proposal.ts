import * as z from 'zod';
import { barredFrom, barredFromDeciding } from '../../access/own-case.ts';
import { DecisionId, type ProposalId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { type Chain, DeclineReason, type Proposal } from '../../domain/proposal.ts';
import { decisions, proposals } from '../../store/kinds/placing.ts';
import { create, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, write } from '../call.ts';
import { approve, barredByState, Decided } from '../placing/approve.ts';
import { fetchMoves } from '../placing/fetch-moves.ts';
import { addExplanations, addProposals } from '../placing/fetch-proposals.ts';
import { isLive, release } from '../placing/release.ts';
import { type Scene, stepsOf } from '../placing/scene.ts';
import type { WantedMove } from '../placing/wanted-move.ts';

const reasoned = {
  /** Why, in the member's own words. */
  reason: z.string().trim().min(20).max(4000),
  /** The rules and parts of the score it rests on. */
  criteria: z.array(z.string().trim().min(1).max(40)).min(1).max(20),
};

/** What a panel member decides on one proposal or on a whole chain. */
export const Ruling = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('approve'), ...reasoned }),
  z.strictObject({
    outcome: z.literal('approveWithConditions'),
    ...reasoned,
    conditions: z.array(z.string().trim().min(1).max(500)).min(1).max(10),
  }),
  z.strictObject({ outcome: z.literal('decline'), ...reasoned, declineReason: DeclineReason }),
]);
export type Ruling = z.infer<typeof Ruling>;

/** Decides one proposal. One that is part of a live chain is approved with the chain; declining it breaks the chain. */
export function decideProposal(
  deps: Deps,
  call: Call<{ proposalId: ProposalId }, Ruling>,
): Promise<Outcome<Decided>> {
  return write(deps, call, 'proposalDecided', Decided, async (records, now) => {
    const found = await records.get(proposals, call.params.proposalId);
    if (!found) return refuse('not-found');
    const proposal = found.data;
    const fetched = await fetchMoves(deps, records, now, [proposal]);
    if (!fetched.ok) return fetched;
    const { scene, moves } = fetched.value;
    const [move] = moves;
    if (!move) return refuse('not-found');
    const barred =
      barredFrom(call.who.data, 'decisions.make', { person: move.person }) ??
      barredFromDeciding(call.who.data, proposal, move.person, move.request);
    if (barred) return refuse(barred);
    scene.proposals.add([found]);
    await Promise.all([
      addProposals(scene, [proposal.id, ...holderOf(move)]),
      addExplanations(scene, [proposal.id]),
    ]);
    const told = {
      proposalId: proposal.id,
      personId: proposal.personId,
      roomId: proposal.roomId,
      outcome: call.body.outcome,
    };
    const isStale = found.version !== call.ifMatch;
    if (call.body.outcome === 'decline' && isStale)
      return barredByState(proposal) ?? refuse('version-changed');
    if (call.body.outcome === 'decline') return decline(deps, call, scene, proposal, call.body, told);
    const chain = scene.chains.get(proposal.chainId);
    if (chain?.status === 'proposed') return refuse('decide-whole-chain', { chainId: chain.id });
    if (waitsForAnother(scene, proposal, chain))
      return refuse('earlier-move-not-made', { proposalId: proposal.id });
    const approved = approve(deps, call, scene, [proposal], moves, { conditions: [], ...call.body });
    // A stale version is said last: what bars the approval for good says more.
    if (!approved.ok) return approved;
    if (isStale) return refuse('version-changed');
    return done({ ...approved.value, told: { ...told, moveOn: proposal.moveOn } });
  });
}

/** The proposal that the room is reserved for, this one or another. */
function holderOf({ vacancy }: WantedMove): ProposalId[] {
  return vacancy?.vacancy.status === 'reserved' ? [vacancy.vacancy.proposalId] : [];
}

/** Whether the move before this one, of what is left of its chain, has yet to be approved. */
function waitsForAnother(scene: Scene, { position }: Proposal, chain: Chain | undefined): boolean {
  const before = scene.proposals.get(chain?.proposals[position - 1] ?? null);
  return before !== undefined && isLive(before) && before.status !== 'approved';
}

type Decline = Extract<Ruling, { outcome: 'decline' }>;

/** Ends a proposal by the decision of a panel, and whatever cannot stand without it. */
export function decline(
  deps: Deps,
  call: Call,
  scene: Scene,
  proposal: Proposal,
  { reason, criteria, declineReason }: Decline,
  told: Record<string, string>,
) {
  const undecidable = barredByState(proposal);
  if (undecidable) return undecidable;
  const decisionId = DecisionId.parse(deps.writing.newId('decision'));
  const ending = release(scene, proposal, { status: 'declined', decisionId });
  const { id: proposalId, personId, homeId, chainId } = proposal;
  const decision = create(scene.records.partnership, decisions, {
    id: decisionId,
    proposalId,
    personId,
    homeId,
    at: scene.now,
    by: call.who.data.id,
    outcome: 'decline',
    reason,
    criteria,
    digests: proposal.digests,
    declineReason,
  });
  return done({
    steps: [...stepsOf(scene), decision, unchanged(call.who)],
    answer: {
      chainId,
      proposals: ending.map((one) => ({
        id: one.id,
        version: scene.proposals.versionOf(one.id),
        status: scene.proposals.get(one.id)?.status ?? one.status,
        decisionId: one.id === proposalId ? decisionId : null,
        stayId: null,
        moveOn: one.moveOn,
      })),
    },
    told: { ...told, links: String(ending.length) },
  });
}
