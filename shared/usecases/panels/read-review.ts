import * as z from 'zod';
import type { ReviewId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { Review } from '../../domain/panel.ts';
import { Decision } from '../../domain/proposal.ts';
import { decisions, reviews } from '../../store/kinds/placing.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';

/** A review with what the first panel decided. */
export const ReviewShown = z.strictObject({
  version: z.int().min(1),
  review: Review,
  decisions: z.array(Decision),
});
export type ReviewShown = z.infer<typeof ReviewShown>;

/** A review as whoever may decide it reads it. */
export async function readReview(
  deps: Deps,
  call: Call<{ reviewId: ReviewId }>,
): Promise<Outcome<ReviewShown>> {
  const records = recordsOf(deps, call);
  const found = await records.get(reviews, call.params.reviewId);
  if (!found) return refuse('not-found');
  const decided = await records.about(decisions, found.data.proposalId);
  return done({
    version: found.version,
    review: found.data,
    decisions: decided.map(({ data }) => data).sort((a, b) => (a.at < b.at ? -1 : 1)),
  });
}
