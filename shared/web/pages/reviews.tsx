import { type Instant, londonDay, sayDay, sayDayShort } from '../../domain/day.ts';
import type { Review } from '../../domain/panel.ts';
import { Button } from '../components/button.tsx';
import { Radios } from '../components/choices.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { Pagination } from '../components/pagination.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import { Textarea } from '../components/textarea.tsx';
import { pathTo } from '../paths.ts';
import { reasonLength } from '../ruling.ts';

export interface ReviewRow {
  readonly id: string;
  readonly who: string;
  readonly roomId: string;
  readonly askedAt: Instant;
}

/** The reviews that wait for somebody who had no part in the first decision. */
export function ReviewsPage({
  rows,
  next,
  decides,
  wasDecided,
}: {
  readonly rows: readonly ReviewRow[];
  readonly next: string | null;
  /** Whether the reader may decide reviews. */
  readonly decides: boolean;
  readonly wasDecided: boolean;
}) {
  return (
    <>
      {wasDecided && <NotificationBanner kind="success" text="Your decision on the review is on record." />}
      <h1 class="govuk-heading-l">Reviews</h1>
      {rows.length === 0 ? (
        <p class="govuk-body">
          Nobody has asked for a review. Whoever works with a person can ask for one when a panel declines a
          move; then it stands here.
        </p>
      ) : (
        <Table
          caption="Reviews that wait, the oldest first"
          captionClass="govuk-visually-hidden"
          firstIsName
          stacks
          columns={[{ text: 'Person' }, { text: 'Room' }, { text: 'Asked on' }]}
          rows={rows.map(({ id, who, roomId, askedAt }) => [
            decides ? (
              <a class="govuk-link" href={pathTo('review', { reviewId: id })} key="who">
                {who}
              </a>
            ) : (
              who
            ),
            roomId,
            sayDayShort(londonDay(askedAt)),
          ])}
        />
      )}
      <Pagination next={next} />
    </>
  );
}

interface FormProps {
  readonly errors: readonly FieldError[];
  readonly form: URLSearchParams;
  readonly action: string;
  readonly token: string;
  readonly sendKey: string;
}

/** Where a review is decided by somebody else than the first panel. */
export function ReviewPage({
  who,
  review,
  first,
  version,
  errors,
  form,
  action,
  token,
  sendKey,
}: FormProps & {
  readonly who: string;
  readonly review: Review;
  /** What the first panel decided, a sentence each. */
  readonly first: readonly string[];
  readonly version: number;
}) {
  const wrong = (name: string): string | undefined => errors.find(({ field }) => field === name)?.message;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1 class="govuk-heading-l">Review for {who}</h1>
        <SummaryList
          rows={[
            { key: 'Room', value: review.roomId },
            { key: 'First decision', value: first.join(' ') },
            { key: 'Asked by', value: `${review.askedBy}, ${sayDay(londonDay(review.askedAt))}` },
            { key: 'Why they ask', value: review.because },
          ]}
        />
        {review.status === 'asked' ? (
          <Form action={action} token={token}>
            <input type="hidden" name="key" value={sendKey} />
            <input type="hidden" name="version" value={String(version)} />
            <Radios
              {...{ id: 'outcome', name: 'outcome', error: wrong('outcome') }}
              value={form.get('outcome') ?? undefined}
              label="What do you decide?"
              legendClass="govuk-fieldset__legend--m"
              choices={[
                { value: 'upheld', text: 'The first decision stands' },
                { value: 'reopened', text: 'The move may be proposed again' },
              ]}
            />
            <Textarea
              {...{ id: 'reason', name: 'reason', error: wrong('reason') }}
              value={form.get('reason') ?? undefined}
              label="Your reason, in your own words"
              labelClass="govuk-label--m"
              hint="At least 20 characters."
              most={reasonLength.most}
            />
            <Button text="Record my decision" />
          </Form>
        ) : (
          <p class="govuk-body">This review has been decided: “{review.reason}”</p>
        )}
      </div>
    </div>
  );
}

/** Where somebody asks that others look again at a move a panel declined. */
export function ReviewAskPage({
  who,
  home,
  wasAsked,
  errors,
  form,
  action,
  token,
  sendKey,
}: FormProps & { readonly who: string; readonly home: string; readonly wasAsked: boolean }) {
  if (wasAsked)
    return (
      <>
        <h1 class="govuk-heading-l">You asked for a review</h1>
        <p class="govuk-body">
          Somebody who had no part in the first decision looks at it again. The person keeps their place in
          the queue meanwhile.
        </p>
      </>
    );
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1 class="govuk-heading-l">Ask for a review</h1>
        <p class="govuk-body">
          {who}: a home at {home}. Others than the first panel look at it again.
        </p>
        <Form action={action} token={token}>
          <input type="hidden" name="key" value={sendKey} />
          <Textarea
            id="because"
            name="because"
            error={errors.find(({ field }) => field === 'because')?.message}
            value={form.get('because') ?? undefined}
            label="Why should others look at it again?"
            labelClass="govuk-label--m"
            hint="At least 20 characters."
            most={reasonLength.most}
          />
          <Button text="Ask for a review" />
        </Form>
      </div>
    </div>
  );
}
