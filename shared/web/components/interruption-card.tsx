import type { ComponentChildren } from 'preact';

/** Stops somebody for a moment before they go on: the Ministry of Justice's interruption card. */
export function InterruptionCard({
  heading,
  children,
  actions,
}: {
  readonly heading: string;
  readonly children: ComponentChildren;
  /** The buttons. */
  readonly actions: ComponentChildren;
}) {
  return (
    <div class="moj-interruption-card">
      <div class="moj-interruption-card__content">
        <h1 class="moj-interruption-card__heading">{heading}</h1>
        <div class="moj-interruption-card__body">{children}</div>
        <div class="govuk-button-group moj-interruption-card__actions">{actions}</div>
      </div>
    </div>
  );
}
