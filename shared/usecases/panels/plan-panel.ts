import * as z from 'zod';
import { Day, londonDay } from '../../domain/day.ts';
import { MemberId, PanelId, ProposalId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Panel } from '../../domain/panel.ts';
import { members } from '../../store/kinds/partnerships.ts';
import { panels, proposals } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import { create } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';

export const NewPanel = z.strictObject({
  on: Day,
  chair: MemberId,
  members: z.array(MemberId).min(1).max(20),
  agenda: z.array(ProposalId).max(50),
});
export type NewPanel = z.infer<typeof NewPanel>;

/** Calls a meeting: who sits on it, and what is to be decided. */
export function planPanel(deps: Deps, call: Call<unknown, NewPanel>): Promise<Outcome<Receipt>> {
  return write(deps, call, 'panelPlanned', Receipt, async (records, now) => {
    const { on, chair, agenda } = call.body;
    if (on < londonDay(now)) return refuse('day-not-possible', { earliest: londonDay(now) });
    const seated = [...new Set([chair, ...call.body.members])];
    const wrong = (await wrongSeat(records, chair, seated)) ?? (await notForPanel(records, agenda));
    if (wrong) return wrong;
    const id = PanelId.parse(deps.writing.newId('panel'));
    const panel: Panel = {
      ...{ id, on, chair, members: seated, agenda: [...new Set(agenda)] },
      status: 'planned',
      circulatedAt: null,
    };
    return done({
      steps: [create(records.partnership, panels, panel)],
      answer: { id, version: 1 },
      told: { on, links: String(panel.agenda.length) },
    });
  });
}

/** Everybody on it is a member with the role for it, and the chair is a chair. */
async function wrongSeat(records: Records, chair: MemberId, seated: readonly MemberId[]) {
  const found = await records.getMany(members, seated);
  for (const id of seated) {
    const member = found.find((one) => one.id === id && one.data.partnershipId === records.partnership);
    const roles = member?.data.active ? member.data.roles : [];
    const may =
      id === chair
        ? roles.includes('panelChair')
        : roles.includes('panelMember') || roles.includes('panelChair');
    if (!may) return refuse('not-on-panel', { memberId: id });
  }
  return null;
}

/** What is on the agenda has to wait for the panel. */
export async function notForPanel(records: Records, agenda: readonly ProposalId[]) {
  const found = await records.getMany(proposals, agenda);
  for (const id of agenda) {
    const proposal = found.find((one) => one.id === id);
    if (!proposal) return refuse('not-found', { proposalId: id });
    if (proposal.data.status !== 'awaitingPanel')
      return refuse('transition-not-allowed', { proposalId: id, state: proposal.data.status });
  }
  return null;
}
