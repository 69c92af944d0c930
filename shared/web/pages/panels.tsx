import { type Day, sayDay, sayDayShort } from '../../domain/day.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { ButtonLink } from '../components/button.tsx';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { WarningText } from '../components/warning-text.tsx';
import { paths, pathTo } from '../paths.ts';
import { proposalStanding, specialShort } from '../placing-words.ts';
import { counted } from '../words.ts';

export interface PanelRow {
  readonly id: string;
  readonly on: Day;
  readonly cases: number;
  readonly isSentOut: boolean;
}

export function PanelsPage({
  rows,
  next,
  callAt,
}: {
  readonly rows: readonly PanelRow[];
  readonly next: string | null;
  /** Where a panel is called; null for somebody who calls none. */
  readonly callAt: string | null;
}) {
  return (
    <>
      <h1 class="govuk-heading-l">Panels</h1>
      {callAt !== null && <ButtonLink text="Call a panel" href={callAt} />}
      {rows.length === 0 ? (
        <p class="govuk-body">
          No panel has been called. A chair or programme lead calls one when proposals wait for it; then it
          stands here.
        </p>
      ) : (
        <Table
          caption="Panels, the next first"
          captionClass="govuk-visually-hidden"
          firstIsName
          stacks
          columns={[{ text: 'Meeting' }, { text: 'Cases', isNumber: true }, { text: 'Papers' }]}
          rows={rows.map(({ id, on, cases, isSentOut }) => [
            <a class="govuk-link" href={pathTo('panel', { panelId: id })} key="on">
              {sayDayShort(on)}
            </a>,
            cases,
            <Tag
              {...(isSentOut
                ? { text: 'Sent out', colour: 'green' }
                : { text: 'Not sent out yet', colour: 'grey' })}
              key="papers"
            />,
          ])}
        />
      )}
      <Pagination next={next} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.reviews}>
          Reviews that wait for a decision
        </a>
      </p>
    </>
  );
}

/** One case of a meeting, as far as the list of its cases tells of it. */
export interface CaseRow {
  readonly proposalId: string;
  readonly who: string;
  readonly home: string;
  readonly moveOn: Day;
  readonly status: Proposal['status'];
  /** What the papers did not say when they went out. */
  readonly isSuperseded: boolean;
  readonly special: Proposal['special'];
}

interface PanelProps {
  readonly panelId: string;
  readonly on: Day;
  readonly chair: string;
  readonly members: readonly string[];
  readonly isSentOut: boolean;
  readonly cases: readonly CaseRow[];
  /** Cases somebody declared to be too near to. */
  readonly leftOut: number;
  /** Whether the reader may declare that they are too near to a case. */
  readonly declares: boolean;
  /** Where the papers are sent out; null where that is done, or not for the reader to do. */
  readonly sendOutAt: string | null;
  /** Whether the reader has just declared a conflict. */
  readonly wasRecused: boolean;
}

export function PanelPage(props: PanelProps) {
  const { panelId, on, isSentOut, cases, leftOut, chair, members, sendOutAt, wasRecused } = props;
  return (
    <>
      {wasRecused && (
        <NotificationBanner
          kind="success"
          text="Your conflict of interest is on record. You take no part in that case, and a vote you cast on it counts for nothing."
        />
      )}
      <h1 class="govuk-heading-l">Panel on {sayDay(on)}</h1>
      <p class="govuk-body">
        Chair: {chair}. On the panel: {members.join(', ')}.
      </p>
      {leftOut > 0 && (
        <WarningText
          text={`You declared a conflict of interest, so ${counted(leftOut, 'case')} ${leftOut === 1 ? 'is' : 'are'} not shown to you.`}
        />
      )}
      {!isSentOut && (
        <p class="govuk-body">
          The papers have not been sent out yet. You can read each case here once they are.
        </p>
      )}
      {sendOutAt !== null && <ButtonLink text="Send out the papers" href={sendOutAt} />}
      {isSentOut && cases.length === 0 && <p class="govuk-body">There are no cases for you to read.</p>}
      {cases.length > 0 && <Cases {...props} />}
      {isSentOut && (
        <p class="govuk-body">
          <a class="govuk-link" href={pathTo('panelMinutes', { panelId })}>
            Read the minutes so far
          </a>
        </p>
      )}
    </>
  );
}

function Cases({ panelId, cases, isSentOut, declares }: PanelProps) {
  const conflicts = isSentOut && declares;
  return (
    <Table
      caption={isSentOut ? 'Cases' : 'Agenda'}
      captionClass="govuk-table__caption--m"
      firstIsName
      stacks
      columns={[
        { text: 'Person' },
        { text: 'Home' },
        { text: 'Move on' },
        { text: 'Where it stands' },
        ...(conflicts ? [{ text: 'Too near to it?' }] : []),
      ]}
      rows={cases.map((one) => {
        const { proposalId, who, home, moveOn } = one;
        const refs = { panelId, proposalId };
        return [
          isSentOut ? (
            <a class="govuk-link" href={pathTo('panelPack', refs)} key="who">
              {who}
            </a>
          ) : (
            who
          ),
          home,
          sayDayShort(moveOn),
          <Standing {...one} key="status" />,
          ...(conflicts ? [<ConflictLink {...one} panelId={panelId} key="conflict" />] : []),
        ];
      })}
    />
  );
}

function Standing({ status, isSuperseded, special }: CaseRow) {
  return (
    <span>
      <Tag {...proposalStanding[status]} />
      {isSuperseded && <span class="govuk-!-display-block">Changed since the papers went out</span>}
      {special.map((one) => (
        <span class="govuk-!-display-block" key={one}>
          {specialShort[one]}
        </span>
      ))}
    </span>
  );
}

function ConflictLink({ panelId, proposalId, who, status }: CaseRow & { readonly panelId: string }) {
  if (status !== 'awaitingPanel') return <span>Decided</span>;
  return (
    <a class="govuk-link" href={pathTo('panelConflict', { panelId, proposalId })}>
      Declare a conflict<span class="govuk-visually-hidden"> with the case of {who}</span>
    </a>
  );
}
