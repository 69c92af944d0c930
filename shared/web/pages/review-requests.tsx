import { type Day, sayDayShort } from '../../domain/day.ts';
import type { PlacementRequest } from '../../domain/placement-request.ts';
import { Button } from '../components/button.tsx';
import { Radios } from '../components/choices.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { IdentityBar } from '../components/moj.tsx';
import { Pagination } from '../components/pagination.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { Textarea } from '../components/textarea.tsx';
import { pathTo } from '../paths.ts';
import { requestStanding } from '../request-words.ts';
import { mostLetters } from '../review-said.ts';
import { counted } from '../words.ts';

/** A request that waits for a lead. */
export interface RequestRow {
  readonly requestId: string;
  readonly personId: string;
  readonly programme: string;
  readonly queuedOn: Day;
  readonly status: PlacementRequest['status'];
}

interface RequestsProps {
  readonly rows: readonly RequestRow[];
  readonly next: string | null;
}

export function RequestsToReviewPage({ rows, next }: RequestsProps) {
  return (
    <>
      <h1 class="govuk-heading-l">Requests to review</h1>
      {rows.length === 0 ? (
        <p class="govuk-body">
          No request waits for you{next === null ? '' : ' on this page'}. When somebody asks for a place, it
          comes here first, and is planned for once you find it ready.
        </p>
      ) : (
        <>
          <p class="govuk-body">
            {counted(rows.length, 'request')}
            {next === null ? '' : ' on this page'} {rows.length === 1 ? 'waits' : 'wait'} for your review. No
            room is looked for before that.
          </p>
          <Table
            caption="Requests, the longest in the queue first"
            captionClass="govuk-visually-hidden"
            firstIsName
            stacks
            columns={[
              { text: 'Person' },
              { text: 'Programme' },
              { text: 'In the queue since' },
              { text: 'Where it stands' },
            ]}
            rows={rows.map(({ requestId, personId, programme, queuedOn, status }) => [
              <a class="govuk-link" href={pathTo('reviewRequest', { requestId })} key="who">
                {personId}
              </a>,
              programme,
              sayDayShort(queuedOn),
              <Tag {...requestStanding[status]} key="status" />,
            ])}
          />
        </>
      )}
      <Pagination next={next} />
    </>
  );
}

interface ReviewProps {
  readonly reference: string;
  readonly facts: readonly SummaryRow[];
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  /** None where it does not wait for a review any more. */
  readonly form: ReviewForm | null;
}

interface ReviewForm {
  readonly said: URLSearchParams;
  readonly errors: readonly FieldError[];
  readonly action: string;
  readonly token: string;
  /** Stands for this review, however often it is sent. */
  readonly sendKey: string;
}

export function ReviewRequestPage({ reference, facts, answers, form }: ReviewProps) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        {form && <ErrorSummary errors={form.errors} />}
        <IdentityBar title={reference} />
        <h1 class="govuk-heading-l">Review a request</h1>
        <SummaryList rows={facts} />
        {answers.length > 0 && (
          <section>
            <h2 class="govuk-heading-m">What was asked</h2>
            <SummaryList rows={answers.map(({ question, answer }) => ({ key: question, value: answer }))} />
          </section>
        )}
        {form && <Found {...form} />}
      </div>
    </div>
  );
}

function Found({ said, errors, action, token, sendKey }: ReviewForm) {
  const wrong = (name: string): string | undefined => errors.find(({ field }) => field === name)?.message;
  const text = (name: string) => ({ id: name, name, error: wrong(name), value: said.get(name) ?? undefined });
  return (
    <Form action={action} token={token}>
      <input type="hidden" name="key" value={sendKey} />
      <Radios
        {...text('outcome')}
        label="What do you find?"
        legendClass="govuk-fieldset__legend--m"
        choices={[
          { value: 'ready', text: 'It is ready', hint: 'A room is looked for from now on.' },
          { value: 'ask', text: 'Something is missing', hint: 'Whoever asked for the place is told.' },
          { value: 'reject', text: 'It is turned down' },
        ]}
      />
      <Textarea
        {...text('question')}
        label="If something is missing: your question"
        labelClass="govuk-label--s"
        rows={3}
        most={mostLetters}
      />
      <Textarea
        {...text('reason')}
        label="If it is turned down: why"
        labelClass="govuk-label--s"
        rows={3}
        most={mostLetters}
      />
      <Button text="Record the review" />
    </Form>
  );
}
