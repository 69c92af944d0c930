import { sayDayShort } from '../../domain/day.ts';
import { sayPounds } from '../../domain/money.ts';
import { ButtonLink } from '../components/button.tsx';
import { SubNavigation } from '../components/moj.tsx';
import { type Column, Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { WarningText } from '../components/warning-text.tsx';
import { paths, pathTo } from '../paths.ts';
import { type VacancyView, type VoidRow, vacancyViews } from '../vacancy-view.ts';
import { counted } from '../words.ts';

interface VacanciesProps {
  readonly view: VacancyView;
  readonly rows: Readonly<Record<VacancyView, readonly VoidRow[]>>;
  readonly isCutShort: boolean;
}

/** What each view is called, what its day means, and what to do where there is nothing in it. */
const views: Readonly<
  Record<VacancyView, { name: string; about: string; day: string; note: string; none: string }>
> = {
  ready: {
    name: 'Ready now',
    about: 'Rooms that somebody could move into today.',
    day: 'Ready from',
    note: '',
    none: 'No room of yours is empty and ready. List a vacancy when one is, or when you expect one.',
  },
  coming: {
    name: 'Coming up',
    about: 'Rooms that will be free on a day to come.',
    day: 'Free from',
    note: 'How sure',
    none: 'No room of yours is about to be free. List a vacancy as soon as somebody gives notice.',
  },
  closed: {
    name: 'Out of service',
    about: 'Rooms that cannot be lived in, now or on days to come.',
    day: 'Back on',
    note: 'When',
    none: 'No room of yours is out of service.',
  },
  promised: {
    name: 'Promised',
    about: 'Rooms that are held for somebody until they move in or their proposal ends.',
    day: 'Free from',
    note: 'Held',
    none: 'No room of yours is promised to anybody. Rooms come here when a move into them is proposed.',
  },
};

export function VacanciesPage({ view, rows, isCutShort }: VacanciesProps) {
  const here = rows[view];
  const { about, none } = views[view];
  return (
    <>
      <h1 class="govuk-heading-l">My vacancies</h1>
      <ButtonLink text="List a vacancy" href={paths.listVacancy} />
      <SubNavigation
        label="Vacancies"
        pages={vacancyViews.map((one) => ({
          text: `${views[one].name} (${rows[one].length})`,
          href: `${paths.vacancies}?show=${one}`,
          isCurrent: one === view,
        }))}
      />
      <h2 class="govuk-heading-m">{views[view].name}</h2>
      {isCutShort && (
        <WarningText text="You have more rooms than fit here. Some are left out of this page." />
      )}
      {here.length === 0 ? (
        <p class="govuk-body">{none}</p>
      ) : (
        <>
          <p class="govuk-body">
            {about} {costOf(here)}
          </p>
          <VoidTable view={view} rows={here} />
        </>
      )}
    </>
  );
}

/** What all the rooms here cost while they are empty, as far as their rents are known. */
function costOf(rows: readonly VoidRow[]): string {
  const known = rows.flatMap(({ weeklyCost }) => weeklyCost ?? []);
  if (known.length === 0) return '';
  const total = sayPounds(known.reduce((sum, cost) => sum + cost, 0));
  const unknown = rows.length - known.length;
  const without = unknown === 0 ? '' : ` The rent of ${counted(unknown, 'room')} is not known.`;
  return `Together their rent and service charge come to ${total} a week.${without}`;
}

function VoidTable({ view, rows }: { readonly view: VacancyView; readonly rows: readonly VoidRow[] }) {
  const { name, day, note } = views[view];
  const showsVoid = view === 'ready' || view === 'closed';
  const columns: Column[] = [
    { text: 'Home and room' },
    { text: day },
    ...(showsVoid ? [{ text: 'Days empty', isNumber: true }] : []),
    { text: 'Why' },
    ...(note === '' ? [] : [{ text: note }]),
    { text: 'Cost a week', isNumber: true },
  ];
  return (
    <Table
      caption={name}
      captionClass="govuk-visually-hidden"
      firstIsName
      stacks
      columns={columns}
      rows={rows.map((row) => [
        <>
          <a class="govuk-link" href={pathTo('homeCalendar', { homeId: row.homeId })}>
            {row.home}
          </a>
          <br />
          <span class="app-reference-small">{row.room}</span>
          {(view === 'ready' || view === 'coming') && (
            <>
              <br />
              <a class="govuk-link" href={pathTo('whoCouldLiveHere', { vacancyId: row.id })}>
                Who could live here<span class="govuk-visually-hidden">, in {row.room}</span>
              </a>
              {row.planned !== null && (
                <>
                  <br />
                  <span class="app-hint-small">{row.planned}</span>
                </>
              )}
            </>
          )}
        </>,
        row.on === null ? 'No day is known' : sayDayShort(row.on),
        ...(showsVoid ? [<Days days={row.voidDays} key="days" />] : []),
        row.why,
        ...(note === '' ? [] : [row.note]),
        row.weeklyCost === null ? 'Not known' : sayPounds(row.weeklyCost),
      ])}
    />
  );
}

/** Days from which on an empty room stands out. Assumes four weeks, the longest most voids are planned to take. */
const longDays = 28;

function Days({ days }: { readonly days: number }) {
  return days > longDays ? (
    <>
      {days} <Tag text="Long" colour="orange" />
    </>
  ) : (
    <span>{days}</span>
  );
}
