import type { Day } from '../../domain/day.ts';
import type { HomeId, ProposalId, RoomId } from '../../domain/ids.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { RoomPeriod } from '../../domain/room.ts';
import { workingDayOnOrAfter } from '../../domain/working-days.ts';
import type { Deps } from '../call.ts';
import { booksOf, keepBooks, letLeave, readyDay } from './book.ts';
import type { Scene } from './scene.ts';

interface Waits {
  readonly period: Extract<RoomPeriod, { kind: 'stay' | 'hold' }>;
  readonly by: ProposalId;
}

/** Whoever is held or promised a room and has not moved in, and the proposal they are there by. */
export function waitingFor(scene: Scene, homeId: HomeId, roomId: RoomId): Waits[] {
  const ledger = scene.ledgers.get(homeId);
  return (ledger?.periods ?? []).flatMap((period): Waits[] => {
    if (period.roomId !== roomId) return [];
    if (period.kind === 'hold') return [{ period, by: period.proposalId }];
    if (period.kind !== 'stay' || period.arrived) return [];
    const by = scene.stays.get(period.stayId)?.proposalId ?? null;
    return by === null ? [] : [{ period, by }];
  });
}

/**
 * Lets whoever is to follow into a room come no sooner than it is ready, when its resident left later than was planned:
 * on the first working day from then on. They leave their own room later too, and so does whoever follows them.
 */
export function makeWay(deps: Deps, scene: Scene, homeId: HomeId, roomId: RoomId, readyOn: Day): void {
  const from = workingDayOnOrAfter(readyOn);
  for (const { period, by } of waitingFor(scene, homeId, roomId)) {
    const ledger = scene.ledgers.get(homeId);
    if (!ledger || period.from >= readyOn) continue;
    const periods = ledger.periods.map((one) => (one === period ? { ...one, from } : one));
    scene.ledgers.set({ ...ledger, periods });
    const promised = period.kind === 'stay' ? scene.stays.get(period.stayId) : undefined;
    if (promised) scene.stays.set({ ...promised, stay: { ...promised.stay, from } });
    const proposal = scene.proposals.get(by);
    if (proposal) putOff(deps, scene, { ...proposal, moveOn: from });
  }
}

/** Moves somebody's leaving of the room they have to the new day of their move. */
function putOff(deps: Deps, scene: Scene, proposal: Proposal): void {
  scene.proposals.set(proposal);
  const left = scene.stays.get(scene.moves.get(proposal.personId)?.stayId ?? null);
  const home = scene.homes.get(left?.homeId ?? null);
  if (left?.stay.status !== 'arrived' || !home) return;
  if (left.stay.leavesOn !== null && proposal.status === 'approved') {
    scene.stays.set({ ...left, stay: { ...left.stay, leavesOn: proposal.moveOn } });
    const books = booksOf(scene);
    letLeave(deps, scene, books, left, proposal.moveOn);
    keepBooks(scene, books);
  }
  makeWay(deps, scene, left.homeId, left.stay.roomId, readyDay(deps, scene, home, proposal.moveOn));
}
