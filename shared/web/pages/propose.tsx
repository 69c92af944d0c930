import type { ComponentChildren } from 'preact';
import { AskedField } from '../components/asked-field.tsx';
import { Button } from '../components/button.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { ConfirmationPanel } from '../components/panel.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import type { FormField } from '../form-fields.ts';
import { paths } from '../paths.ts';

interface ProposeProps {
  readonly heading: string;
  /** Who and where it is about. */
  readonly rows: readonly SummaryRow[];
  readonly fields: readonly FormField[];
  readonly button: string;
  readonly action: string;
  readonly form: URLSearchParams;
  readonly errors: readonly FieldError[];
  /** Stands for this one sending, however often it arrives. */
  readonly sendKey: string;
  readonly token: string;
  readonly children?: ComponentChildren;
}

/** Where an officer proposes a move, adopted from the plan or chosen by themselves. */
export function ProposePage(props: ProposeProps) {
  const { heading, rows, fields, button, action, form, errors, sendKey, token, children } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1 class="govuk-heading-l">{heading}</h1>
        <SummaryList rows={rows} />
      </div>
      {children !== undefined && <div class="govuk-grid-column-full">{children}</div>}
      <div class="govuk-grid-column-two-thirds">
        <Form action={action} token={token}>
          <input type="hidden" name="key" value={sendKey} />
          {fields.map((field) => (
            <AskedField key={field.name} {...{ field, form, errors }} />
          ))}
          <p class="govuk-body">
            A proposal decides nothing. The person says what they think of it, the provider answers, and a
            panel decides. Whoever proposes has no part in that decision.
          </p>
          <Button text={button} />
        </Form>
      </div>
    </div>
  );
}

/** Facts have changed since the plan in force was made, and no other is yet. */
export function PlanOnItsWay({ back }: { readonly back: string }) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">A new plan is on its way</h1>
        <p class="govuk-body">
          Something has changed since the last plan was made. Wait a few minutes, then look again at who could
          live here. You can propose somebody yourself in the meantime.
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={back}>
            Who could live here
          </a>
        </p>
      </div>
    </div>
  );
}

interface MadeProps {
  readonly reference: string;
  readonly rows: readonly SummaryRow[];
  /** What happens next, a step each. */
  readonly next: readonly string[];
}

export function ProposalMadePage({ reference, rows, next }: MadeProps) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ConfirmationPanel title="Home proposed">
          The reference of the proposal
          <br />
          <strong>{reference}</strong>
        </ConfirmationPanel>
        <SummaryList rows={rows} />
        <h2 class="govuk-heading-m">What happens next</h2>
        <ol class="govuk-list govuk-list--number">
          {next.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
        <p class="govuk-body">
          <a class="govuk-link" href={paths.vacancies}>
            Go to my vacancies
          </a>
        </p>
      </div>
    </div>
  );
}
