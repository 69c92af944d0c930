import { classes } from './classes.ts';
import { describedBy, ErrorMessage, Fieldset, FormGroup, Hint, type Question } from './field.tsx';

const parts = ['day', 'month', 'year'] as const;
export type DatePart = (typeof parts)[number];

interface DateInputProps extends Question {
  readonly id: string;
  /** Stands before `day`, `month` and `year` in the names of the boxes. */
  readonly namePrefix?: string | undefined;
  readonly values: Readonly<Partial<Record<DatePart, string>>>;
  /** Which boxes the error is about; all where it is about the whole. */
  readonly wrong?: readonly DatePart[] | undefined;
  readonly legendClass?: string | undefined;
  readonly isHeading?: boolean | undefined;
}

/** A day in three boxes. */
export function DateInput({ id, label, hint, error, values, namePrefix, wrong, ...look }: DateInputProps) {
  const marked = wrong ?? (error === undefined ? [] : parts);
  return (
    <FormGroup error={error}>
      <Fieldset
        role="group"
        legend={label}
        legendClass={look.legendClass}
        isHeading={look.isHeading}
        describedBy={describedBy(id, { hint, error })}
      >
        <Hint id={id} text={hint} />
        <ErrorMessage id={id} text={error} />
        <div class="govuk-date-input" id={id}>
          {parts.map((part) => (
            <div class="govuk-date-input__item" key={part}>
              <FormGroup>
                <label class="govuk-label govuk-date-input__label" for={`${id}-${part}`}>
                  {part.charAt(0).toUpperCase() + part.slice(1)}
                </label>
                <input
                  class={classes(
                    'govuk-input govuk-date-input__input',
                    marked.includes(part) && 'govuk-input--error',
                    `govuk-input--width-${part === 'year' ? 4 : 2}`,
                  )}
                  id={`${id}-${part}`}
                  name={namePrefix === undefined ? part : `${namePrefix}-${part}`}
                  type="text"
                  inputmode="numeric"
                  value={values[part]}
                />
              </FormGroup>
            </div>
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  );
}
