import { Button } from '../components/button.tsx';
import { Input } from '../components/input.tsx';
import { paths } from '../paths.ts';

interface SearchProps {
  /** What was looked for; empty before anything was. */
  readonly asked: string;
  readonly found: readonly { readonly text: string; readonly kind: string; readonly href: string }[];
}

/** A reference stands in the address of this page, and a name never does. */
export function SearchPage({ asked, found }: SearchProps) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">Search</h1>
        <form method="get" action={paths.search}>
          <Input
            id="reference"
            name="reference"
            label="Reference of a person, home or move"
            hint="As it stands in a message, a letter or on paper. You cannot search by name here."
            value={asked}
            class="govuk-input--width-20"
          />
          <Button text="Search" />
        </form>
        {asked !== '' && (
          <div role="status">
            <Results {...{ asked, found }} />
          </div>
        )}
      </div>
    </div>
  );
}

function Results({ asked, found }: SearchProps) {
  if (found.length === 0)
    return (
      <p class="govuk-body">
        Nothing you may see has the reference {asked}. Check the reference, or ask whoever gave it to you.
      </p>
    );
  return (
    <ul class="govuk-list">
      {found.map(({ text, kind, href }) => (
        <li key={href}>
          {kind}:{' '}
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
