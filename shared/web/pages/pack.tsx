import type { ComponentChildren } from 'preact';
import type { FactChanged } from '../../domain/basis.ts';
import { type Day, sayDay } from '../../domain/day.ts';
import type { Check, TermScore } from '../../domain/explanation.ts';
import type { PersonView } from '../../domain/person-view.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { Button, ButtonLink } from '../components/button.tsx';
import { ChangesTable } from '../components/changes-table.tsx';
import { Form } from '../components/form.tsx';
import { IdentityBar } from '../components/moj.tsx';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Tag } from '../components/tag.tsx';
import { WarningText } from '../components/warning-text.tsx';
import { type HousemateFlags, housemateLines } from '../housemate-words.ts';
import type { ChainLink } from '../pictures/chain-layout.ts';
import { proposalStanding } from '../placing-words.ts';
import { ChainPart } from './pack-chain.tsx';
import { Checks, Score, Words } from './pack-parts.tsx';
import { type VotesSoFar, votesWords } from './votes-words.ts';

interface Fact {
  readonly key: string;
  readonly value: string;
}

/** One case for a panel, in the order in which it should be read: the person before any score. */
export interface PackProps {
  readonly who: string;
  readonly reference: string;
  readonly status: Proposal['status'];
  readonly moveOn: Day;
  /** When the papers went out and when they are read, in words. */
  readonly frozenAt: string;
  readonly readAt: string;
  readonly need: readonly Fact[];
  readonly home: { readonly name: string; readonly facts: readonly Fact[] };
  readonly housemates: HousemateFlags;
  readonly views: readonly PersonView[];
  readonly provider: string;
  /** Why it needs more of the panel than others. */
  readonly special: readonly string[];
  /** Hard rules that are set aside, and why. */
  readonly overrides: readonly string[];
  readonly insteadBecause: string | null;
  readonly points: number | null;
  readonly terms: readonly TermScore[];
  readonly checks: readonly Check[];
  /** What reads differently from the papers. */
  readonly changed: readonly FactChanged[];
  /** Whether it has to be brought up to date before it can be approved. */
  readonly isStale: boolean;
  /** The moves that hang together, and which of them this is; null for one alone. */
  readonly chain: { readonly links: readonly ChainLink[]; readonly place: number } | null;
  readonly votes: VotesSoFar;
  /** What the panel decided or asked so far, a sentence each. */
  readonly decided: readonly string[];
  /** Whether this reader's own vote was just taken. */
  readonly hasVoted: boolean;
  readonly ways: PackWays;
}

/** Where somebody can go from a case; null where it is not theirs to go. */
export interface PackWays {
  readonly decide: string | null;
  readonly compare: string;
  readonly conflict: string | null;
  /** Where the case is brought up to date, with the token of the form. */
  readonly renew: {
    readonly action: string;
    readonly token: string;
    readonly version: number;
    readonly key: string;
  } | null;
}

export function PackPage(pack: PackProps) {
  const { who, reference, hasVoted, frozenAt, readAt, chain } = pack;
  return (
    <div class="app-paper">
      <div class="app-paper__head">
        Case {reference}. Papers of {frozenAt}, printed {readAt}. Confidential: for the panel.
      </div>
      <div class="app-paper__body">
        {hasVoted && (
          <NotificationBanner
            kind="success"
            text="Your vote is on record. The case is decided when enough members agree."
          />
        )}
        <IdentityBar title={`${who} · ${reference}`} />
        <Top {...pack} />
        <Part heading="What they need">
          <SummaryList rows={pack.need} class="govuk-summary-list--no-border app-facts" />
        </Part>
        <Part heading="In the person’s own words">
          <Words views={pack.views} />
        </Part>
        <Part heading="The home">
          <SummaryList rows={pack.home.facts} class="govuk-summary-list--no-border app-facts" />
          <p class="govuk-body">{pack.provider}</p>
        </Part>
        <Part heading="Who they would live with">
          <ul class="govuk-list govuk-list--bullet">
            {housemateLines(pack.housemates).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Part>
        <Part heading="How well it fits">
          <Score points={pack.points} terms={pack.terms} />
        </Part>
        {chain && (
          <Part heading="The moves that hang together">
            <ChainPart {...chain} />
          </Part>
        )}
        <Part heading="Checks">
          <Checks checks={pack.checks} at={frozenAt} />
        </Part>
        <Ways {...pack.ways} />
      </div>
    </div>
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

/** Where the case stands, and what a panel must know before it reads on. */
function Top(pack: PackProps) {
  const { who, status, moveOn, home, chain, votes, decided } = pack;
  return (
    <>
      <h1 class="govuk-heading-l">
        {who}: a home at {home.name}
      </h1>
      <p class="govuk-body">
        <Tag {...proposalStanding[status]} />
      </p>
      <p class="govuk-body">
        The move {status === 'approved' ? 'is' : 'would be'} on {sayDay(moveOn)}.
        {chain &&
          ` It is move ${chain.place} of ${chain.links.length} that hang together: they are approved as one.`}
        {status === 'awaitingPanel' && ` ${votesWords(votes)}`}
      </p>
      {decided.map((text) => (
        <p class="govuk-body" key={text}>
          {text}
        </p>
      ))}
      <Warnings {...pack} />
    </>
  );
}

function Warnings({ special, overrides, insteadBecause, changed, isStale }: PackProps) {
  return (
    <>
      {special.map((text) => (
        <WarningText text={text} key={text} />
      ))}
      {overrides.map((text) => (
        <p class="govuk-body" key={text}>
          {text}
        </p>
      ))}
      {insteadBecause !== null && (
        <p class="govuk-body">Why it was proposed all the same: “{insteadBecause}”</p>
      )}
      {isStale && (
        <WarningText text="Facts have changed since this was proposed. It cannot be approved until it is brought up to date." />
      )}
      {changed.length > 0 && (
        <ChangesTable caption="What changed since the papers went out" changes={changed} />
      )}
    </>
  );
}

function Ways({ decide, compare, conflict, renew }: PackWays) {
  return (
    <div class="app-ways">
      {renew && (
        <Form action={renew.action} token={renew.token}>
          <input type="hidden" name="version" value={String(renew.version)} />
          <input type="hidden" name="key" value={renew.key} />
          <Button text="Bring it up to date" kind="secondary" />
        </Form>
      )}
      {decide !== null && <ButtonLink text="Say what you decide" href={decide} />}
      <p class="govuk-body">
        <a class="govuk-link" href={compare}>
          Compare with other homes
        </a>
      </p>
      {conflict !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={conflict}>
            Declare a conflict of interest
          </a>
        </p>
      )}
    </div>
  );
}
