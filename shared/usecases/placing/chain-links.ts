import type { Proposal } from '../../domain/proposal.ts';
import { chains, proposals } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';

/** The moves of its chain in their order, or the move alone once the chain is broken. */
export async function linksOf(records: Records, proposal: Proposal): Promise<Proposal[]> {
  const chain = proposal.chainId && (await records.get(chains, proposal.chainId));
  if (!chain || chain.data.status === 'broken') return [proposal];
  const kept = await records.getMany(proposals, chain.data.proposals);
  return kept.map(({ data }) => data);
}
