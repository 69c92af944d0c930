import type * as z from 'zod';
import { type Day, daysBetween } from '../../../domain/day.ts';
import type { HomeFile } from '../../../domain/files.ts';
import type { HomeLedger } from '../../../domain/ledger.ts';
import { OutOfServiceReason, type Room, type RoomPeriod } from '../../../domain/room.ts';
import { type StatusRun, statusRuns } from '../../../domain/room-status.ts';
import type { Measure, MeasureRow } from '../measure.ts';
import type { ReportFacts } from '../report-facts.ts';

const closedWords: Readonly<Record<z.infer<typeof OutOfServiceReason>, string>> = {
  repairs: 'Out of service: repairs',
  damp: 'Out of service: damp',
  infestation: 'Out of service: pests',
  deepClean: 'Out of service: deep clean',
  adaptations: 'Out of service: adaptations',
  safetyCheck: 'Out of service: safety check',
  incident: 'Out of service: an incident',
  handBack: 'Out of service: handed back',
  other: 'Out of service: another reason',
};

const causes = [
  ...OutOfServiceReason.options.map((code) => ({ code: String(code), words: closedWords[code] })),
  { code: 'turnaround', words: 'Made ready between two people' },
  { code: 'held', words: 'Held while somebody decides' },
  { code: 'promised', words: 'Promised, and nobody has moved in yet' },
  { code: 'free', words: 'Ready, and held for nobody' },
];
const all = causes.map(({ code }) => code);

export const voidDays: Measure = {
  code: 'voidDays',
  words: 'Nights a room was empty, and what they cost, by cause',
  counted:
    'Each night on which nobody lived in a room that is let counts once, for its first cause in this list; from the first night anything is on record of the room. The cost is its weekly rent and service charge, by the night. A night somebody held a room counts as held only while they hold it.',
  denominator: 'All empty nights on these days.',
  unit: 'nights',
  figure: 'sum',
  needs: ['homes', 'ledgers', 'vacancies'],
  count: (facts) => ({
    rows: emptyRuns(facts),
    lines: [
      { code: 'all', words: 'All causes', cells: all, of: null },
      ...causes.map(({ code, words }) => ({ code, words, cells: [code], of: all })),
    ],
  }),
};

function emptyRuns(facts: ReportFacts): MeasureRow[] {
  const ledgers = new Map(facts.ledgers.map((ledger) => [ledger.homeId, ledger]));
  const listed = new Map(
    facts.vacancies.flatMap(({ vacancy }) => ('from' in vacancy ? [[vacancy.roomId, vacancy.from]] : [])),
  );
  return facts.homes
    .filter(({ home }) => home.offers.some(({ serviceModel }) => serviceModel === facts.model.id))
    .flatMap((file) =>
      file.rooms.flatMap((room) =>
        rowsOfRoom(facts, file, room, ledgers.get(file.home.id), listed.get(room.id)),
      ),
    );
}

function rowsOfRoom(
  { from, until, now }: ReportFacts,
  file: HomeFile,
  room: Room,
  ledger: HomeLedger | undefined,
  listedFrom: Day | undefined,
): MeasureRow[] {
  const periods = (ledger?.periods ?? []).filter((one) => one.roomId === room.id);
  const known = listedFrom === undefined ? [] : [listedFrom];
  const first = [...known, ...periods.map((one) => one.from)].toSorted().at(0);
  if (first === undefined) return [];
  const start = first > from ? first : from;
  if (start >= until) return [];
  return statusRuns(room, periods, { from: start, until }, now)
    .flatMap((run) => (run.status === 'outOfService' ? byReason(file, periods, run) : causeOf(run)))
    .map((run) => {
      const nights = daysBetween(run.from, run.until);
      const weekly = room.weeklyRent + room.weeklyServiceCharge;
      const row = {
        kind: 'room' as const,
        reference: room.id,
        cell: run.cause,
        on: run.from,
        counted: nights,
      };
      return { ...row, pence: Math.round((weekly * nights) / 7), personId: null };
    });
}

interface EmptyRun {
  readonly from: Day;
  readonly until: Day;
  readonly cause: string;
}

function causeOf({ from, until, status }: StatusRun): EmptyRun[] {
  return status === 'lived' || status === 'neverLet' ? [] : [{ from, until, cause: status }];
}

/** A run of nights out of service, by the reason of each: where two hold at once, the one that began earlier. */
function byReason({ outOfService }: HomeFile, periods: readonly RoomPeriod[], run: StatusRun): EmptyRun[] {
  const closed = periods
    .flatMap((one) => (one.kind === 'outOfService' ? [one] : []))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const changes = closed
    .flatMap((one) => [one.from, ...(one.until === null ? [] : [one.until])])
    .filter((day) => run.from < day && day < run.until);
  const starts = [...new Set([run.from, ...changes])].toSorted();
  return starts.map((from, at) => {
    const period = closed.find((one) => one.from <= from && (one.until === null || from < one.until));
    const reason = outOfService.find(({ id }) => id === period?.outOfServiceId)?.reason ?? 'other';
    return { from, until: starts[at + 1] ?? run.until, cause: reason };
  });
}
