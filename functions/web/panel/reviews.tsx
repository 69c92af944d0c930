import { reachOf } from '../../../shared/access/actions.ts';
import { ProposalId, Reference, ReviewId } from '../../../shared/domain/ids.ts';
import { refusalWords } from '../../../shared/domain/refusal-words.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { askReview } from '../../../shared/usecases/panels/ask-review.ts';
import { decideReview, ReviewRuling } from '../../../shared/usecases/panels/decide-review.ts';
import { listReviews } from '../../../shared/usecases/panels/list-reviews.ts';
import { readReview } from '../../../shared/usecases/panels/read-review.ts';
import { readProposal } from '../../../shared/usecases/proposals/read-proposal.ts';
import type { FieldError } from '../../../shared/web/components/error-summary.tsx';
import { ReviewAskPage, ReviewPage, ReviewsPage } from '../../../shared/web/pages/reviews.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import { decisionWords } from '../../../shared/web/placing-words.ts';
import { wrongLength } from '../../../shared/web/ruling.ts';
import { nextPage, pageAsked } from '../list-page.ts';
import { type Answer, type AskedBy, type Page, reading, refOf, writing } from '../page.ts';
import { nameOf } from './find-case.ts';

const list: Page = {
  path: 'reviews',
  action: 'panels.read',
  at: 'panels',
  async get(asked) {
    const part = pageAsked(asked, 50);
    if (!part.ok) return part;
    const page = await listReviews(asked.deps, reading(asked, {}, { ...part.value, state: 'open' as const }));
    if (!page.ok) return page;
    const rows = await Promise.all(
      page.value.items.map(async ({ review: { id, personId, roomId, askedAt } }) => ({
        ...{ id, roomId, askedAt, who: await nameOf(asked, personId) },
      })),
    );
    return {
      title: 'Reviews',
      crumbs: [{ text: 'Panels', href: paths.panels }, { text: 'Reviews' }],
      show: (
        <ReviewsPage
          rows={rows}
          next={nextPage(paths.reviews, page.value.next)}
          decides={reachOf(asked.who.data.roles, 'reviews.decide') !== null}
          wasDecided={asked.query.has('decided')}
        />
      ),
    };
  },
};

const keyOf = ({ form, deps }: AskedBy): string =>
  Reference.safeParse(form.get('key')).data ?? deps.writing.newId('review');

const one: Page = {
  path: 'review',
  action: 'reviews.decide',
  at: 'panels',
  get: (asked) => reviewForm(asked, []),
  async post(asked) {
    const reviewId = refOf(ReviewId, asked.refs.reviewId);
    if (!reviewId.ok) return reviewId;
    const { form, deps } = asked;
    const outcome = ReviewRuling.shape.outcome.safeParse(form.get('outcome')).data;
    const reason = (form.get('reason') ?? '').trim();
    const short = wrongLength(reason);
    const errors: FieldError[] = [];
    if (outcome === undefined) errors.push({ field: 'outcome', message: 'Say what you decide' });
    if (short !== null) errors.push({ field: 'reason', message: short });
    if (outcome === undefined || errors.length > 0) return reviewForm(asked, errors);
    const ifMatch = Number(form.get('version'));
    const sent = {
      params: { reviewId: reviewId.value },
      body: { outcome, reason },
      key: keyOf(asked),
      ifMatch,
    };
    const decided = await decideReview(deps, writing(asked, 'decide review', sent));
    if (decided.ok)
      return { goTo: `${readsPanels(asked) ? paths.reviews : pathTo('review', sent.params)}?decided=yes` };
    const { sentence, fix } = refusalWords[decided.refusal];
    return reviewForm(asked, [{ field: 'outcome', message: `${sentence} ${fix}` }], 409);
  },
};

const readsPanels = ({ who }: AskedBy): boolean => reachOf(who.data.roles, 'panels.read') !== null;

async function reviewForm(
  asked: AskedBy,
  errors: readonly FieldError[],
  status: 409 | 422 = 422,
): Promise<Answer> {
  const reviewId = refOf(ReviewId, asked.refs.reviewId);
  if (!reviewId.ok) return reviewId;
  const params = { reviewId: reviewId.value };
  const found = await readReview(asked.deps, reading(asked, params, {}));
  if (!found.ok) return found;
  const { review, version, decisions } = found.value;
  return {
    title: 'Review',
    ...(errors.length > 0 && { status }),
    back: readsPanels(asked) ? paths.reviews : paths.start,
    show: (
      <ReviewPage
        {...{ review, version, errors, form: asked.form, token: asked.viewer.formToken }}
        who={await nameOf(asked, review.personId)}
        first={decisions.map(decisionWords)}
        action={pathTo('review', params)}
        sendKey={asked.deps.writing.newId('review')}
      />
    ),
  };
}

const ask: Page = {
  path: 'reviewAsk',
  action: 'reviews.ask',
  get: (asked) => askForm(asked, null),
  async post(asked) {
    const proposalId = refOf(ProposalId, asked.refs.proposalId);
    if (!proposalId.ok) return proposalId;
    const because = (asked.form.get('because') ?? '').trim();
    const short = wrongLength(because);
    if (short !== null) return askForm(asked, short);
    const sent = { params: { proposalId: proposalId.value }, body: { because }, key: keyOf(asked) };
    const made = await askReview(asked.deps, writing(asked, 'ask review', sent));
    if (made.ok) return { goTo: `${pathTo('reviewAsk', sent.params)}?asked=yes` };
    if (made.refusal === 'not-found') return made;
    const { sentence, fix } = refusalWords[made.refusal];
    return askForm(asked, `${sentence} ${fix}`);
  },
};

async function askForm(asked: AskedBy, problem: string | null): Promise<Answer> {
  const proposalId = refOf(ProposalId, asked.refs.proposalId);
  if (!proposalId.ok) return proposalId;
  const params = { proposalId: proposalId.value };
  const shown = await readProposal(asked.deps, reading(asked, params, {}));
  if (!shown.ok) return shown;
  const { personId, homeId } = shown.value.proposal;
  const place = await readHome(asked.deps, reading(asked, { homeId }, {}));
  return {
    title: 'Ask for a review',
    status: problem === null ? 200 : 422,
    show: (
      <ReviewAskPage
        who={await nameOf(asked, personId)}
        home={place.ok ? place.value.home.name : homeId}
        wasAsked={asked.query.has('asked')}
        errors={problem === null ? [] : [{ field: 'because', message: problem }]}
        form={asked.form}
        action={pathTo('reviewAsk', params)}
        token={asked.viewer.formToken}
        sendKey={asked.deps.writing.newId('review')}
      />
    ),
  };
}

/** Where others look again at what a panel declined. */
export const reviewPages: readonly Page[] = [list, one, ask];
