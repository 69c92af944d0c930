/** What is wrong with one answer, and the id of where to put it right. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/**
 * Everything that is wrong with a page's answers, at its top. It takes the focus as the page opens, which needs no
 * script; nothing at all where nothing is wrong.
 */
export function ErrorSummary({
  errors,
  takesFocus = true,
}: {
  readonly errors: readonly FieldError[];
  readonly takesFocus?: boolean;
}) {
  if (errors.length === 0) return null;
  return (
    <div
      class="govuk-error-summary"
      data-module="govuk-error-summary"
      {...(takesFocus && { tabIndex: -1, autofocus: true })}
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">There is a problem</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map(({ field, message }) => (
              <li key={field}>
                <a href={`#${field}`}>{message}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
