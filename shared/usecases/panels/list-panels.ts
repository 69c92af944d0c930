import * as z from 'zod';
import { done, type Outcome } from '../../domain/outcome.ts';
import { panels } from '../../store/kinds/placing.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { pageOf, pageQuery } from '../paging.ts';
import { PanelShown } from './read-panel.ts';

export const PanelsAsked = z.strictObject(pageQuery);
export type PanelsAsked = z.infer<typeof PanelsAsked>;

export const PanelsPage = pageOf(PanelShown);
export type PanelsPage = z.infer<typeof PanelsPage>;

/** The meetings of the partnership's panel, the earliest first. Its members read all, as each may sit on any. */
export async function listPanels(
  deps: Deps,
  call: Call<unknown, unknown, PanelsAsked>,
): Promise<Outcome<PanelsPage>> {
  const { after, limit } = call.query;
  const page = await recordsOf(deps, call).list(panels, { after, limit });
  return done({ items: page.items.map(({ version, data }) => ({ version, panel: data })), next: page.next });
}
