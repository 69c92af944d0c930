import type { VacancyReason } from '../../domain/codes.ts';
import type { Instant } from '../../domain/day.ts';
import type { StayFile, VacancyFile } from '../../domain/files.ts';
import { type DecisionId, type StayId, VacancyId } from '../../domain/ids.ts';
import { withOffer } from '../../domain/ledger.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import type { Deps } from '../call.ts';
import { reserved } from './make-proposals.ts';
import type { Scene } from './scene.ts';
import { endOf, offeredVacancy, type WantedMove } from './wanted-move.ts';
import { stepTaken } from './workflow.ts';

/** The person moves to another home of the partnership. CORE, reason the property is vacant. */
const movedWithin: VacancyReason = '13';

/** A proposal a panel approves, with the offer it becomes. */
export interface Approved {
  readonly proposal: Proposal;
  readonly move: WantedMove;
  readonly stayId: StayId;
  readonly decisionId: DecisionId;
}

/** Puts an approved move on the scene's shelves: the offer, the request, the person, and the vacancy where there is one. */
export function keepApproved(scene: Scene, { proposal, move, stayId, decisionId }: Approved): void {
  const { id: proposalId, roomId, personId, homeId, moveOn: from } = proposal;
  const taken = stepTaken(scene, proposal);
  const approvedNow = {
    ...proposal,
    ...taken,
    status: 'approved' as const,
    waitingFor: null,
    decisionId,
    stayId,
  };
  // An earlier move of the chain may just have made the vacancy.
  const vacancy = offeredVacancy(scene, homeId, roomId) ?? move.vacancy;
  scene.proposals.set({ ...approvedNow, vacancyId: vacancy?.vacancy.id ?? proposal.vacancyId });
  scene.stays.set({
    stay: { id: stayId, roomId, personId, from, status: 'provisional', proposalId },
    homeId,
    proposalId,
  });
  const { request, discharge } = move.request;
  if (request.status !== 'paused')
    scene.requests.set({
      ...move.request,
      request: { ...request, status: 'placed' },
      discharge: discharge?.status === 'ready' ? { ...discharge, status: 'placed' } : discharge,
    });
  const live = scene.moves.get(personId);
  if (live) scene.moves.set({ ...live, promisedStayId: stayId });
  scene.people.relyOn(personId);
  scene.homes.relyOn(homeId);
  if (vacancy)
    scene.vacancies.set({
      ...reserved(vacancy, { ...approvedNow, expiresAt: keptUntil(scene, proposal) }),
      backups: vacancy.backups.filter((id) => id !== proposalId),
    });
}

/** A room that is promised stays reserved until some working days after the day of the move. */
const keptUntil = (scene: Scene, { moveOn }: Proposal): Instant =>
  endOf(addWorkingDays(moveOn, scene.policy.clocks.holdWorkingDays));

/** The room somebody leaves: kept for the one who follows, or else expected, for the next plan. */
export function freeRoom(
  deps: Deps,
  scene: Scene,
  { proposal }: Approved,
  left: StayFile,
  next: Approved | undefined,
): void {
  const { stay, homeId } = left;
  if (stay.status === 'arrived') scene.stays.set({ ...left, stay: { ...stay, leavesOn: proposal.moveOn } });
  const home = scene.homes.get(homeId);
  if (!home) return;
  const known = offeredVacancy(scene, homeId, stay.roomId);
  const id = known?.vacancy.id ?? VacancyId.parse(deps.writing.newId('vacancy'));
  const expected: VacancyFile = {
    vacancy: {
      id,
      roomId: stay.roomId,
      reason: movedWithin,
      status: 'expected',
      certainty: 'noticeGiven',
      from: proposal.moveOn,
    },
    homeId,
    expectedAs: 'noticeGiven',
    freedBy: proposal.id,
    backups: known?.backups ?? [],
  };
  const follows = next?.proposal.roomId === stay.roomId;
  scene.vacancies.set(
    follows ? reserved(expected, { ...next.proposal, expiresAt: keptUntil(scene, next.proposal) }) : expected,
  );
  const ledger = scene.ledgers.get(homeId);
  if (!known && ledger) scene.ledgers.set(withOffer(ledger, stay.roomId, id));
}
