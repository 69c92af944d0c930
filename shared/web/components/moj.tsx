export interface SubPage {
  readonly text: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** Views of one thing beside each other, one at a time: the Ministry of Justice's sub navigation. */
export function SubNavigation({
  label,
  pages,
}: {
  readonly label: string;
  readonly pages: readonly SubPage[];
}) {
  return (
    <nav class="moj-sub-navigation" aria-label={label}>
      <ul class="moj-sub-navigation__list">
        {pages.map(({ text, href, isCurrent }) => (
          <li class="moj-sub-navigation__item" key={href}>
            <a class="moj-sub-navigation__link" aria-current={isCurrent ? 'page' : undefined} href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Whose case a page is about: the Ministry of Justice's identity bar. */
export function IdentityBar({ title }: { readonly title: string }) {
  return (
    <div class="moj-identity-bar">
      <div class="moj-identity-bar__container">
        <div class="moj-identity-bar__details">
          <span class="moj-identity-bar__title">{title}</span>
        </div>
      </div>
    </div>
  );
}
