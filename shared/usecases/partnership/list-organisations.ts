import type * as z from 'zod';
import { done, type Outcome } from '../../domain/outcome.ts';
import { Organisation } from '../../domain/worker.ts';
import { organisations } from '../../store/kinds/partnerships.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { pageOf } from '../paging.ts';
import { type PageAsked, pageOfKind } from './page-of-kind.ts';

export const OrganisationsPage = pageOf(Organisation);
export type OrganisationsPage = z.infer<typeof OrganisationsPage>;

/** The organisations of the caller's partnership, in the order of their references. */
export async function listOrganisations(
  deps: Deps,
  call: Call<unknown, unknown, PageAsked>,
): Promise<Outcome<OrganisationsPage>> {
  return done(await pageOfKind(recordsOf(deps, call), organisations, call.query, ({ data }) => data));
}
