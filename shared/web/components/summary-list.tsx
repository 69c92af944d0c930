import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';

export interface RowAction {
  readonly href: string;
  readonly text: string;
  /** What it acts on, for those who hear links out of their place. */
  readonly about: string;
}

export interface SummaryRow {
  readonly key: string;
  readonly value: ComponentChildren;
  readonly actions?: readonly RowAction[] | undefined;
}

interface SummaryListProps {
  readonly rows: readonly SummaryRow[];
  readonly class?: string | undefined;
}

/** Facts under their names, each with what can be done about it. */
export function SummaryList({ rows, class: more }: SummaryListProps) {
  const some = rows.some(({ actions = [] }) => actions.length > 0);
  return (
    <dl class={classes('govuk-summary-list', more)}>
      {rows.map(({ key, value, actions = [] }) => (
        <div
          key={key}
          class={classes(
            'govuk-summary-list__row',
            some && actions.length === 0 && 'govuk-summary-list__row--no-actions',
          )}
        >
          <dt class="govuk-summary-list__key">{key}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
          {actions.length > 0 && (
            <dd class="govuk-summary-list__actions">
              <Actions actions={actions} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function Actions({ actions }: { readonly actions: readonly RowAction[] }) {
  const links = actions.map(({ href, text, about }) => (
    <a class="govuk-link" href={href} key={text}>
      {text}
      <span class="govuk-visually-hidden"> {about}</span>
    </a>
  ));
  if (links.length === 1) return <>{links}</>;
  return (
    <ul class="govuk-summary-list__actions-list">
      {links.map((link) => (
        <li class="govuk-summary-list__actions-list-item" key={link.key}>
          {link}
        </li>
      ))}
    </ul>
  );
}

/** The same in a frame of its own with a title, where a page has several. */
export function SummaryCard({ title, ...list }: SummaryListProps & { readonly title: string }) {
  return (
    <div class="govuk-summary-card">
      <div class="govuk-summary-card__title-wrapper">
        <h2 class="govuk-summary-card__title">{title}</h2>
      </div>
      <div class="govuk-summary-card__content">
        <SummaryList {...list} />
      </div>
    </div>
  );
}
