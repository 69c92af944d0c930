import type { StayFile } from '../../../shared/domain/files.ts';
import type { HomeLedger } from '../../../shared/domain/ledger.ts';
import type { Proposal } from '../../../shared/domain/proposal.ts';
import type { RoomPeriod } from '../../../shared/domain/room.ts';
import { ledgers } from '../../../shared/store/kinds/homes.ts';
import { moves } from '../../../shared/store/kinds/people.ts';
import { proposals, stays } from '../../../shared/store/kinds/placing.ts';
import type { Snapshot } from './snapshot.ts';

const awaiting = new Set(['draft', 'awaitingPerson', 'awaitingProvider', 'awaitingPanel']);
const promised = new Set(['provisional', 'confirmed']);

/** Whether a proposal has not been decided. */
export const isAwaiting = ({ status }: Proposal): boolean => awaiting.has(status);

/**
 * Nobody has two promises or two homes; the one record of a person's move, their stays, their proposals and the books
 * of the homes all say the same.
 */
export function brokenPromises(snapshot: Snapshot): string[] {
  return snapshot.partnerships().flatMap((partnership) => {
    const world: Placing = {
      stays: snapshot.of(partnership, stays),
      proposals: snapshot.of(partnership, proposals),
      ledgers: snapshot.of(partnership, ledgers),
    };
    return [
      ...brokenMoves(snapshot, partnership, world),
      ...world.stays.flatMap((file) => brokenStay(world, file)),
      ...world.proposals.flatMap((proposal) => brokenHold(world, proposal)),
      ...world.ledgers.flatMap((ledger) => brokenBook(world, ledger)),
    ];
  });
}

interface Placing {
  readonly stays: readonly StayFile[];
  readonly proposals: readonly Proposal[];
  readonly ledgers: readonly HomeLedger[];
}

function brokenMoves(
  snapshot: Snapshot,
  partnership: string,
  { stays: all, proposals: made }: Placing,
): string[] {
  const live = new Map(snapshot.of(partnership, moves).map((move) => [move.personId, move]));
  const isPending = (one: Proposal): boolean =>
    isAwaiting(one) ||
    (one.status === 'approved' &&
      all.some(({ stay }) => stay.id === one.stayId && promised.has(stay.status)));
  const ids = new Set([...live.keys(), ...all.map(({ stay }) => stay.personId)]);
  return [...ids].flatMap((id) => {
    const theirs = all.map(({ stay }) => stay).filter((stay) => stay.personId === id);
    const says = live.get(id);
    const lived = theirs.filter(({ status }) => status === 'arrived').map((stay) => stay.id);
    const coming = theirs.filter(({ status }) => promised.has(status)).map((stay) => stay.id);
    const pending = made.filter((one) => one.personId === id && isPending(one)).map((one) => one.id);
    const agree = (name: string, ours: string | null | undefined, found: readonly string[]): string[] =>
      found.length <= 1 && (found[0] ?? null) === (ours ?? null)
        ? []
        : [`${id}: ${name} is ${ours ?? 'none'} and there is ${found.join(' and ') || 'none'}`];
    return [
      ...agree('the stay', says?.stayId, lived),
      ...agree('the promised stay', says?.promisedStayId, coming),
      ...agree('the proposal', says?.proposalId, pending),
    ];
  });
}

function brokenStay({ ledgers: books }: Placing, { stay, homeId }: StayFile): string[] {
  const isKept = promised.has(stay.status) || stay.status === 'arrived';
  const found = books.flatMap((book) =>
    book.periods.flatMap((one) => (one.kind === 'stay' && one.stayId === stay.id ? [{ one, book }] : [])),
  );
  if (!isKept) {
    const over = stay.status === 'cancelled' || stay.status === 'notArrived';
    return over && found.length > 0 ? [`stay ${stay.id} is ${stay.status} and still has its nights`] : [];
  }
  const [{ one, book } = {}, ...more] = found;
  if (!one || !book || more.length > 0) return [`stay ${stay.id} has its nights ${found.length} times`];
  const leavesOn = stay.status === 'arrived' ? stay.leavesOn : null;
  const same =
    book.homeId === homeId &&
    one.roomId === stay.roomId &&
    one.personId === stay.personId &&
    one.from === stay.from &&
    one.arrived === (stay.status === 'arrived') &&
    one.until === leavesOn;
  return same ? [] : [`stay ${stay.id} and the book of ${book.homeId} do not say the same`];
}

/** A proposal that waits for a decision has its hold; one that is decided or over has none. */
function brokenHold({ ledgers: books }: Placing, proposal: Proposal): string[] {
  const holds = books.flatMap((book) =>
    book.periods.filter((one) => one.kind === 'hold' && one.proposalId === proposal.id),
  );
  const wanted = isAwaiting(proposal) && proposal.holdsRoom ? 1 : 0;
  return holds.length === wanted
    ? []
    : [`proposal ${proposal.id} is ${proposal.status} and has ${holds.length} holds`];
}

function brokenBook({ stays: all, proposals: made }: Placing, book: HomeLedger): string[] {
  const known = new Set<string>(book.occupants.map((one) => one.personId));
  const namesNobody = (period: RoomPeriod): boolean => {
    if (period.kind === 'stay') return !all.some(({ stay }) => stay.id === period.stayId);
    if (period.kind === 'hold')
      return !made.some(
        (one) =>
          one.id === period.proposalId && one.roomId === period.roomId && one.personId === period.personId,
      );
    return false;
  };
  return book.periods.flatMap((period) => {
    const at = `${book.homeId}: ${period.kind} of room ${period.roomId} from ${period.from}`;
    if (namesNobody(period)) return [`${at} belongs to nothing on record`];
    const isSomebody = period.kind === 'stay' || period.kind === 'hold';
    return isSomebody && !known.has(period.personId) ? [`${at} is of somebody the home does not know`] : [];
  });
}
