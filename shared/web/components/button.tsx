import { classes } from './classes.ts';

interface Look {
  readonly text: string;
  readonly kind?: 'secondary' | 'warning' | undefined;
  readonly class?: string | undefined;
}

const classOf = ({ kind, class: more }: Omit<Look, 'text'>): string =>
  classes('govuk-button', kind && `govuk-button--${kind}`, more);

/** Sends the form it stands in. */
export function Button({
  text,
  name,
  value,
  ...look
}: Look & { readonly name?: string | undefined; readonly value?: string | undefined }) {
  return (
    <button type="submit" name={name} value={value} class={classOf(look)} data-module="govuk-button">
      {text}
    </button>
  );
}

/** A link that looks like a button, for where a task begins. */
export function ButtonLink({ text, href, ...look }: Look & { readonly href: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a link to another page that looks like a button is one in the design system
    <a href={href} role="button" draggable={false} class={classOf(look)} data-module="govuk-button">
      {text}
    </a>
  );
}
