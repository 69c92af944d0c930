import { paths } from '../paths.ts';

/** Something that stands in the way of a page, in plain words. */
export interface ProblemProps {
  readonly heading: string;
  /** What happened, then what to do. */
  readonly sentences: readonly string[];
  /** Names the request in our log, for whoever asks us about it. */
  readonly reference: string;
  readonly wayOut?: { readonly href: string; readonly text: string };
}

export function ProblemPage({ heading, sentences, reference, wayOut }: ProblemProps) {
  const { href, text } = wayOut ?? { href: paths.start, text: 'Go to your start page' };
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{heading}</h1>
        {sentences.map((sentence) => (
          <p class="govuk-body" key={sentence}>
            {sentence}
          </p>
        ))}
        <p class="govuk-body">
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </p>
        <p class="govuk-body-s app-reference">
          If you ask anybody about this, give them the reference <strong>{reference}</strong>.
        </p>
      </div>
    </div>
  );
}
