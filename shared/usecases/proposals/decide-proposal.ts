import * as z from 'zod';
import { barredFrom, barredFromDeciding } from '../../access/own-case.ts';
import { DeclineReason } from '../../domain/declined-move.ts';
import { DecisionId, type ProposalId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Chain, Proposal } from '../../domain/proposal.ts';
import { decisions, proposals } from '../../store/kinds/placing.ts';
import { create, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, write } from '../call.ts';
import { approve, barredByState, Decided } from '../placing/approve.ts';
import { endOfTime, hasRunOut, stopClock } from '../placing/clocks.ts';
import { rememberDeclined } from '../placing/declined.ts';
import { fetchMoves } from '../placing/fetch-moves.ts';
import { addExplanations, addProposals } from '../placing/fetch-proposals.ts';
import { isLive, release } from '../placing/release.ts';
import { type Scene, stepsOf } from '../placing/scene.ts';
import type { WantedMove } from '../placing/wanted-move.ts';
import { asked, barredByDay } from './ask-question.ts';

const reasoned = {
  /** Why, in the member's own words. */
  reason: z.string().trim().min(20).max(4000),
  /** The rules and parts of the score it rests on. */
  criteria: z.array(z.string().trim().min(1).max(40)).min(1).max(20),
};

const rulings = [
  z.strictObject({ outcome: z.literal('approve'), ...reasoned }),
  z.strictObject({
    outcome: z.literal('approveWithConditions'),
    ...reasoned,
    conditions: z.array(z.string().trim().min(1).max(500)).min(1).max(10),
  }),
  z.strictObject({ outcome: z.literal('decline'), ...reasoned, declineReason: DeclineReason }),
] as const;

/** What a panel member decides on a whole chain. */
export const ChainRuling = z.discriminatedUnion('outcome', rulings);
export type ChainRuling = z.infer<typeof ChainRuling>;

/** What a panel member decides on one proposal. */
export const Ruling = z.discriminatedUnion('outcome', [
  ...rulings,
  /** What is missing, and by when: the clock stands still until it is answered. */
  z.strictObject({ outcome: z.literal('defer'), ...reasoned, ...asked }),
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
    if (call.body.outcome === 'defer')
      return isStale ? refuse('version-changed') : defer(deps, call, scene, proposal, call.body, told);
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
  rememberDeclined(scene, proposal, 'panel', declineReason);
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

type Defer = Extract<Ruling, { outcome: 'defer' }>;

/** Puts a decision off until a question is answered. The person keeps their place and the room stays held. */
function defer(
  deps: Deps,
  call: Call,
  scene: Scene,
  proposal: Proposal,
  { reason, criteria, question, dueOn }: Defer,
  told: Record<string, string>,
) {
  const undecidable = barredByState(proposal);
  if (undecidable) return undecidable;
  const { id, personId, homeId, chainId, digests, status, moveOn } = proposal;
  if (proposal.waitingFor || status !== 'awaitingPanel')
    return refuse('transition-not-allowed', { proposalId: id, state: status });
  if (hasRunOut(scene, proposal, scene.proposals.all())) return refuse('hold-expired', endOfTime(proposal));
  const tooLate = barredByDay(scene, dueOn);
  if (tooLate) return tooLate;
  const by = call.who.data.id;
  stopClock(scene, proposal, { question, dueOn, askedIn: status, askedBy: by, askedOn: scene.today });
  const decisionId = DecisionId.parse(deps.writing.newId('decision'));
  const decision = create(scene.records.partnership, decisions, {
    ...{ id: decisionId, proposalId: id, personId, homeId, at: scene.now, by },
    ...{ reason, criteria, digests, outcome: 'defer', question, dueOn },
  });
  const version = scene.proposals.versionOf(id);
  const decided = { id, version, status, decisionId, stayId: null, moveOn };
  return done({
    steps: [...stepsOf(scene), decision, unchanged(call.who)],
    answer: { chainId, proposals: [decided] },
    told: { ...told, until: dueOn },
  });
}
