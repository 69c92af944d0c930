import * as z from 'zod';
import { done, type Outcome } from '../../domain/outcome.ts';
import { Review } from '../../domain/panel.ts';
import { reviews } from '../../store/kinds/placing.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { pageOf } from '../paging.ts';

export const ReviewPage = pageOf(z.strictObject({ version: z.int(), review: Review }));

/** Reviews that wait for a decision, or those that have one, oldest first. */
export async function listReviews(
  deps: Deps,
  call: Call<unknown, unknown, { after?: string | undefined; limit: number; state: 'open' | 'closed' }>,
): Promise<Outcome<z.infer<typeof ReviewPage>>> {
  const { after, limit, state } = call.query;
  const page = await recordsOf(deps, call).list(reviews, { within: state, after, limit });
  return done({
    items: page.items.map(({ version, data }) => ({ version, review: data })),
    next: page.next,
  });
}
