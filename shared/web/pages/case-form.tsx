import { AskedField } from '../components/asked-field.tsx';
import { Button } from '../components/button.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { IdentityBar } from '../components/moj.tsx';
import type { FormField } from '../form-fields.ts';

export interface CaseFormProps {
  /** Whose case it is. */
  readonly who: string;
  readonly heading: string;
  /** What helps to answer, a paragraph each. */
  readonly intro: readonly string[];
  readonly fields: readonly FormField[];
  readonly button: string;
  readonly action: string;
  readonly form: URLSearchParams;
  readonly errors: readonly FieldError[];
  /** Stands for this one sending, however often it arrives. */
  readonly sendKey: string;
  /** The version of what somebody has read. */
  readonly version: number;
  readonly token: string;
}

/** One thing to say about one person’s case. */
export function CaseFormPage(props: CaseFormProps) {
  const { who, heading, intro, fields, button, action, form, errors, sendKey, version, token } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <IdentityBar title={who} />
        <h1 class="govuk-heading-l">{heading}</h1>
        {intro.map((text) => (
          <p class="govuk-body app-as-written" key={text}>
            {text}
          </p>
        ))}
        <Form action={action} token={token}>
          <input type="hidden" name="key" value={sendKey} />
          <input type="hidden" name="version" value={String(version)} />
          {fields.map((field) => (
            <AskedField key={field.name} {...{ field, form, errors }} />
          ))}
          <Button text={button} />
        </Form>
      </div>
    </div>
  );
}
