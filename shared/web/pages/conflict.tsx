import { Conflict } from '../../domain/panel.ts';
import { Button } from '../components/button.tsx';
import { Radios } from '../components/choices.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { conflictWords } from '../placing-words.ts';

/** Where a member says that they are too near to a case. */
export function ConflictPage({
  who,
  links,
  errors,
  form,
  action,
  token,
  sendKey,
}: {
  readonly who: string;
  /** Moves that are decided as one with it. */
  readonly links: number;
  readonly errors: readonly FieldError[];
  readonly form: URLSearchParams;
  readonly action: string;
  readonly token: string;
  readonly sendKey: string;
}) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1 class="govuk-heading-l">Declare a conflict of interest</h1>
        <p class="govuk-body">
          The case of {who}.{links > 1 && ` It hangs together with ${links - 1} more, so it holds for all.`}
        </p>
        <p class="govuk-body">
          You will not read its papers any more, and you take no part in deciding it. It stands for good, and
          in the minutes.
        </p>
        <Form action={action} token={token}>
          <input type="hidden" name="key" value={sendKey} />
          <Radios
            id="kind"
            name="kind"
            label="Why are you too near to it?"
            legendClass="govuk-fieldset__legend--m"
            error={errors.find(({ field }) => field === 'kind')?.message}
            value={form.get('kind') ?? undefined}
            choices={Conflict.shape.kind.options.map((one) => ({ value: one, text: conflictWords[one] }))}
          />
          <Button text="Declare it and step back" kind="warning" />
        </Form>
      </div>
    </div>
  );
}
