/** Leads to the page before, in a task of several pages. */
export function BackLink({ href }: { readonly href: string }) {
  return (
    <a href={href} class="govuk-back-link">
      Back
    </a>
  );
}

/** Lets a keyboard pass by what every page begins with. */
export function SkipLink({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <a href={href} class="govuk-skip-link" data-module="govuk-skip-link">
      {text}
    </a>
  );
}

export interface Crumb {
  readonly text: string;
  /** None for the page itself. */
  readonly href?: string | undefined;
}

/** Where a page stands below others. */
export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  return (
    <nav class="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol class="govuk-breadcrumbs__list">
        {crumbs.map(({ text, href }) =>
          href === undefined ? (
            <li class="govuk-breadcrumbs__list-item" aria-current="page" key={text}>
              {text}
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" key={text}>
              <a class="govuk-breadcrumbs__link" href={href}>
                {text}
              </a>
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
