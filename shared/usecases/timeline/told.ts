import type { AuditEntry } from '../../domain/audit.ts';
import { Day, sayDay } from '../../domain/day.ts';

/** What a use case told of what it did: ids, days and codes. */
export type Told = AuditEntry['told'];

/** What a sentence needs besides what was told. */
export interface Context {
  /** Who did it, by their role. */
  readonly by: string;
  /** A person as this reader may see them: their reference, or "somebody". */
  readonly person: (id: string | undefined) => string;
}

/** A day in words after a little word, such as ` on 3 May 2026`; empty where no day was told. */
export function dayAfter(word: string, told: string | undefined): string {
  const day = Day.safeParse(told);
  return day.success ? ` ${word} ${sayDay(day.data)}` : '';
}

/** From when to when, both ends included, as far as they were told. */
export function daysOf({ from, to }: Told): string {
  return `${dayAfter('from', from)}${dayAfter(to && from ? 'to' : 'until', to)}`;
}

/** The words for a code after a colon; empty for a code nobody has words for. */
export function because(words: Readonly<Record<string, string>>, code: string | undefined): string {
  const found = wordsFor(words, code);
  return found === null ? '' : `: ${found}`;
}

export function wordsFor(words: Readonly<Record<string, string>>, code: string | undefined): string | null {
  return code !== undefined && Object.hasOwn(words, code) ? (words[code] ?? null) : null;
}

export const theRoom = ({ roomId }: Told): string => (roomId ? `room ${roomId}` : 'a room');
export const theHome = ({ homeId }: Told): string => (homeId ? `the home ${homeId}` : 'a home');

/** `3 moves`, where more than one was told. */
export function movesOf({ links }: Told): string | null {
  return links !== undefined && /^\d{1,3}$/.test(links) && Number(links) > 1 ? `${links} moves` : null;
}

/** `the move of P-001 to room birch-flat on 3 May 2026` */
export function theMove(told: Told, { person }: Context): string {
  return `the move of ${person(told.personId)} to ${theRoom(told)}${dayAfter('on', told.moveOn)}`;
}

/** The moves of a chain, or the one move where it is alone. */
export function theMoves(told: Told, context: Context): string {
  const several = movesOf(told);
  if (several === null) return theMove(told, context);
  return `a chain of ${several}${told.roomId ? `, beginning with ${theMove(told, context)}` : dayAfter('that begins on', told.moveOn)}`;
}
