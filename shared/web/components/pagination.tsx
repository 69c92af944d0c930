/** Leads on to the next page of a list; nothing on the last. */
export function Pagination({ next }: { readonly next: string | null }) {
  if (next === null) return null;
  return (
    <nav class="govuk-pagination govuk-pagination--block" aria-label="Pagination">
      <div class="govuk-pagination__next">
        <a class="govuk-link govuk-pagination__link" href={next} rel="next">
          <svg
            class="govuk-pagination__icon govuk-pagination__icon--next"
            xmlns="http://www.w3.org/2000/svg"
            height="13"
            width="15"
            aria-hidden="true"
            focusable="false"
            viewBox="0 0 15 13"
          >
            <path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z" />
          </svg>
          <span class="govuk-pagination__link-title govuk-pagination__link-title--decorated">
            Next<span class="govuk-visually-hidden"> page</span>
          </span>
        </a>
      </div>
    </nav>
  );
}
