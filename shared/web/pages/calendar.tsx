import { addDays, type Day, sayDayShort } from '../../domain/day.ts';
import type { StatusRun } from '../../domain/room-status.ts';
import { IdentityBar, SubNavigation, type SubPage } from '../components/moj.tsx';
import { Table } from '../components/table.tsx';
import { CalendarStrip, roomStatusWords } from '../pictures/calendar-strip.tsx';

interface CalendarProps {
  readonly title: string;
  readonly tabs: readonly SubPage[];
  /** The month, as people say it. */
  readonly month: string;
  readonly from: Day;
  readonly until: Day;
  readonly rooms: readonly { readonly roomId: string; readonly runs: readonly StatusRun[] }[];
  readonly before: string;
  readonly after: string | null;
}

export function CalendarPage({ title, tabs, month, from, until, rooms, before, after }: CalendarProps) {
  const said = `Rooms in ${month}`;
  return (
    <>
      <IdentityBar title={title} />
      <SubNavigation label="About this home" pages={tabs} />
      <h1 class="govuk-heading-l">{said}</h1>
      <p class="govuk-body">
        <a class="govuk-link" href={before}>
          Month before
        </a>
        {after !== null && (
          <>
            {' · '}
            <a class="govuk-link" href={after}>
              Month after
            </a>
          </>
        )}
      </p>
      <CalendarStrip title={said} from={from} until={until} rooms={rooms} />
      <Table
        caption="The same in words"
        captionClass="govuk-table__caption--m"
        stacks
        columns={[{ text: 'Room' }, { text: 'What it is' }, { text: 'From' }, { text: 'To' }]}
        rows={rooms.flatMap(({ roomId, runs }) =>
          runs.map((run) => [
            roomId,
            roomStatusWords[run.status].text,
            sayDayShort(run.from),
            sayDayShort(addDays(run.until, -1)),
          ]),
        )}
      />
      <p class="govuk-body">
        Letters stand for what there is no room to say:{' '}
        {Object.values(roomStatusWords)
          .map(({ text, letter }) => `${letter} ${text.toLowerCase()}`)
          .join(', ')}
        .
      </p>
    </>
  );
}
