import { dateBoxes } from '../date-answer.ts';
import type { FormField } from '../form-fields.ts';
import { Checkboxes, Radios } from './choices.tsx';
import { DateInput, type DatePart } from './date-input.tsx';
import type { FieldError } from './error-summary.tsx';
import { Input } from './input.tsx';
import { Select } from './select.tsx';
import { Textarea } from './textarea.tsx';

interface AskedFieldProps {
  readonly field: FormField;
  /** The answers as they stand in the form. */
  readonly form: URLSearchParams;
  readonly errors: readonly FieldError[];
}

/** A question of a form that is data, with what was answered and what is wrong with it. */
export function AskedField({ field, form, errors }: AskedFieldProps) {
  return (
    <>
      {field.heading !== undefined && <h2 class="govuk-heading-m">{field.heading}</h2>}
      <Question {...{ field, form, errors }} />
    </>
  );
}

const legend = { legendClass: 'govuk-fieldset__legend--s' } as const;
const label = { labelClass: 'govuk-label--s' } as const;

function Question({ field, form, errors }: AskedFieldProps) {
  const { name, hint } = field;
  const error = errors.find((one) => one.field === name)?.message;
  const asked = { id: name, name, label: field.label, hint, error };
  const value = form.get(name) ?? undefined;
  switch (field.kind) {
    case 'text': {
      const { inputmode, suffix, width } = field;
      const look = width === undefined ? undefined : `govuk-input--width-${width}`;
      return <Input {...asked} {...label} {...{ value, inputmode, suffix }} class={look} />;
    }
    case 'words':
      return <Textarea {...asked} {...label} value={value} rows={field.rows} most={field.most} />;
    case 'day':
      return <DayAsked {...{ field, form, errors }} />;
    case 'select': {
      const options = [{ value: '', text: 'Choose one' }, ...field.choices];
      return <Select {...asked} {...label} value={value} options={options} />;
    }
    case 'radios':
      return <Radios {...asked} {...legend} value={value} choices={field.choices} />;
    case 'checkboxes':
      return <Checkboxes {...asked} {...legend} values={form.getAll(name)} choices={field.choices} />;
  }
}

function DayAsked({ field: { name, label: asked, hint }, form, errors }: AskedFieldProps) {
  const values = dateBoxes(form, name);
  const error = errors.find(({ field }) => field.startsWith(`${name}-`));
  const parts: readonly DatePart[] = ['day', 'month', 'year'];
  const missing = parts.filter((part) => values[part] === '');
  const one = missing.length > 0 && missing.length < 3;
  const wrong = one ? missing.slice(0, 1) : parts;
  return (
    <DateInput
      {...{ id: name, namePrefix: name, label: asked, values, ...legend }}
      hint={hint ?? 'For example, 27 3 2026'}
      error={error?.message}
      wrong={error && wrong}
    />
  );
}
