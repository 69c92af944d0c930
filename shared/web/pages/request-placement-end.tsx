import { Button } from '../components/button.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { ConfirmationPanel } from '../components/panel.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { type Answers, isAsked, sayAnswer } from '../form-fields.ts';
import { paths, pathTo } from '../paths.ts';
import type { Task } from '../request-placement/task.ts';
import type { Section } from '../request-placement/tasks.ts';

interface CheckProps {
  readonly sections: readonly Section[];
  readonly answersOf: (task: Task) => Answers | undefined;
  /** Stands for this one request, however often it is sent. */
  readonly sendKey: string;
  readonly errors: readonly FieldError[];
  readonly token: string;
}

export function RequestPlacementCheck({ sections, answersOf, sendKey, errors, token }: CheckProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Check your answers</h1>
      <div id="answers">
        {sections.flatMap(({ tasks }) =>
          tasks.map((task) => <Told key={task.id} task={task} answers={answersOf(task)} />),
        )}
      </div>
      <h2 class="govuk-heading-m">Send the request</h2>
      <p class="govuk-body">
        The programme lead reviews it first. They may ask you a question, which you will see on your list of
        patients.
      </p>
      <Form action={paths.requestPlacementCheck} token={token}>
        <input type="hidden" name="key" value={sendKey} />
        <Button text="Send this request" />
      </Form>
    </>
  );
}

function Told({ task, answers }: { readonly task: Task; readonly answers: Answers | undefined }) {
  const href = pathTo('requestPlacementTask', { task: task.id });
  return (
    <section>
      <h2 class="govuk-heading-m">{task.title}</h2>
      {answers === undefined ? (
        <p class="govuk-body">Nothing has changed since it was last recorded.</p>
      ) : (
        <SummaryList rows={rowsOf(task, answers)} />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`${href}?change=yes`}>
          Change<span class="govuk-visually-hidden">: {task.title}</span>
        </a>
      </p>
    </section>
  );
}

/** A row for each question that was answered. */
function rowsOf({ fields }: Task, answers: Answers): SummaryRow[] {
  const rows = fields
    .filter((field) => isAsked(field, answers))
    .flatMap((field): SummaryRow[] => {
      const said = sayAnswer(field, answers);
      if (said === null) return [];
      return [{ key: field.told ?? field.label, value: <span class="app-as-written">{said}</span> }];
    });
  return rows.length === 0 ? [{ key: 'Answer', value: 'None' }] : rows;
}

export function RequestSentPage({
  reference,
  caseAt,
}: {
  readonly reference: string;
  readonly caseAt: string;
}) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ConfirmationPanel title="Request sent">
          The reference of the request
          <br />
          <strong>{reference}</strong>
        </ConfirmationPanel>
        <h2 class="govuk-heading-m">What happens next</h2>
        <ol class="govuk-list govuk-list--number">
          <li>The programme lead reviews the request. They may ask you a question.</li>
          <li>Once it is ready, a housing officer proposes a home, with up to three others that fit.</li>
          <li>You ask the person what they think of it, and write down their words.</li>
          <li>The provider says whether they can support the person.</li>
          <li>A panel decides. Nobody moves before that.</li>
        </ol>
        <p class="govuk-body">
          If something changes, for example they become unwell again, say so on their page.
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={caseAt}>
            Go to the page of this patient
          </a>
        </p>
      </div>
    </div>
  );
}
