import { ButtonLink } from '../components/button.tsx';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Table } from '../components/table.tsx';
import { paths, pathTo } from '../paths.ts';
import { counted } from '../words.ts';

/** A home of the reader's organisation. */
export interface HomeRow {
  readonly homeId: string;
  readonly name: string;
  readonly outcode: string;
  readonly letting: string;
  readonly support: string;
  readonly rooms: number;
  /** Whether it can have more rooms: a home that is let whole has one that is let. */
  readonly mayGrow: boolean;
}

interface HomesProps {
  readonly rows: readonly HomeRow[];
  readonly next: string | null;
  /** What was just done; null where nothing was. */
  readonly done: string | null;
}

export function HomesPage({ rows, next, done }: HomesProps) {
  return (
    <>
      {done !== null && <NotificationBanner kind="success" text={done} />}
      <h1 class="govuk-heading-l">My homes</h1>
      <div class="govuk-button-group">
        <ButtonLink text="Add a home" href={paths.addHome} />
        <ButtonLink text="List a vacancy" href={paths.listVacancy} kind="secondary" />
      </div>
      {rows.length === 0 ? (
        <p class="govuk-body">Your organisation has no home here yet. Add the first one.</p>
      ) : (
        <Table
          caption="Homes of your organisation"
          captionClass="govuk-visually-hidden"
          firstIsName
          stacks
          columns={[
            { text: 'Home' },
            { text: 'Area' },
            { text: 'Let' },
            { text: 'Support' },
            { text: 'Rooms' },
          ]}
          rows={rows.map(({ homeId, name, outcode, letting, support, rooms, mayGrow }) => [
            <div key="home">
              <a class="govuk-link" href={pathTo('homeCalendar', { homeId })}>
                {name}
              </a>
              <br />
              <span class="app-reference-small">{homeId}</span>
            </div>,
            outcode,
            letting,
            support,
            <div key="rooms">
              {counted(rooms, 'room')}
              {mayGrow && (
                <>
                  <br />
                  <a class="govuk-link" href={pathTo('addRoom', { homeId })}>
                    Add a room<span class="govuk-visually-hidden"> to {name}</span>
                  </a>
                </>
              )}
            </div>,
          ])}
        />
      )}
      <Pagination next={next} />
    </>
  );
}
