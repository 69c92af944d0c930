import { barredFrom } from '../../access/own-case.ts';
import type { ProposalId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Chain, Proposal } from '../../domain/proposal.ts';
import { proposals } from '../../store/kinds/placing.ts';
import { type Call, type Deps, write } from '../call.ts';
import { barredFromCase, findCase } from '../panels/panel-case.ts';
import { agreed, quorumFor } from '../panels/quorum.ts';
import { approve, barredByState, Decided } from '../placing/approve.ts';
import { fetchMoves } from '../placing/fetch-moves.ts';
import { addExplanations, addProposals } from '../placing/fetch-proposals.ts';
import { isLive } from '../placing/release.ts';
import type { Scene } from '../placing/scene.ts';
import type { WantedMove } from '../placing/wanted-move.ts';
import { decline } from './decline.ts';
import { defer } from './defer.ts';
import { type Ruling, votedFor } from './rulings.ts';

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
    const panelCase = await findCase(records, proposal.id);
    if (!panelCase) return refuse('not-found');
    const barred =
      barredFrom(call.who.data, 'decisions.make', { person: move.person }) ??
      (await barredFromCase(records, call.who.data, panelCase));
    if (barred) return refuse(barred);
    const quorum = (outcome: Parameters<typeof votedFor>[0]) =>
      quorumFor(records, scene.policy, call.who, panelCase, votedFor(outcome));
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
    const ruling = call.body;
    if (ruling.outcome !== 'approve' && ruling.outcome !== 'approveWithConditions') {
      if (isStale) return barredByState(proposal) ?? refuse('version-changed');
      if (ruling.outcome === 'defer') return defer(deps, call, scene, proposal, ruling, told);
      const declined = decline(deps, call, scene, proposal, ruling, told);
      return agreed(declined, await quorum(ruling.outcome));
    }
    const chain = scene.chains.get(proposal.chainId);
    if (chain?.status === 'proposed') return refuse('decide-whole-chain', { chainId: chain.id });
    if (waitsForAnother(scene, proposal, chain))
      return refuse('earlier-move-not-made', { proposalId: proposal.id });
    const approved = approve(deps, call, scene, [proposal], moves, { conditions: [], ...ruling });
    // A stale version is said last: what bars the approval for good says more.
    if (!approved.ok) return approved;
    if (isStale) return refuse('version-changed');
    const work = done({ ...approved.value, told: { ...told, moveOn: proposal.moveOn } });
    return agreed(work, await quorum(ruling.outcome));
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
