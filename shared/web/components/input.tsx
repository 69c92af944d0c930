import { classes } from './classes.ts';
import { describedBy, ErrorMessage, FormGroup, Hint, Label, type Question } from './field.tsx';

interface InputProps extends Question {
  readonly id: string;
  readonly name: string;
  readonly value?: string | undefined;
  readonly class?: string | undefined;
  readonly labelClass?: string | undefined;
  readonly isHeading?: boolean | undefined;
  readonly inputmode?: 'numeric' | 'decimal' | undefined;
  readonly autocomplete?: string | undefined;
  /** What stands behind the box, such as `miles`. */
  readonly suffix?: string | undefined;
}

/** One line of text. */
export function Input({ id, label, labelClass, isHeading, hint, error, suffix, ...box }: InputProps) {
  const input = (
    <input
      class={classes('govuk-input', error && 'govuk-input--error', box.class)}
      id={id}
      name={box.name}
      type="text"
      inputmode={box.inputmode}
      autocomplete={box.autocomplete}
      value={box.value}
      aria-describedby={describedBy(id, { hint, error })}
    />
  );
  return (
    <FormGroup error={error}>
      <Label for={id} text={label} class={labelClass} isHeading={isHeading} />
      <Hint id={id} text={hint} />
      <ErrorMessage id={id} text={error} />
      {suffix === undefined ? (
        input
      ) : (
        <div class="govuk-input__wrapper">
          {input}
          <div class="govuk-input__suffix" aria-hidden="true">
            {suffix}
          </div>
        </div>
      )}
    </FormGroup>
  );
}
