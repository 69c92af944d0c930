import * as z from 'zod';
import { barredFromDeciding } from '../../access/own-case.ts';
import type { ReviewId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { people } from '../../store/kinds/people.ts';
import { conflicts, proposals, requests, reviews } from '../../store/kinds/placing.ts';
import { absent, change, type Step, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';

export const ReviewRuling = z.strictObject({
  /** `upheld`: the first decision stands. `reopened`: the move may be proposed and suggested again. */
  outcome: z.enum(['upheld', 'reopened']),
  reason: z.string().trim().min(20).max(4000),
});
export type ReviewRuling = z.infer<typeof ReviewRuling>;

/**
 * Decides a review: by somebody who neither voted nor decided the first time, and to whom the case is nobody's own. A
 * decision that falls leaves no mark: the pair is suggested as if it had never been declined.
 */
export function decideReview(
  deps: Deps,
  call: Call<{ reviewId: ReviewId }, ReviewRuling>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'reviewDecided', Receipt, async (records, now) => {
    const review = await records.get(reviews, call.params.reviewId);
    if (!review) return refuse('not-found');
    const { proposalId, personId, roomId, status, firstPanel, askedBy } = review.data;
    const who = call.who.data;
    const [proposal, person] = await Promise.all([
      records.get(proposals, proposalId),
      records.get(people, personId),
    ]);
    const request = proposal && (await records.get(requests, proposal.data.requestId));
    if (!proposal || !person || !request) return refuse('not-found');
    if (firstPanel.includes(who.id) || askedBy === who.id)
      return refuse('decided-before', { reviewId: review.id });
    const barred = barredFromDeciding(who, proposal.data, person.data, request.data);
    if (barred) return refuse(barred);
    const conflict = `${proposalId}.${who.id}`;
    if (await records.get(conflicts, conflict)) return refuse('conflict-declared');
    if (status !== 'asked') return refuse('already-decided', { reviewId: review.id, state: status });
    if (review.version !== call.ifMatch) return refuse('version-changed');
    const { outcome, reason } = call.body;
    const steps: Step[] = [
      change(review, { ...review.data, status: outcome, decidedBy: who.id, decidedAt: now, reason }),
      absent(records.partnership, conflicts, conflict),
      unchanged(call.who),
    ];
    if (outcome === 'reopened') {
      const declined = person.data.declined.filter((one) => one.id !== proposalId);
      steps.push(change(person, { ...person.data, declined }));
    }
    return done({
      steps,
      answer: { id: review.id, version: review.version + 1 },
      told: { proposalId, personId, roomId, outcome },
    });
  });
}
