import type { Instant } from '../domain/day.ts';
import { addDays, type Day, daysBetween, londonDay, sayDayShort } from '../domain/day.ts';
import type { HomeFile, VacancyFile } from '../domain/files.ts';
import type { Pence } from '../domain/money.ts';
import type { OutOfService, Room } from '../domain/room.ts';
import { codeWords, counted } from './words.ts';

/** The views of a housing officer's vacancies, in the order of their tabs. */
export const vacancyViews = ['ready', 'coming', 'closed', 'promised'] as const;
export type VacancyView = (typeof vacancyViews)[number];

/** One room on the page, in any of the views. */
export interface VoidRow {
  readonly id: string;
  readonly homeId: string;
  readonly home: string;
  readonly room: string;
  /** The day it is free from, closed until, or promised from. */
  readonly on: Day | null;
  /** Nights it has stood empty so far. */
  readonly voidDays: number;
  /** What an empty week costs in rent and service charge; null where no rent is known. */
  readonly weeklyCost: Pence | null;
  readonly why: string;
  /** How sure a coming vacancy is, or until when a promised one is held. */
  readonly note: string;
  /** What the plan in force does with it; null where there is no plan, or nothing to plan. */
  readonly planned: string | null;
}

/** Moves that hang together, by their rooms. */
interface PlannedMoves {
  readonly suggestions: readonly { readonly roomId: string }[];
}

type Listed = Pick<VacancyFile, 'vacancy' | 'homeId'>;

/** Every room that is empty, will be, is closed or is promised, by the view it is shown in. */
export function voidRows(
  homes: readonly HomeFile[],
  listed: readonly Listed[],
  now: Instant,
  chains: readonly PlannedMoves[] | null,
): Readonly<Record<VacancyView, readonly VoidRow[]>> {
  const today = londonDay(now);
  const rooms = new Map(homes.flatMap((file) => file.rooms.map((room) => [room.id, { file, room }])));
  const planned = chains && plannedWords(chains);
  const rows: Record<VacancyView, VoidRow[]> = { ready: [], coming: [], closed: [], promised: [] };
  for (const { vacancy } of listed) {
    const place = rooms.get(vacancy.roomId);
    if (!place || !('from' in vacancy)) continue;
    const empty = vacancy.status !== 'expected' && vacancy.from <= today;
    const view = vacancy.status === 'reserved' ? 'promised' : empty ? 'ready' : 'coming';
    rows[view].push({
      ...about(place.file, place.room),
      id: vacancy.id,
      on: vacancy.from,
      voidDays: empty ? daysBetween(vacancy.from, today) : 0,
      why: codeWords.vacancyReason(vacancy.reason),
      note: noteOf(vacancy),
      planned: planned && (planned.get(vacancy.roomId) ?? 'The plan has nobody for it'),
    });
  }
  for (const file of homes)
    for (const closed of file.outOfService)
      if (isClosedOn(closed, today)) {
        const room = file.rooms.find(({ id }) => id === closed.roomId);
        if (room) rows.closed.push(closedRow(file, room, closed, today));
      }
  return rows;
}

/** By room, how many moves hang together with the one into it. */
function plannedWords(chains: readonly PlannedMoves[]): ReadonlyMap<string, string> {
  return new Map(
    chains.flatMap(({ suggestions }) =>
      suggestions.map(({ roomId }, at) => [
        roomId,
        suggestions.length === 1
          ? 'The plan suggests one move'
          : `The plan suggests ${counted(suggestions.length, 'move')} that hang together; this is move ${at + 1}`,
      ]),
    ),
  );
}

const isClosedOn = ({ to }: OutOfService, today: Day): boolean => to === null || to >= today;

function closedRow(file: HomeFile, room: Room, closed: OutOfService, today: Day): VoidRow {
  return {
    ...about(file, room),
    id: closed.id,
    on: closed.to === null ? null : addDays(closed.to, 1),
    voidDays: closed.from <= today ? daysBetween(closed.from, today) : 0,
    why: codeWords.outOfService(closed.reason),
    note: closed.from > today ? `From ${sayDayShort(closed.from)}` : '',
    planned: null,
  };
}

function about({ home }: HomeFile, room: Room) {
  const weekly = room.weeklyRent + room.weeklyServiceCharge;
  return { homeId: home.id, home: home.name, room: room.id, weeklyCost: weekly > 0 ? weekly : null };
}

function noteOf(vacancy: Listed['vacancy']): string {
  if (vacancy.status === 'expected') return codeWords.certainty(vacancy.certainty);
  return vacancy.status === 'reserved' ? `Held until ${sayDayShort(londonDay(vacancy.until))}` : 'Certain';
}
