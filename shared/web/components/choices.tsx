import { classes } from './classes.ts';
import { describedBy, ErrorMessage, Fieldset, FormGroup, Hint, type Question } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string | undefined;
}

interface ChoicesProps extends Question {
  /** Of the first choice, so that an error leads there; the others add a number. */
  readonly id: string;
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly class?: string | undefined;
  readonly legendClass?: string | undefined;
  readonly isHeading?: boolean | undefined;
}

/** One answer of several. */
export function Radios({ value, ...props }: ChoicesProps & { readonly value?: string | undefined }) {
  return <Choices {...props} kind="radio" chosen={value === undefined ? [] : [value]} />;
}

/** Any number of answers. */
export function Checkboxes({ values, ...props }: ChoicesProps & { readonly values: readonly string[] }) {
  return <Choices {...props} kind="checkbox" chosen={values} />;
}

const names = { radio: 'govuk-radios', checkbox: 'govuk-checkboxes' } as const;

interface Kind {
  readonly kind: keyof typeof names;
  readonly chosen: readonly string[];
}

function Choices({ id, name, label, hint, error, choices, kind, chosen, ...look }: ChoicesProps & Kind) {
  const base = names[kind];
  return (
    <FormGroup error={error}>
      <Fieldset
        legend={label}
        legendClass={look.legendClass}
        isHeading={look.isHeading}
        describedBy={describedBy(id, { hint, error })}
      >
        <Hint id={id} text={hint} />
        <ErrorMessage id={id} text={error} />
        <div class={classes(base, look.class)} data-module={base}>
          {choices.map((choice, at) => (
            <OneChoice
              key={choice.value}
              {...choice}
              {...{ kind, name }}
              id={at === 0 ? id : `${id}-${at + 1}`}
              checked={chosen.includes(choice.value)}
            />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  );
}

interface OneProps extends Choice {
  readonly kind: keyof typeof names;
  readonly id: string;
  readonly name: string;
  readonly checked: boolean;
}

function OneChoice({ id, name, kind, value, text, hint, checked }: OneProps) {
  const base = names[kind];
  return (
    <div class={`${base}__item`}>
      <input
        class={`${base}__input`}
        id={id}
        name={name}
        type={kind}
        value={value}
        checked={checked}
        aria-describedby={hint && `${id}-item-hint`}
      />
      <label class={`govuk-label ${base}__label`} for={id}>
        {text}
      </label>
      <Hint id={`${id}-item`} text={hint} class={`${base}__hint`} />
    </div>
  );
}
