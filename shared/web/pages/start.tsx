import { paths } from '../paths.ts';

/** What somebody sees whose work here has no pages yet. */
export function StartPage({ roles }: { readonly roles: readonly string[] }) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">Homeward</h1>
        <p class="govuk-body">You are signed in as: {roles.join(', ').toLowerCase()}.</p>
        <p class="govuk-body">
          There are no pages for this work yet. Until there are, it is done through the API, which your system
          admin can help you with.
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={paths.howMatchingWorks}>
            Read how matching works
          </a>
        </p>
      </div>
    </div>
  );
}
