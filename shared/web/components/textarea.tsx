import { classes } from './classes.ts';
import { describedBy, ErrorMessage, FormGroup, Hint, Label, type Question } from './field.tsx';

interface TextareaProps extends Question {
  readonly id: string;
  readonly name: string;
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly labelClass?: string | undefined;
  /** How many characters fit; it is told below the box. */
  readonly most: number;
}

/** Several lines of text, with how many characters fit. */
export function Textarea({ id, name, label, labelClass, hint, error, value, rows = 5, most }: TextareaProps) {
  return (
    <FormGroup
      error={error}
      class="govuk-character-count"
      data-module="govuk-character-count"
      data-maxlength={most}
    >
      <Label for={id} text={label} class={labelClass} />
      <Hint id={id} text={hint} />
      <ErrorMessage id={id} text={error} />
      <textarea
        class={classes('govuk-textarea', error && 'govuk-textarea--error', 'govuk-js-character-count')}
        id={id}
        name={name}
        rows={rows}
        aria-describedby={describedBy(id, { hint, error }, `${id}-info`)}
      >
        {value}
      </textarea>
      <div id={`${id}-info`} class="govuk-hint govuk-character-count__message">
        You can enter up to {most} characters
      </div>
    </FormGroup>
  );
}
