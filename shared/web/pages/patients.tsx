import { type Day, sayDayShort } from '../../domain/day.ts';
import type { PlacementRequest } from '../../domain/placement-request.ts';
import { ButtonLink } from '../components/button.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { paths } from '../paths.ts';
import { requestStanding } from '../request-words.ts';
import { counted } from '../words.ts';

/** A patient whose place was asked for, as their ward sees them. */
export interface PatientRow {
  /** Their name, or their reference where it may not be told. */
  readonly who: string;
  readonly reference: string;
  /** Their page. */
  readonly href: string;
  /** The day they were last ready to leave; null while they are not. */
  readonly readyOn: Day | null;
  readonly delayedDays: number;
  readonly reason: string;
  readonly status: PlacementRequest['status'];
}

export function PatientsPage({
  rows,
  next,
}: {
  readonly rows: readonly PatientRow[];
  readonly next: string | null;
}) {
  const ready = rows.filter(({ readyOn }) => readyOn !== null);
  const days = rows.reduce((sum, { delayedDays }) => sum + delayedDays, 0);
  return (
    <>
      <h1 class="govuk-heading-l">My patients waiting</h1>
      <ButtonLink text="Request a placement" href={paths.requestPlacement} />
      {rows.length === 0 ? (
        <p class="govuk-body">
          Nobody on your ward is waiting for a home. When a place is asked for one of your patients, they come
          here.
        </p>
      ) : (
        <>
          <p class="govuk-body">
            {counted(ready.length, 'patient')}
            {next === null ? '' : ' on this page'} {ready.length === 1 ? 'is' : 'are'} ready to leave and
            waiting. Together the patients here have been delayed for {counted(days, 'day')}.
          </p>
          <Table
            caption="Patients waiting, the longest delay first"
            captionClass="govuk-visually-hidden"
            firstIsName
            stacks
            columns={[
              { text: 'Patient' },
              { text: 'Ready since' },
              { text: 'Days delayed', isNumber: true },
              { text: 'Reason' },
              { text: 'Where it stands' },
              { text: 'Whose turn it is' },
            ]}
            rows={rows.map((row) => [
              <>
                <a class="govuk-link" href={row.href}>
                  {row.who}
                </a>
                {row.who !== row.reference && (
                  <>
                    <br />
                    <span class="app-reference-small">{row.reference}</span>
                  </>
                )}
              </>,
              row.readyOn === null ? 'Not ready yet' : sayDayShort(row.readyOn),
              <DelayedDays days={row.delayedDays} key="days" />,
              row.reason,
              <Tag {...requestStanding[row.status]} key="status" />,
              requestStanding[row.status].turn,
            ])}
          />
        </>
      )}
      <Pagination next={next} />
    </>
  );
}

/** Days from which on a delay stands out, and from which on it is long: one week and two. */
const noticeableDays = 7;
const longDays = 14;

function DelayedDays({ days }: { readonly days: number }) {
  if (days <= noticeableDays) return <span>{days}</span>;
  return (
    <span>
      {days}{' '}
      <Tag
        {...(days > longDays
          ? { text: 'Over 14 days', colour: 'red' }
          : { text: 'Over 7 days', colour: 'orange' })}
      />
    </span>
  );
}
