import * as z from 'zod';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { CaseId } from '../../domain/panel.ts';
import { Vote } from '../../domain/panel.ts';
import { votes } from '../../store/kinds/placing.ts';
import { save, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { isWaiting } from '../placing/workflow.ts';
import { barredFromCase, findCase, type PanelCase } from './panel-case.ts';

export const Ballot = z.strictObject({
  for: Vote.shape.for,
  /** Why, in the member's own words. */
  reason: z.string().trim().min(20).max(4000),
  criteria: z.array(z.string().trim().min(1).max(40)).min(1).max(20),
});
export type Ballot = z.infer<typeof Ballot>;

/** A member says what they think of a case that is before the panel. They may think again until it is decided. */
export function castVote(deps: Deps, call: Call<{ caseId: CaseId }, Ballot>): Promise<Outcome<Receipt>> {
  return write(deps, call, 'voteCast', Receipt, async (records, now) => {
    const found = await findCase(records, call.params.caseId);
    if (!found) return refuse('not-found');
    const barred = await barredFromCase(records, call.who.data, found);
    if (barred) return refuse(barred);
    const undecidable = notBeforePanel(found);
    if (undecidable) return undecidable;
    if (found.version !== call.ifMatch) return refuse('version-changed');
    const vote = Vote.parse({
      ...call.body,
      ...subjectsOf(found),
      by: call.who.id,
      at: now,
      basis: found.basis,
    });
    const before = await records.get(votes, votes.id(vote));
    return done({
      steps: [
        save(records.partnership, votes, before, vote),
        ...found.proposals.map((one) => unchanged(one)),
        unchanged(call.who),
      ],
      answer: { id: votes.id(vote).slice(0, 64), version: (before?.version ?? 0) + 1 },
      told: { caseId: found.id, links: String(found.proposals.length) },
    });
  });
}

/** The people and homes of a case, whose trails name what is done about it. */
export function subjectsOf(found: PanelCase) {
  const links = found.proposals.map(({ data }) => data);
  return {
    caseId: found.id,
    personIds: [...new Set(links.map((one) => one.personId))],
    homeIds: [...new Set(links.map((one) => one.homeId))],
  };
}

/** Why a case cannot be voted on from where it stands, or null when it can. */
function notBeforePanel({ id, chain, proposals }: PanelCase) {
  if (chain && chain.data.status !== 'proposed')
    return refuse('already-decided', { caseId: id, state: chain.data.status });
  const elsewhere = proposals.find(({ data }) => data.status !== 'awaitingPanel');
  if (!elsewhere) return null;
  const facts = { proposalId: elsewhere.id, state: elsewhere.data.status };
  return refuse(isWaiting(elsewhere.data) ? 'transition-not-allowed' : 'already-decided', facts);
}
