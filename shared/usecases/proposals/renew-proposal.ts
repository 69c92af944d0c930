import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import type { ProposalId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { chains, proposals } from '../../store/kinds/placing.ts';
import { type Call, type Deps, write } from '../call.ts';
import { digestOfAll, digestsOf } from '../placing/basis.ts';
import { linksOf } from '../placing/chain-links.ts';
import { fetchMoves } from '../placing/fetch-moves.ts';
import { addExplanations } from '../placing/fetch-proposals.ts';
import { judge } from '../placing/judge.ts';
import { isLive } from '../placing/release.ts';
import { stepsOf } from '../placing/scene.ts';

export const Renewed = z.strictObject({
  id: z.string(),
  version: z.int(),
  status: z.string(),
  /** The score it was made on before, and the one it rests on now. */
  points: z.strictObject({ before: z.int(), now: z.int() }),
});
export type Renewed = z.infer<typeof Renewed>;

/**
 * Brings a proposal up to date with facts that have changed: it is checked and scored anew, for everybody to see, and
 * whoever decides decides on the new facts. Where a check no longer passes it stays as it was.
 */
export function renewProposal(deps: Deps, call: Call<{ proposalId: ProposalId }>): Promise<Outcome<Renewed>> {
  return write(deps, call, 'proposalRenewed', Renewed, async (records, now) => {
    const found = await records.get(proposals, call.params.proposalId);
    if (!found) return refuse('not-found');
    const links = await linksOf(records, found.data);
    const at = links.findIndex(({ id }) => id === found.id);
    const fetched = await fetchMoves(deps, records, now, links);
    if (!fetched.ok) return fetched;
    const { scene, moves } = fetched.value;
    const move = moves[at];
    if (!move) return refuse('not-found');
    const about = { person: move.person, requests: [move.request], home: move.home };
    const barred = barredFrom(call.who.data, 'proposals.renew', about);
    if (barred) return refuse(barred);
    const { id, status, personId, chainId, roomId } = found.data;
    if (!isLive(found.data) || status === 'approved')
      return refuse('transition-not-allowed', { proposalId: id, state: status });
    if (found.version !== call.ifMatch) return refuse('version-changed');
    // As for an approval: what is only held for others may come to nothing.
    const judged = judge(deps, scene, moves, true);
    if (!judged.ok) return judged;
    const because = judged.value[at];
    if (!because) return refuse('not-found');
    await addExplanations(scene, [id]);
    scene.proposals.add([found]);
    const before = scene.explanations.get(id)?.points ?? because.points;
    const digests = digestsOf(because.basis);
    scene.proposals.set({ ...found.data, digests, policyVersion: scene.policy.version });
    scene.explanations.set({ proposalId: id, personId, ...because });
    const chain = chainId && (await records.get(chains, chainId));
    if (chain) {
      scene.chains.add([chain]);
      const each = links.map((link) => (link.id === id ? digests : link.digests));
      scene.chains.set({ ...chain.data, basis: digestOfAll(each) });
    }
    return done({
      steps: stepsOf(scene),
      answer: {
        id,
        version: scene.proposals.versionOf(id),
        status,
        points: { before, now: because.points },
      },
      told: { proposalId: id, personId, roomId },
    });
  });
}
