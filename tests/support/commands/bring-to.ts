import type { Proposal } from '../../../shared/domain/proposal.ts';
import { chains } from '../../../shared/store/kinds/placing.ts';
import { markDirty } from '../../../shared/store/operational.ts';
import { rematch } from '../../../shared/usecases/matching/rematch.ts';
import { approval, yes } from '../story.ts';
import { type BusyPartnership, speakerFor } from './partnership.ts';

/**
 * Takes every live proposal towards a state, as far as it goes, so that what is done to that state has something to be
 * done to. Where nothing waits, something is proposed first.
 */
export async function bringTo(busy: BusyPartnership, status: Proposal['status'], n: number): Promise<void> {
  const isWaiting = [...(await busy.standings()).values()].some((one) => one.status !== 'approved');
  if (!isWaiting) await proposeAnew(busy, n);
  for (const { proposal } of (await busy.standings()).values()) {
    const params = { proposalId: proposal.id };
    if (status === 'awaitingPerson') continue;
    const body = status === 'declined' ? { ...yes, answer: 'no' } : yes;
    if (proposal.status === 'awaitingPerson')
      await busy.ask('recordView', speakerFor(proposal), { params, body });
    // Where it is with the panel already, there is nothing to ask a provider.
    const isBeforePanel = proposal.status === 'awaitingPerson' || proposal.status === 'awaitingProvider';
    if (isBeforePanel && (status === 'awaitingPanel' || status === 'approved'))
      await busy.ask('answerReferral', 'provider', { params, body: { answer: 'accept' } });
  }
  if (status === 'approved') await approveAll(busy);
}

async function approveAll(busy: BusyPartnership): Promise<void> {
  for (const { version, proposal } of (await busy.standings()).values()) {
    const { id: proposalId, chainId } = proposal;
    if (chainId === null) {
      await busy.ask('decideProposal', 'panel', { params: { proposalId }, body: approval, ifMatch: version });
      continue;
    }
    const ifMatch = (await busy.records.get(chains, chainId))?.version ?? 0;
    await busy.ask('decideChain', 'panel', { params: { chainId }, body: approval, ifMatch });
  }
}

/** Adopts the first chain of a new plan, or its first move alone. */
async function proposeAnew(busy: BusyPartnership, n: number): Promise<void> {
  await markDirty(busy.store.deps.writing.table, 'southampton');
  await rematch(busy.store.deps, 'southampton');
  const { body } = await busy.ask('readCurrentPlan', 'officer');
  const suggestionId = body.chains?.items[0]?.suggestions[0]?.id ?? 'none';
  await busy.ask('adoptSuggestion', 'officer', {
    params: { suggestionId },
    body: { wholeChain: n % 2 === 0 },
  });
}
