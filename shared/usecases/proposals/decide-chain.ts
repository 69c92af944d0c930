import { barredFrom } from '../../access/own-case.ts';
import type { ChainId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { chains, proposals } from '../../store/kinds/placing.ts';
import { type Call, type Deps, write } from '../call.ts';
import { barredFromCase, findCase } from '../panels/panel-case.ts';
import { agreed, quorumFor } from '../panels/quorum.ts';
import { approve, Decided } from '../placing/approve.ts';
import { fetchMoves } from '../placing/fetch-moves.ts';
import { addExplanations, addProposals } from '../placing/fetch-proposals.ts';
import { decline } from './decline.ts';
import { type ChainRuling, votedFor } from './rulings.ts';

/** Decides a whole chain in one commit: every move is approved, or none; declining it ends them all. */
export function decideChain(
  deps: Deps,
  call: Call<{ chainId: ChainId }, ChainRuling>,
): Promise<Outcome<Decided>> {
  return write(deps, call, 'chainDecided', Decided, async (records, now) => {
    const chain = await records.get(chains, call.params.chainId);
    if (!chain) return refuse('not-found');
    const kept = await records.getMany(proposals, chain.data.proposals);
    const found = kept.map(({ data }) => data);
    const fetched = await fetchMoves(deps, records, now, found);
    if (!fetched.ok) return fetched;
    const { scene, moves } = fetched.value;
    const panelCase = await findCase(records, chain.data.id);
    if (!panelCase) return refuse('not-found');
    const [first] = found;
    const [firstMove] = moves;
    if (!first || !firstMove) return refuse('not-found');
    const barred =
      barredFrom(call.who.data, 'decisions.make', { person: firstMove.person }) ??
      (await barredFromCase(records, call.who.data, panelCase));
    if (barred) return refuse(barred);
    if (chain.data.status === 'broken') return refuse('chain-broken', { chainId: chain.id });
    if (chain.data.status !== 'proposed')
      return refuse('already-decided', { chainId: chain.id, state: chain.data.status });
    if (chain.version !== call.ifMatch) return refuse('version-changed');
    scene.chains.add([chain]);
    scene.proposals.add(kept);
    await Promise.all([
      addProposals(scene, chain.data.proposals),
      addExplanations(scene, chain.data.proposals),
    ]);
    const told = {
      chainId: chain.id,
      links: String(found.length),
      outcome: call.body.outcome,
      moveOn: first.moveOn,
    };
    const ruling = call.body;
    const quorum = await quorumFor(records, scene.policy, call.who, panelCase, votedFor(ruling.outcome));
    if (ruling.outcome === 'decline') return agreed(decline(deps, call, scene, first, ruling, told), quorum);
    const approved = approve(deps, call, scene, found, moves, { conditions: [], ...ruling });
    return agreed(approved.ok ? done({ ...approved.value, told }) : approved, quorum);
  });
}
