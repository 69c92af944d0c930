import { classes } from './classes.ts';

export interface Destination {
  readonly text: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** The name of the service and the ways through it, below the bar of every page. */
export function ServiceNavigation({
  name,
  href,
  destinations,
}: {
  readonly name: string;
  readonly href: string;
  readonly destinations: readonly Destination[];
}) {
  return (
    <section
      aria-label="Service information"
      class="govuk-service-navigation"
      data-module="govuk-service-navigation"
    >
      <div class="govuk-width-container">
        <div class="govuk-service-navigation__container">
          <span class="govuk-service-navigation__service-name">
            <a href={href} class="govuk-service-navigation__link">
              {name}
            </a>
          </span>
          {destinations.length > 0 && <Destinations destinations={destinations} />}
        </div>
      </div>
    </section>
  );
}

function Destinations({ destinations }: { readonly destinations: readonly Destination[] }) {
  return (
    <nav aria-label="Menu" class="govuk-service-navigation__wrapper">
      <ul class="govuk-service-navigation__list" id="navigation">
        {destinations.map(({ text, href, isCurrent }) => (
          <li
            key={href}
            class={classes(
              'govuk-service-navigation__item',
              isCurrent && 'govuk-service-navigation__item--active',
            )}
          >
            <a
              class="govuk-service-navigation__link"
              href={href}
              aria-current={isCurrent ? 'true' : undefined}
            >
              {isCurrent ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
