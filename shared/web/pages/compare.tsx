import { labelOf, supportLevelCodes, unitTypeCodes } from '../../domain/codes.ts';
import { type Day, sayDayShort } from '../../domain/day.ts';
import type { Check, TermScore } from '../../domain/explanation.ts';
import { sayPounds } from '../../domain/money.ts';
import type { GridPoint } from '../../domain/place.ts';
import { Table } from '../components/table.tsx';
import { FitPlot } from '../pictures/fit-plot.tsx';
import { milesBetween } from '../pictures/map-layout.ts';
import { PlaceMap } from '../pictures/place-map.tsx';
import { letters } from '../pictures/symbols.ts';
import { termWords } from '../placing-words.ts';

/** One room as it is compared. */
export interface ComparedRoom {
  readonly roomId: string;
  readonly homeName: string;
  readonly outcode: string;
  readonly unitType: Parameters<typeof labelOf<(typeof unitTypeCodes)[number]['code']>>[1];
  readonly supportLevel: Parameters<typeof labelOf<(typeof supportLevelCodes)[number]['code']>>[1];
  readonly sleepIn: boolean;
  readonly weeklyRent: number;
  readonly freeFrom: Day | null;
  readonly waitDays: number | null;
  readonly points: number;
  readonly terms: readonly TermScore[];
  readonly checks: readonly Check[];
  readonly place: GridPoint;
  readonly isArea: boolean;
}

interface CompareProps {
  readonly who: string;
  /** The proposed room first. */
  readonly rooms: readonly ComparedRoom[];
  /** What distances are told from: the place that matters most to the person, else the proposed home. */
  readonly middle: { readonly place: GridPoint; readonly name: string } | null;
  /** Whether any plan said which other rooms fitted. */
  readonly isKnown: boolean;
}

/** The proposed room beside up to three others: one table, how well each fits against how long it takes, and where they lie. */
export function ComparePage({ who, rooms, middle, isKnown }: CompareProps) {
  const outOf = rooms[0]?.terms.reduce((sum, term) => sum + term.outOf, 0) ?? 0;
  const named = rooms.flatMap((room, at) => ({ ...room, letter: letters[at] ?? '?' }));
  return (
    <>
      <h1 class="govuk-heading-l">Compare homes for {who}</h1>
      {rooms.length < 2 && (
        <p class="govuk-body">
          {isKnown
            ? 'No other room fitted when this was proposed, so there is nothing to compare it with.'
            : 'This was proposed by hand, and no plan said which other rooms fitted.'}
        </p>
      )}
      {rooms.length > 0 && (
        <>
          <p class="govuk-body">
            A is the room that is proposed. All are weighed by the same rules, on what is on record today.
          </p>
          <Table
            caption="The homes side by side"
            captionClass="govuk-table__caption--m"
            firstIsName
            stacks
            columns={[
              { text: 'What' },
              ...named.map(({ letter, homeName, roomId }) => ({
                text: `${letter}: ${homeName}, ${roomId}`,
              })),
            ]}
            rows={rowsOf(named, middle)}
          />
          <h2 class="govuk-heading-m">Fit against wait</h2>
          <div class="app-beside">
            <FitPlot rooms={named} outOf={outOf} />
            <Table
              caption="Points and days"
              captionClass="govuk-table__caption--s"
              firstIsName
              columns={[
                { text: 'Home' },
                { text: 'Points', isNumber: true },
                { text: 'Days to wait', isNumber: true },
              ]}
              rows={named.map(({ letter, points, waitDays }) => [letter, points, waitDays ?? 'Not known'])}
            />
          </div>
          {middle && <Where rooms={named} middle={middle} />}
        </>
      )}
    </>
  );
}

type Named = ComparedRoom & { readonly letter: string };

function Where({
  rooms,
  middle,
}: {
  readonly rooms: readonly Named[];
  readonly middle: { readonly place: GridPoint; readonly name: string };
}) {
  return (
    <>
      <h2 class="govuk-heading-m">Where they are</h2>
      <p class="govuk-body">
        The cross is: {middle.name}. Rings are miles in a straight line, north is up. A dashed square is a
        confidential address, which lies somewhere in it.
      </p>
      <div class="app-beside">
        <PlaceMap middle={middle.place} middleName={middle.name} places={rooms} />
        <Table
          caption="Miles in a straight line"
          captionClass="govuk-table__caption--s"
          firstIsName
          columns={[{ text: 'Home' }, { text: 'Area' }, { text: 'Miles', isNumber: true }]}
          rows={rooms.map(({ letter, outcode, place, isArea }) => [
            letter,
            outcode,
            milesWords(middle.place, place, isArea),
          ])}
        />
      </div>
    </>
  );
}

const milesWords = (from: GridPoint, to: GridPoint, isArea: boolean): string =>
  isArea ? `About ${Math.round(milesBetween(from, to))}` : `${milesBetween(from, to)}`;

/** A row of each criterion; where rooms differ from the proposed one, a word says so. */
function rowsOf(rooms: readonly Named[], middle: CompareProps['middle']): string[][] {
  const row = (what: string, cell: (room: Named) => string): string[] => {
    const cells = rooms.map(cell);
    return [what, ...cells.map((text, at) => (at > 0 && text !== cells[0] ? `${text} (differs)` : text))];
  };
  const terms = rooms[0]?.terms.map(({ term }) => term) ?? [];
  return [
    row('Checks', ({ checks }) => checksWords(checks)),
    row('Ready from', ({ freeFrom }) => (freeFrom === null ? 'Not known' : sayDayShort(freeFrom))),
    row('Points', ({ points }) => `${points}`),
    ...terms.map((term) =>
      row(termWords[term], ({ terms: all }) => {
        const found = all.find((one) => one.term === term);
        return found ? `${found.points} of ${found.outOf}` : 'None';
      }),
    ),
    row('What it is', ({ unitType }) => labelOf(unitTypeCodes, unitType)),
    row('Support', ({ supportLevel }) => labelOf(supportLevelCodes, supportLevel)),
    row('Staff at night', ({ sleepIn }) => (sleepIn ? 'Yes' : 'No')),
    row('Rent a week', ({ weeklyRent }) => sayPounds(weeklyRent)),
    row('Area', ({ outcode }) => outcode),
    ...(middle
      ? [row(`Miles from: ${middle.name}`, ({ place, isArea }) => milesWords(middle.place, place, isArea))]
      : []),
    ['Why not chosen', 'It is proposed', ...rooms.slice(1).map((room) => whyNot(room, rooms[0]))],
  ];
}

function checksWords(checks: readonly Check[]): string {
  const open = checks.filter(({ verdict }) => verdict !== 'pass');
  return open.length === 0 ? 'All pass' : open.map(({ sentence }) => sentence).join(' ');
}

/** What speaks for the proposed room over this one, as far as rules and points say. */
function whyNot(room: Named, proposed: Named | undefined): string {
  if (room.checks.some(({ verdict }) => verdict === 'fail')) return 'A check does not pass today';
  if (room.checks.some(({ verdict }) => verdict === 'unknown')) return 'A check is open today';
  if (!proposed) return 'The proposed room is gone';
  const less = proposed.points - room.points;
  if (less > 0) return `It fits by ${less} points less`;
  const longer = (room.waitDays ?? Number.POSITIVE_INFINITY) - (proposed.waitDays ?? 0);
  if (longer > 0) return Number.isFinite(longer) ? `${longer} days longer to wait` : 'Nobody knows from when';
  return 'It fits as well; the plan gives it to somebody else or leaves it free';
}
