import { type Day, dayNumber } from '../../domain/day.ts';
import type { HomeFile, StayFile, VacancyFile } from '../../domain/files.ts';
import type { HomeId, ProposalId } from '../../domain/ids.ts';
import { giveRoom, type HomeLedger, leave, withoutHold } from '../../domain/ledger.ts';
import { onOffer } from '../../domain/on-offer.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { RoomPeriod } from '../../domain/room.ts';
import { readyAfterTurnaround } from '../../domain/working-days.ts';
import { houseLimits } from '../../matching/limits.ts';
import { turnaroundOf } from '../../matching/places.ts';
import type { Deps } from '../call.ts';
import { occupantOf } from '../occupant.ts';
import type { Scene } from './scene.ts';
import type { WantedMove } from './wanted-move.ts';

/** The books of some homes while moves are tried in them. */
export type Books = Map<HomeId, HomeLedger>;

/** A move with the period it takes of its room: a hold, or a stay that is promised. */
export interface Booking {
  readonly move: WantedMove;
  readonly period: Extract<RoomPeriod, { kind: 'stay' | 'hold' }>;
}

export function booksOf(scene: Scene): Books {
  return new Map(scene.ledgers.all().map((ledger) => [ledger.homeId, ledger]));
}

/** Lets go of what these proposals hold. */
export function dropHolds(books: Books, proposals: ReadonlySet<ProposalId>): void {
  for (const [homeId, ledger] of books)
    books.set(
      homeId,
      [...proposals].reduce((book, proposal) => withoutHold(book, proposal), ledger),
    );
}

/**
 * Books moves in the order in which they happen: whoever moves leaves their room on that day, the room is made ready,
 * and the next one may have it. The first room that cannot be given, or house that would be too full or not at peace,
 * refuses them all. A hold respects what is held for others; a promise, which is final, only what is promised.
 */
export function book(deps: Deps, scene: Scene, books: Books, bookings: readonly Booking[]): Outcome<Books> {
  for (const { move, period } of bookings) {
    if (move.stay) letLeave(deps, scene, books, move.stay, move.on);
    if (period.kind === 'hold' && move.vacancy) letExpectedLeave(deps, scene, books, move.vacancy);
    const { home } = move.home;
    const ledger = books.get(home.id);
    if (!ledger) return refuse('not-found');
    const given = giveRoom(ledger, {
      room: move.room,
      period,
      occupant: occupantOf(move.person, scene.today),
      limits: houseLimits({ home }, { policy: scene.policy }, dayNumber(move.on)),
      minimumNights: scene.policy.minimumNights,
      now: scene.now,
      promisesOnly: period.kind === 'stay',
    });
    if (!given.ok) return given;
    books.set(home.id, given.value);
  }
  return done(books);
}

/** A room may be held before its resident has left, where they are expected to. Only a known day lets it be promised. */
function letExpectedLeave(deps: Deps, scene: Scene, books: Books, file: VacancyFile): void {
  const { vacancy } = onOffer(file);
  if (vacancy.status !== 'expected') return;
  for (const lived of scene.stays.all())
    if (
      lived.stay.roomId === vacancy.roomId &&
      lived.stay.status === 'arrived' &&
      lived.stay.leavesOn === null
    )
      letLeave(deps, scene, books, lived, vacancy.from);
}

/** Ends somebody's stay in the books of their home. @returns the day the room is ready again */
export function letLeave(deps: Deps, scene: Scene, books: Books, { stay, homeId }: StayFile, on: Day): Day {
  const home = scene.homes.get(homeId);
  const readyOn = home ? readyDay(deps, scene, home, on) : on;
  const ledger = books.get(homeId);
  if (ledger) books.set(homeId, leave(ledger, stay.id, on, readyOn));
  return readyOn;
}

/** The day a room of a home is ready again when somebody leaves it. */
export function readyDay(deps: Deps, scene: Scene, { home }: HomeFile, left: Day): Day {
  return readyAfterTurnaround(left, turnaroundOf(home, scene.policy, deps.models));
}

export function keepBooks(scene: Scene, books: Books): void {
  for (const [homeId, ledger] of books) if (scene.ledgers.get(homeId) !== ledger) scene.ledgers.set(ledger);
}
