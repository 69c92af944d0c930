import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type PanelId, RoomId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Pack } from '../../domain/panel.ts';
import { PersonView } from '../../domain/person-view.ts';
import { type Proposal, ProposalExplanation } from '../../domain/proposal.ts';
import { ProviderAnswer } from '../../domain/provider-answer.ts';
import type { Kept } from '../../store/kind.ts';
import { explanations, packs, panels, proposals, providerAnswers, views } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import { change, create, type Step, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { notForPanel } from './plan-panel.ts';

/** What a pack shows of one proposal, the person's own words before any score. */
export const PackContent = z.strictObject({
  views: z.array(PersonView),
  providerAnswer: ProviderAnswer.nullable(),
  explanation: ProposalExplanation.nullable(),
  special: z.array(z.string()),
  insteadBecause: z.string().nullable(),
  /** Other rooms that fitted the person when it was proposed; null where no plan said. */
  alternatives: z.array(RoomId).nullable(),
});
export type PackContent = z.infer<typeof PackContent>;

/** Most proposals on one agenda when its papers go out: three records each, and some for the whole, in one commit. */
const mostCirculated = 20;

/** Sends out the papers of a panel: what is known of every proposal on its agenda is frozen as it is now. */
export function circulate(deps: Deps, call: Call<{ panelId: PanelId }>): Promise<Outcome<Receipt>> {
  return write(deps, call, 'panelCirculated', Receipt, async (records, now) => {
    const panel = await records.get(panels, call.params.panelId);
    if (!panel) return refuse('not-found');
    if (panel.data.status !== 'planned')
      return refuse('transition-not-allowed', { panelId: panel.id, state: panel.data.status });
    if (panel.version !== call.ifMatch) return refuse('version-changed');
    const { agenda } = panel.data;
    if (agenda.length === 0 || agenda.length > mostCirculated)
      return refuse('agenda-not-possible', { most: String(mostCirculated) });
    const wrong = await notForPanel(records, agenda);
    if (wrong) return wrong;
    const steps: Step[] = [];
    for (const proposal of await records.getMany(proposals, agenda)) {
      const content = JSON.stringify(await contentOf(records, proposal));
      const { id: proposalId, personId, homeId, digests } = proposal.data;
      const pack: Pack = {
        ...{ panelId: panel.data.id, proposalId, personId, homeId, frozenAt: now, digests, content },
        version: proposal.version,
        digest: createHash('sha256').update(content).digest('hex'),
      };
      steps.push(create(records.partnership, packs, pack), unchanged(proposal));
    }
    return done({
      steps: [...steps, change(panel, { ...panel.data, status: 'circulated', circulatedAt: now })],
      answer: { id: panel.id, version: panel.version + 1 },
      told: { on: panel.data.on, links: String(agenda.length) },
    });
  });
}

async function contentOf(records: Records, { id, data }: Kept<Proposal>): Promise<PackContent> {
  const [said, answer, explanation] = await Promise.all([
    records.about(views, id),
    records.get(providerAnswers, id),
    records.get(explanations, id),
  ]);
  return {
    views: said.map((one) => one.data).sort((a, b) => (a.at < b.at ? -1 : 1)),
    providerAnswer: answer?.data ?? null,
    explanation: explanation?.data ?? null,
    special: data.special,
    insteadBecause: data.insteadBecause,
    alternatives: data.alternatives,
  };
}
