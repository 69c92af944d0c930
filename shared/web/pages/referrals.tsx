import { type Day, sayDayShort } from '../../domain/day.ts';
import { Pagination } from '../components/pagination.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { pathTo } from '../paths.ts';
import { counted } from '../words.ts';

/** A move proposed into a home, as its provider sees it: nobody is named. */
export interface ReferralRow {
  readonly proposalId: string;
  readonly reference: string;
  readonly home: string;
  readonly moveOn: Day;
  readonly answerBy: Day;
  /** Working days left to answer, today counted; 0 on the last day, below it when it has passed. */
  readonly daysLeft: number;
  /** Whether the provider asked something first: its time stands still. */
  readonly isAsking: boolean;
}

interface ReferralsProps {
  readonly rows: readonly ReferralRow[];
  readonly next: string | null;
}

export function ReferralsPage({ rows, next }: ReferralsProps) {
  return (
    <>
      <h1 class="govuk-heading-l">Referrals to answer</h1>
      {rows.length === 0 ? (
        <p class="govuk-body">
          No referral waits for you{next === null ? '' : ' on this page'}. When somebody is proposed for a
          room in one of your homes, it comes here.
        </p>
      ) : (
        <>
          <p class="govuk-body">
            {counted(rows.length, 'referral')} {rows.length === 1 ? 'waits' : 'wait'} for your answer. If you
            do not answer in time, the room is offered elsewhere and the programme lead is told.
          </p>
          <Table
            caption="Referrals, the first to run out first"
            captionClass="govuk-visually-hidden"
            firstIsName
            stacks
            columns={[
              { text: 'Person' },
              { text: 'Home' },
              { text: 'Would move on' },
              { text: 'Answer by' },
              { text: 'Time left' },
            ]}
            rows={rows.map((row) => [
              <a class="govuk-link" href={pathTo('referral', { proposalId: row.proposalId })} key="who">
                {row.reference}
              </a>,
              row.home,
              sayDayShort(row.moveOn),
              sayDayShort(row.answerBy),
              <TimeLeft {...row} key="left" />,
            ])}
          />
        </>
      )}
      <Pagination next={next} />
    </>
  );
}

function TimeLeft({ daysLeft, isAsking }: Pick<ReferralRow, 'daysLeft' | 'isAsking'>) {
  if (isAsking) return <Tag text="Waiting for your question" colour="grey" />;
  if (daysLeft < 0) return <Tag text="Run out" colour="red" />;
  if (daysLeft === 0) return <Tag text="Last day" colour="orange" />;
  return <span>{counted(daysLeft, 'working day')}</span>;
}
