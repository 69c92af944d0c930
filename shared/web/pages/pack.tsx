import type { ComponentChildren } from 'preact';
import { type Day, sayDay } from '../../domain/day.ts';
import type { Check, Evidence, TermScore } from '../../domain/explanation.ts';
import type { PersonView } from '../../domain/person-view.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { ButtonLink } from '../components/button.tsx';
import { Details } from '../components/details.tsx';
import { IdentityBar } from '../components/moj.tsx';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { WarningText } from '../components/warning-text.tsx';
import {
  obtainedWords,
  proposalStanding,
  shownWords,
  termWords,
  unaskedWords,
  viewWords,
} from '../placing-words.ts';
import { counted } from '../words.ts';

/** One case for a panel, in the order in which it should be read: the person before any score. */
export interface PackProps {
  readonly who: string;
  readonly reference: string;
  readonly status: Proposal['status'];
  readonly moveOn: Day;
  readonly home: { readonly name: string; readonly facts: readonly { key: string; value: string }[] };
  readonly views: readonly PersonView[];
  readonly provider: string;
  /** Why it needs more of the panel than others. */
  readonly special: readonly string[];
  readonly insteadBecause: string | null;
  readonly points: number | null;
  readonly terms: readonly TermScore[];
  readonly checks: readonly Check[];
  /** What reads differently since it was proposed, a sentence each. */
  readonly changes: readonly string[];
  /** How many moves hang together, and which of them this is; null for one alone. */
  readonly chain: { readonly links: number; readonly place: number } | null;
  /** Whether this reader's own vote was just taken. */
  readonly hasVoted: boolean;
  readonly decideAt: string | null;
}

export function PackPage(pack: PackProps) {
  const { who, reference, status, moveOn, home, chain, hasVoted, decideAt } = pack;
  return (
    <>
      {hasVoted && (
        <NotificationBanner
          kind="success"
          text="Your vote is on record. The case is decided when enough members agree."
        />
      )}
      <IdentityBar title={`${who} · ${reference}`} />
      <h1 class="govuk-heading-l">
        {who}: a home at {home.name}
      </h1>
      <p class="govuk-body">
        <Tag {...proposalStanding[status]} />
      </p>
      <p class="govuk-body">
        The move {status === 'approved' ? 'is' : 'would be'} on {sayDay(moveOn)}.
        {chain &&
          ` It is move ${chain.place} of ${chain.links} that hang together: they are approved as one.`}
      </p>
      <Warnings {...pack} />
      <Part heading="In the person’s own words">
        <Words views={pack.views} />
      </Part>
      <Part heading="The home">
        <SummaryList rows={home.facts} class="govuk-summary-list--no-border" />
        <p class="govuk-body">{pack.provider}</p>
      </Part>
      <Part heading="How well it fits">
        <Score points={pack.points} terms={pack.terms} />
      </Part>
      <Part heading="Checks">
        <Checks checks={pack.checks} />
      </Part>
      {decideAt !== null && <ButtonLink text="Say what you decide" href={decideAt} />}
    </>
  );
}

function Part({ heading, children }: { readonly heading: string; readonly children: ComponentChildren }) {
  return (
    <section>
      <h2 class="govuk-heading-m">{heading}</h2>
      {children}
    </section>
  );
}

/** What a panel must know before it reads on. */
function Warnings({ special, insteadBecause, changes }: PackProps) {
  return (
    <>
      {special.map((text) => (
        <WarningText text={text} key={text} />
      ))}
      {insteadBecause !== null && (
        <p class="govuk-body">Why it was proposed all the same: “{insteadBecause}”</p>
      )}
      {changes.length > 0 && (
        <>
          <WarningText text="Facts have changed since this was proposed. It cannot be approved until it is renewed." />
          <ul class="govuk-list govuk-list--bullet">
            {changes.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Words({ views }: { readonly views: readonly PersonView[] }) {
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

function Score({ points, terms }: { readonly points: number | null; readonly terms: readonly TermScore[] }) {
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
          `${got} of ${most}`,
          sentence,
          restsOn(evidence),
        ])}
      />
    </>
  );
}

/** The newest day of what a score rests on. */
function restsOn(evidence: readonly Evidence[]): string {
  const days = evidence.flatMap(({ on }) => on ?? []).sort();
  const newest = days.at(-1);
  return newest === undefined ? 'What is on record, without a day' : `Facts up to ${sayDay(newest)}`;
}

function Checks({ checks }: { readonly checks: readonly Check[] }) {
  const open = checks.filter(({ verdict }) => verdict !== 'pass');
  const passed = checks.filter(({ verdict }) => verdict === 'pass');
  return (
    <>
      {open.length === 0 ? (
        <p class="govuk-body">All {counted(passed.length, 'check')} passed when this was proposed.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {open.map(({ rule, verdict, sentence }) => (
            <li key={rule}>
              <strong>{verdict === 'fail' ? 'Does not pass' : 'Not known'}:</strong> {sentence}
            </li>
          ))}
        </ul>
      )}
      {passed.length > 0 && (
        <Details summary={`The ${counted(passed.length, 'check')} that passed`}>
          <ul class="govuk-list govuk-list--bullet">
            {passed.map(({ rule, sentence }) => (
              <li key={rule}>{sentence}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
