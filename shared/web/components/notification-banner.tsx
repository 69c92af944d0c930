import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';

interface BannerProps {
  /** `success` says that what was just asked for is done. */
  readonly kind?: 'success' | undefined;
  readonly text: string;
  readonly children?: ComponentChildren;
}

/** Something to know that is not about this page's own answers. */
export function NotificationBanner({ kind, text, children }: BannerProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a region and an alert may both be named
    <div
      class={classes('govuk-notification-banner', kind && 'govuk-notification-banner--success')}
      role={kind ? 'alert' : 'region'}
      aria-labelledby="govuk-notification-banner-title"
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="govuk-notification-banner-title">
          {kind ? 'Success' : 'Important'}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{text}</p>
        {children}
      </div>
    </div>
  );
}
