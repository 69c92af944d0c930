import type * as z from 'zod';
import { done, type Outcome } from '../../domain/outcome.ts';
import { Worker } from '../../domain/worker.ts';
import { workers } from '../../store/kinds/partnerships.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { pageOf } from '../paging.ts';
import { type PageAsked, pageOfKind } from './page-of-kind.ts';

export const WorkersPage = pageOf(Worker);
export type WorkersPage = z.infer<typeof WorkersPage>;

/** The workers of the caller's partnership, in the order of their references. */
export async function listWorkers(
  deps: Deps,
  call: Call<unknown, unknown, PageAsked>,
): Promise<Outcome<WorkersPage>> {
  return done(await pageOfKind(recordsOf(deps, call), workers, call.query, ({ data }) => data));
}
