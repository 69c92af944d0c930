import { type Day, sayDay } from '../../domain/day.ts';
import type { Check, Evidence, TermScore } from '../../domain/explanation.ts';
import type { PersonView } from '../../domain/person-view.ts';
import { Table } from '../components/table.tsx';
import { ScoreBar } from '../pictures/score-bar.tsx';
import { obtainedWords, shownWords, termWords, unaskedWords, viewWords } from '../placing-words.ts';
import { counted } from '../words.ts';

/** What the person said, each time somebody asked. */
export function Words({ views }: { readonly views: readonly PersonView[] }) {
  if (views.length === 0) return <p class="govuk-body">Nobody has recorded what they think.</p>;
  return (
    <>
      {views.map((view) => (
        <div class="app-words" key={view.id}>
          <p class="govuk-body govuk-!-font-weight-bold">{viewWords[view.answer]}</p>
          {view.answer === 'couldNotBeAsked' ? (
            <p class="govuk-body">{unaskedWords[view.because]}</p>
          ) : (
            <>
              {view.words !== null && <blockquote class="govuk-inset-text">{view.words}</blockquote>}
              <p class="govuk-body-s">
                This was {obtainedWords[view.obtained]}. {shownWords(view)}
              </p>
            </>
          )}
        </div>
      ))}
    </>
  );
}

/** The score and its parts, each with a sentence, a number, a bar and the day of what it rests on. */
export function Score({
  points,
  terms,
}: {
  readonly points: number | null;
  readonly terms: readonly TermScore[];
}) {
  if (points === null) return <p class="govuk-body">No score is on record.</p>;
  const outOf = terms.reduce((sum, term) => sum + term.outOf, 0);
  return (
    <>
      <p class="govuk-body">
        {points} of {outOf} points. They add up from these parts:
      </p>
      <Table
        caption="Parts of the score"
        captionClass="govuk-visually-hidden"
        firstIsName
        stacks
        columns={[{ text: 'Part' }, { text: 'Points' }, { text: 'Why' }, { text: 'Rests on' }]}
        rows={terms.map(({ term, points: got, outOf: most, sentence, evidence }) => [
          termWords[term],
          <span class="app-points" key="points">
            <span>{`${got} of ${most}`}</span>
            <ScoreBar id={`bar-${term}`} label={termWords[term]} points={got} outOf={most} />
          </span>,
          sentence,
          restsOn(evidence),
        ])}
      />
    </>
  );
}

/** The newest day of what something rests on; null where none is known. */
export function newestDay(evidence: readonly Evidence[]): Day | null {
  return (
    evidence
      .flatMap(({ on }) => on ?? [])
      .sort()
      .at(-1) ?? null
  );
}

function restsOn(evidence: readonly Evidence[]): string {
  const newest = newestDay(evidence);
  return newest === null ? 'What is on record, without a day' : `Facts up to ${sayDay(newest)}`;
}

const verdictWords = { pass: 'Passes', fail: 'Does not pass', unknown: 'Not known' } as const;
const verdictOrder = ['fail', 'unknown', 'pass'] as const;

/** Every hard check, those first that do not pass. @param at when they were made, in words */
export function Checks({ checks, at }: { readonly checks: readonly Check[]; readonly at: string }) {
  if (checks.length === 0) return <p class="govuk-body">No checks are on record.</p>;
  const passed = checks.filter(({ verdict }) => verdict === 'pass').length;
  const inOrder = verdictOrder.flatMap((kind) => checks.filter(({ verdict }) => verdict === kind));
  return (
    <>
      <p class="govuk-body">
        {passed === checks.length
          ? `All ${counted(passed, 'check')} passed, as the papers went out on ${at}.`
          : `${passed} of ${counted(checks.length, 'check')} passed, as the papers went out on ${at}.`}
      </p>
      <ul class="govuk-list app-checks">
        {inOrder.map(({ rule, verdict, sentence, evidence }) => (
          <li key={rule}>
            <strong>{verdictWords[verdict]}:</strong> {sentence}
            {knownOn(evidence)}
          </li>
        ))}
      </ul>
    </>
  );
}

function knownOn(evidence: readonly Evidence[]): string {
  const newest = newestDay(evidence);
  return newest === null ? '' : ` (known ${sayDay(newest)})`;
}
