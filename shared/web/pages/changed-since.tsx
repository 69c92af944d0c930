import type { FactChanged } from '../../domain/basis.ts';
import { ChangesTable } from '../components/changes-table.tsx';

/** What somebody reads before they decide again: what was otherwise when they opened the case. */
export function ChangedSince({ changes }: { readonly changes: readonly FactChanged[] }) {
  return (
    <section aria-labelledby="changed">
      <h2 class="govuk-heading-m" id="changed">
        What changed since you opened it
      </h2>
      <p class="govuk-body">What you wrote is kept below. Read what is new, then decide again.</p>
      {changes.length === 0 ? (
        <p class="govuk-body">
          No fact of the papers reads differently. Somebody moved the case on: read where it stands now.
        </p>
      ) : (
        <ChangesTable caption="Before and now" changes={changes} />
      )}
    </section>
  );
}
