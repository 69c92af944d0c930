import { classes } from './classes.ts';
import { describedBy, ErrorMessage, FormGroup, Hint, Label, type Question } from './field.tsx';

interface SelectProps extends Question {
  readonly id: string;
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value?: string | undefined;
  readonly labelClass?: string | undefined;
  readonly isHeading?: boolean | undefined;
}

/** One answer of many, where a list of radios would be too long. */
export function Select({ id, name, label, labelClass, isHeading, hint, error, options, value }: SelectProps) {
  return (
    <FormGroup error={error}>
      <Label for={id} text={label} class={labelClass} isHeading={isHeading} />
      <Hint id={id} text={hint} />
      <ErrorMessage id={id} text={error} />
      <select
        class={classes('govuk-select', error && 'govuk-select--error')}
        id={id}
        name={name}
        aria-describedby={describedBy(id, { hint, error })}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
