import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { type ProposalId, ReviewId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Review } from '../../domain/panel.ts';
import { homes } from '../../store/kinds/homes.ts';
import { people } from '../../store/kinds/people.ts';
import { decisions, proposals, requests, reviews, votes } from '../../store/kinds/placing.ts';
import { create, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';

export const ReviewAsked = z.strictObject({ because: z.string().trim().min(20).max(4000) });
export type ReviewAsked = z.infer<typeof ReviewAsked>;

/** Asks that others look again at a move a panel declined: for the person, by whoever works with them or asked for them. */
export function askReview(
  deps: Deps,
  call: Call<{ proposalId: ProposalId }, ReviewAsked>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'reviewAsked', Receipt, async (records, now) => {
    const proposal = await records.get(proposals, call.params.proposalId);
    if (!proposal) return refuse('not-found');
    const { id: proposalId, personId, homeId, roomId, requestId, chainId, status } = proposal.data;
    const [person, request, home] = await Promise.all([
      records.get(people, personId),
      records.get(requests, requestId),
      records.get(homes, homeId),
    ]);
    if (!person || !request || !home) return refuse('not-found');
    const about = { person: person.data, requests: [request.data], home: home.data };
    const barred = barredFrom(call.who.data, 'reviews.ask', about);
    if (barred) return refuse(barred);
    const decided = (await records.about(decisions, proposalId)).map(({ data }) => data);
    const byPanel = decided.some(({ outcome }) => outcome === 'decline' || outcome === 'preferAlternative');
    if (status !== 'declined' || !byPanel)
      return refuse('transition-not-allowed', { proposalId, state: status });
    const open = (await records.about(reviews, proposalId)).filter(({ data }) => data.status === 'asked');
    if (open.length > 0) return refuse('already-exists', { reviewId: open[0]?.id ?? '' });
    const cast = await Promise.all(
      [proposalId, ...(chainId ? [chainId] : [])].map((one) => records.about(votes, one)),
    );
    const first = new Set([...decided.map(({ by }) => by), ...cast.flat().map(({ data }) => data.by)]);
    const id = ReviewId.parse(deps.writing.newId('review'));
    const review: Review = {
      ...{ id, proposalId, personId, homeId, roomId, status: 'asked' },
      ...{ askedBy: call.who.data.id, askedAt: now, because: call.body.because, firstPanel: [...first] },
      ...{ decidedBy: null, decidedAt: null, reason: null },
    };
    return done({
      steps: [create(records.partnership, reviews, review), unchanged(proposal)],
      answer: { id, version: 1 },
      told: { proposalId, personId, roomId },
    });
  });
}
