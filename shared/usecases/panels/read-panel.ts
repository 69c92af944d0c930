import * as z from 'zod';
import type { PanelId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { Conflict, Pack, Panel, Vote } from '../../domain/panel.ts';
import { Decision } from '../../domain/proposal.ts';
import type { Kind } from '../../store/kind.ts';
import { conflicts, decisions, packs, panels, proposals, votes } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { PackContent } from './circulate.ts';
import { barredFromCase, findCase } from './panel-case.ts';

export const PanelShown = z.strictObject({ version: z.int(), panel: Panel });
export type PanelShown = z.infer<typeof PanelShown>;

const Paper = z.strictObject({
  ...Pack.omit({ content: true }).shape,
  content: PackContent,
  /** Whether the proposal has been changed or renewed since: then its own page says more. */
  isSuperseded: z.boolean(),
});

/** The papers of a panel as they went out. What a member declared a conflict with, or proposed, is left out for them. */
export const PackShown = z.strictObject({ panelId: z.string(), papers: z.array(Paper), leftOut: z.int() });
export type PackShown = z.infer<typeof PackShown>;

const Minute = z.strictObject({
  proposalId: z.string(),
  status: z.string(),
  conflicts: z.array(Conflict.pick({ by: true, kind: true, at: true })),
  votes: z.array(Vote.pick({ by: true, for: true, reason: true, criteria: true, at: true })),
  decisions: z.array(Decision),
});

/** The minutes of a panel, drafted from what was declared, voted and decided. A member’s conflicts are left out for them. */
export const MinutesShown = z.strictObject({
  panelId: z.string(),
  on: z.string(),
  chair: z.string(),
  members: z.array(z.string()),
  items: z.array(Minute),
  leftOut: z.int(),
});
export type MinutesShown = z.infer<typeof MinutesShown>;

type OfPanel = Call<{ panelId: PanelId }>;

export async function readPanel(deps: Deps, call: OfPanel): Promise<Outcome<PanelShown>> {
  const panel = await recordsOf(deps, call).get(panels, call.params.panelId);
  return panel ? done({ version: panel.version, panel: panel.data }) : refuse('not-found');
}

export async function readPack(deps: Deps, call: OfPanel): Promise<Outcome<PackShown>> {
  const records = recordsOf(deps, call);
  const panel = await records.get(panels, call.params.panelId);
  if (!panel) return refuse('not-found');
  if (panel.data.status !== 'circulated')
    return refuse('transition-not-allowed', { panelId: panel.id, state: panel.data.status });
  const kept = await records.getMany(
    packs,
    panel.data.agenda.map((id) => `${panel.id}.${id}`),
  );
  const now = await records.getMany(proposals, panel.data.agenda);
  const papers: z.infer<typeof Paper>[] = [];
  for (const { data } of kept) {
    if (await isBarred(records, call, data.proposalId)) continue;
    const { content, ...pack } = data;
    const today = now.find((one) => one.id === data.proposalId);
    const isSuperseded = today?.version !== data.version;
    papers.push({ ...pack, content: PackContent.parse(JSON.parse(content)), isSuperseded });
  }
  return done({ panelId: panel.id, papers, leftOut: kept.length - papers.length });
}

/** Somebody who is too near to a case does not read its papers. */
async function isBarred(records: Records, call: OfPanel, proposalId: Pack['proposalId']): Promise<boolean> {
  const found = await findCase(records, proposalId);
  return found !== null && (await barredFromCase(records, call.who.data, found)) === 'conflict-declared';
}

export async function readMinutes(deps: Deps, call: OfPanel): Promise<Outcome<MinutesShown>> {
  const records = recordsOf(deps, call);
  const panel = await records.get(panels, call.params.panelId);
  if (!panel) return refuse('not-found');
  const { on, chair, members, agenda } = panel.data;
  const items: z.infer<typeof Minute>[] = [];
  for (const { id, data } of await records.getMany(proposals, agenda)) {
    if (await isBarred(records, call, data.id)) continue;
    const cases = [id, ...(data.chainId ? [data.chainId] : [])];
    const [declared, cast, decided] = await Promise.all([
      aboutAll(records, conflicts, cases),
      aboutAll(records, votes, cases),
      records.about(decisions, id),
    ]);
    items.push({
      proposalId: id,
      status: data.status,
      conflicts: declared.map(({ by, kind, at }) => ({ by, kind, at })),
      votes: cast.map(({ by, for: what, reason, criteria, at }) => ({ by, for: what, reason, criteria, at })),
      decisions: decided.map((one) => one.data).sort((a, b) => (a.at < b.at ? -1 : 1)),
    });
  }
  return done({ panelId: panel.id, on, chair, members, items, leftOut: agenda.length - items.length });
}

async function aboutAll<T>(records: Records, kind: Kind<T>, cases: readonly string[]): Promise<T[]> {
  const found = await Promise.all(cases.map((one) => records.about(kind, one)));
  return found.flat().map((one) => one.data);
}
