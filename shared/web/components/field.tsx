import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';

/** What every question has: its label, what helps to answer it, and what is wrong with the answer. */
export interface Question {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** The ids of the hint and the error that describe an input, for `aria-describedby`. */
export function describedBy(
  id: string,
  { hint, error }: Pick<Question, 'hint' | 'error'>,
  before?: string,
): string | undefined {
  return classes(before, hint && `${id}-hint`, error && `${id}-error`) || undefined;
}

export function FormGroup(props: {
  readonly error?: string | undefined;
  readonly class?: string;
  readonly children: ComponentChildren;
  readonly [data: `data-${string}`]: string | number | undefined;
}) {
  const { error, class: more, children, ...data } = props;
  return (
    <div class={classes('govuk-form-group', error && 'govuk-form-group--error', more)} {...data}>
      {children}
    </div>
  );
}

interface LabelProps {
  readonly for: string;
  readonly text: string;
  readonly class?: string | undefined;
  /** Whether it is the page's own heading. */
  readonly isHeading?: boolean | undefined;
}

export function Label({ for: id, text, class: more, isHeading }: LabelProps) {
  const label = (
    <label class={classes('govuk-label', more)} for={id}>
      {text}
    </label>
  );
  return isHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}

export function Hint({ id, text, class: more }: { id: string; text: string | undefined; class?: string }) {
  return text === undefined ? null : (
    <div id={`${id}-hint`} class={classes('govuk-hint', more)}>
      {text}
    </div>
  );
}

export function ErrorMessage({ id, text }: { id: string; text: string | undefined }) {
  return text === undefined ? null : (
    <p id={`${id}-error`} class="govuk-error-message">
      <span class="govuk-visually-hidden">Error:</span> {text}
    </p>
  );
}

export interface FieldsetProps {
  readonly legend: string;
  readonly legendClass?: string | undefined;
  readonly isHeading?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly role?: 'group';
  readonly children: ComponentChildren;
}

export function Fieldset({ legend, legendClass, isHeading, describedBy: by, role, children }: FieldsetProps) {
  return (
    <fieldset class="govuk-fieldset" role={role} aria-describedby={by}>
      <legend class={classes('govuk-fieldset__legend', legendClass)}>
        {isHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
      {children}
    </fieldset>
  );
}
