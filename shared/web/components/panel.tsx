import type { ComponentChildren } from 'preact';

/** That something was done, at the top of the page that says so. */
export function ConfirmationPanel({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="govuk-panel govuk-panel--confirmation">
      <h1 class="govuk-panel__title">{title}</h1>
      <div class="govuk-panel__body">{children}</div>
    </div>
  );
}
