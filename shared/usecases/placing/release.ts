import { dayNumber } from '../../domain/day.ts';
import type { StayFile, VacancyFile } from '../../domain/files.ts';
import type { Home } from '../../domain/home.ts';
import type { DecisionId, ProposalId } from '../../domain/ids.ts';
import {
  type HomeLedger,
  houseBarred,
  takeBackLeave,
  withoutHold,
  withoutOffer,
  withoutStay,
} from '../../domain/ledger.ts';
import { onOffer } from '../../domain/on-offer.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { RoomPeriod } from '../../domain/room.ts';
import { houseLimits } from '../../matching/limits.ts';
import { promisedBy } from './fetch-proposals.ts';
import type { Scene } from './scene.ts';
import { stepTaken } from './workflow.ts';

/** How a proposal ends without a move. Only `declined` is anybody's no. */
export type End =
  | { readonly status: 'declined'; readonly decisionId: DecisionId | null }
  | {
      readonly status: 'cancelled';
      readonly reason: Extract<Proposal, { status: 'cancelled' }>['reason'];
    }
  | {
      readonly status: 'expired';
      readonly waitedFor: Extract<Proposal, { status: 'expired' }>['waitedFor'];
    };

const ended = new Set<Proposal['status']>(['declined', 'cancelled', 'expired', 'superseded']);

/** Whether a proposal may still lead to a move. */
export function isLive(proposal: Proposal): boolean {
  return !ended.has(proposal.status);
}

/** Whether the move of a proposal has been made. */
export function hasMoved(scene: Scene, proposal: Proposal): boolean {
  if (proposal.status !== 'approved') return false;
  const status = scene.stays.get(proposal.stayId)?.stay.status;
  return status === 'arrived' || status === 'departed' || status === 'closed';
}

/**
 * Every proposal that cannot stand once one has ended: the later moves of its chain, and whoever was to follow into a
 * room that does not fall free. Moves already made stand.
 */
export function endingWith(scene: Scene, first: Proposal): Proposal[] {
  const ending = new Map<ProposalId, Proposal>();
  const next = [first];
  for (let one = next.pop(); one; one = next.pop()) {
    if (ending.has(one.id) || !isLive(one) || hasMoved(scene, one)) continue;
    ending.set(one.id, one);
    next.push(...after(scene, one));
  }
  return [...ending.values()];
}

function after(scene: Scene, { id, chainId, position }: Proposal): Proposal[] {
  const following = new Set(
    scene.vacancies
      .all()
      .flatMap(({ vacancy, freedBy }) =>
        freedBy === id && vacancy.status === 'reserved' ? [vacancy.proposalId] : [],
      ),
  );
  const chain = scene.chains.get(chainId);
  // Those that are left of a broken chain still rest on each other.
  const linked = chain?.proposals ?? [];
  return scene.proposals
    .all()
    .filter((one) => following.has(one.id) || (linked.includes(one.id) && one.position > position));
}

/**
 * Ends a proposal and whatever cannot stand without it: rooms, vacancies and people are free again as they were before,
 * every request is back in the queue with its first date, and nobody is counted as having refused but who did.
 */
export function release(scene: Scene, first: Proposal, how: End): Proposal[] {
  const ending = endAll(scene, first, how);
  for (let crowded = whoNoLongerFits(scene, ending); crowded; crowded = whoNoLongerFits(scene, ending))
    ending.push(...endAll(scene, crowded, { status: 'cancelled', reason: 'roomLost' }));
  return ending;
}

function endAll(scene: Scene, first: Proposal, how: End): Proposal[] {
  const ending = endingWith(scene, first);
  const ids = new Set(ending.map(({ id }) => id));
  for (const proposal of ending) {
    const sameChain = proposal.chainId !== null && proposal.chainId === first.chainId;
    const end: End =
      proposal.id === first.id
        ? how
        : { status: 'cancelled', reason: sameChain ? 'chainBroken' : 'roomLost' };
    endProposal(scene, proposal, end);
    giveBackRoom(scene, proposal, ids);
    stayPut(scene, proposal);
    queueAgain(scene, proposal);
    breakChain(scene, proposal);
  }
  return ending;
}

/** Somebody promised a place in a house that is too full, or not at peace, now that its residents stay after all. */
function whoNoLongerFits(scene: Scene, ending: readonly Proposal[]): Proposal | undefined {
  const homes = new Set(ending.map((one) => one.fromHomeId));
  const crowded = [...homes].flatMap((homeId) => {
    const ledger = scene.ledgers.get(homeId);
    const home = scene.homes.get(homeId)?.home;
    return ledger && home ? ledger.periods.filter((period) => !fits(scene, home, ledger, period)) : [];
  });
  return crowded
    .flatMap((period) => scene.proposals.get(promisedBy(scene, period)) ?? [])
    .find((proposal) => isLive(proposal) && !hasMoved(scene, proposal));
}

/** Whether what is promised in a home could still be promised as things stand. */
function fits(scene: Scene, home: Home, ledger: HomeLedger, period: RoomPeriod): boolean {
  if (period.kind !== 'stay' || promisedBy(scene, period) === null) return true;
  const occupant = ledger.occupants.find((one) => one.personId === period.personId);
  if (!occupant) return true;
  const limits = houseLimits({ home }, { policy: scene.policy }, dayNumber(period.from));
  const others = ledger.periods.filter((one) => one !== period);
  return (
    houseBarred(
      { ...ledger, periods: others },
      {
        period,
        occupant,
        limits,
        now: scene.now,
        promisesOnly: true,
      },
    ) === null
  );
}

function endProposal(scene: Scene, proposal: Proposal, end: End): void {
  const { decisionId: _decision, stayId: _stay, ...rest } = { decisionId: null, stayId: null, ...proposal };
  // Only a no is an answer: whoever let their time pass has taken no step.
  const taken = end.status === 'declined' ? stepTaken(scene, proposal) : {};
  scene.proposals.set({ ...rest, ...taken, ...end });
}

/** The room it was for: its nights, its stay if one was promised, and its vacancy. */
function giveBackRoom(scene: Scene, proposal: Proposal, ending: ReadonlySet<ProposalId>): void {
  const ledger = scene.ledgers.get(proposal.homeId);
  const promised = proposal.status === 'approved' ? scene.stays.get(proposal.stayId) : undefined;
  if (ledger) {
    const freed = withoutHold(ledger, proposal.id);
    scene.ledgers.set(promised ? withoutStay(freed, promised.stay.id) : freed);
  }
  if (promised && (promised.stay.status === 'provisional' || promised.stay.status === 'confirmed')) {
    const { id, roomId, personId, from } = promised.stay;
    scene.stays.set({ ...promised, stay: { id, roomId, personId, from, status: 'cancelled' } });
  }
  const file = scene.vacancies.get(proposal.vacancyId);
  if (!file) return;
  if (file.vacancy.status !== 'reserved' || file.vacancy.proposalId !== proposal.id) {
    scene.vacancies.set({ ...file, backups: file.backups.filter((id) => id !== proposal.id) });
    return;
  }
  if (!isLivedIn(scene, file)) scene.vacancies.set(onOffer(emptied(file)));
  else if (file.freedBy !== null && ending.has(file.freedBy)) withdraw(scene, file);
  else scene.vacancies.set(onOffer(file));
}

/** Whether somebody lives in the room today. Whoever was to free it may have moved already, or left some other way. */
function isLivedIn(scene: Scene, { vacancy }: VacancyFile): boolean {
  return scene.stays.all().some(({ stay }) => stay.roomId === vacancy.roomId && stay.status === 'arrived');
}

/** A room that was freed by a move is open, not expected, once it is empty. */
const emptied = (file: VacancyFile): VacancyFile =>
  file.freedBy === null ? file : { ...file, expectedAs: null };

function withdraw(scene: Scene, file: VacancyFile): void {
  const { id, roomId, reason } = file.vacancy;
  scene.vacancies.set({
    ...file,
    vacancy: { id, roomId, reason, status: 'withdrawn', because: 'residentStays' },
  });
  const ledger = scene.ledgers.get(file.homeId);
  if (ledger) scene.ledgers.set(withoutOffer(ledger, id));
}

/** The person keeps the room they live in, and nobody is expected to follow into it. */
function stayPut(scene: Scene, proposal: Proposal): void {
  const lived = scene.stays.get(scene.moves.get(proposal.personId)?.stayId ?? null);
  if (proposal.status !== 'approved' || !lived || lived.stay.status !== 'arrived') return;
  keepRoom(scene, lived, { ...lived.stay, leavesOn: null });
  for (const file of scene.vacancies.all())
    if (file.freedBy === proposal.id && file.vacancy.status === 'expected') withdraw(scene, file);
}

function keepRoom(scene: Scene, file: StayFile, stay: StayFile['stay']): void {
  scene.stays.set({ ...file, stay });
  const ledger = scene.ledgers.get(file.homeId);
  if (ledger) scene.ledgers.set(takeBackLeave(ledger, stay.id));
}

/** Back in the queue, with the date they joined it. */
function queueAgain(scene: Scene, { requestId, personId }: Proposal): void {
  const file = scene.requests.get(requestId);
  if (file && (file.request.status === 'proposed' || file.request.status === 'placed')) {
    const { discharge } = file;
    scene.requests.set({
      ...file,
      request: { ...file.request, status: 'readyToPlace' },
      discharge: discharge?.status === 'placed' ? { ...discharge, status: 'ready' } : discharge,
    });
  }
  const live = scene.moves.get(personId);
  if (live) scene.moves.set({ ...live, proposalId: null, promisedStayId: null });
}

function breakChain(scene: Scene, { chainId }: Proposal): void {
  const chain = scene.chains.get(chainId);
  if (chain && chain.status !== 'broken' && chain.status !== 'complete')
    scene.chains.set({ ...chain, status: 'broken' });
}
