import { type Day, sayDay, sayDayShort } from '../../domain/day.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { Pagination } from '../components/pagination.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { WarningText } from '../components/warning-text.tsx';
import { pathTo } from '../paths.ts';
import { proposalStanding } from '../placing-words.ts';
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
}: {
  readonly rows: readonly PanelRow[];
  readonly next: string | null;
}) {
  return (
    <>
      <h1 class="govuk-heading-l">Panels</h1>
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
}

interface PanelProps {
  readonly panelId: string;
  readonly on: Day;
  readonly isSentOut: boolean;
  readonly cases: readonly CaseRow[];
  /** Cases somebody declared to be too near to. */
  readonly leftOut: number;
}

export function PanelPage({ panelId, on, isSentOut, cases, leftOut }: PanelProps) {
  return (
    <>
      <h1 class="govuk-heading-l">Panel on {sayDay(on)}</h1>
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
      {isSentOut && cases.length === 0 && <p class="govuk-body">There are no cases for you to read.</p>}
      {cases.length > 0 && (
        <Table
          caption="Cases"
          captionClass="govuk-table__caption--m"
          firstIsName
          stacks
          columns={[{ text: 'Person' }, { text: 'Home' }, { text: 'Move on' }, { text: 'Where it stands' }]}
          rows={cases.map(({ proposalId, who, home, moveOn, status, isSuperseded }) => [
            <a class="govuk-link" href={pathTo('panelPack', { panelId, proposalId })} key="who">
              {who}
            </a>,
            home,
            sayDayShort(moveOn),
            <span key="status">
              <Tag {...proposalStanding[status]} />
              {isSuperseded && ' Changed since the papers went out'}
            </span>,
          ])}
        />
      )}
    </>
  );
}
