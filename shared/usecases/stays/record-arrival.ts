import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import type { StayFile, VacancyFile } from '../../domain/files.ts';
import type { HomeId, StayId } from '../../domain/ids.ts';
import { changeStay, withoutOffer } from '../../domain/ledger.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { Stay } from '../../domain/stay.ts';
import type { Step } from '../../store/steps.ts';
import { passGate } from '../before-move/gate.ts';
import { type Call, type Deps, write } from '../call.ts';
import { beginContacts } from '../contacts/begin-contacts.ts';
import { beginDeparture } from '../departures/begin-departure.ts';
import { booksOf, keepBooks, letLeave } from '../placing/book.ts';
import { makeWay } from '../placing/make-way.ts';
import { hasMoved, isLive } from '../placing/release.ts';
import { type Scene, stepsOf } from '../placing/scene.ts';
import { StayStep } from './answer-offer.ts';
import { fetchStay } from './fetch-stay.ts';

export const Arrival = z.strictObject({
  /** The first night they slept there. */
  on: Day,
});
export type Arrival = z.infer<typeof Arrival>;

/**
 * Somebody has moved in. The room they leave, if they had one, is theirs no longer from that night on and is made ready
 * for whoever follows; a later follower is told by the new day on their stay. What the programme requires before a move
 * has been done by then, or somebody else answers for moving without it.
 */
export function recordArrival(
  deps: Deps,
  call: Call<{ stayId: StayId }, Arrival>,
): Promise<Outcome<StayStep>> {
  return write(deps, call, 'arrived', StayStep, async (records, now) => {
    const found = await fetchStay(deps, call, records, now, call.params.stayId, 'stays.record');
    if (!found.ok) return found;
    const { scene, file, proposal } = found.value;
    const { stay } = file;
    const { on } = call.body;
    const facts = { stayId: stay.id, state: stay.status };
    if (stay.status !== 'confirmed' || proposal?.status !== 'approved')
      return refuse('transition-not-allowed', facts);
    if (!roomWasFreed(scene, proposal)) return refuse('earlier-move-not-made', { stayId: stay.id });
    if (on > scene.today || on < stay.from)
      return refuse('day-not-possible', { earliest: stay.from, latest: scene.today });
    const gate = await passGate(deps, found.value, call.who.data.id);
    if (!gate.ok) return gate;
    const { movedInWithout } = gate.value;
    const contacts = contactsAfter(deps, scene, file, proposal, on);
    arrive(scene, movedInWithout.length > 0 ? { ...file, movedInWithout } : file, stay, on);
    const departed = leaveOldRoom(deps, scene, proposal, on, file.homeId);
    finish(scene, proposal, stay.id);
    return done({
      steps: [...stepsOf(scene), ...contacts, ...departed, ...gate.value.steps],
      answer: { id: stay.id, version: scene.stays.versionOf(stay.id), status: 'arrived', ended: [] },
      told: {
        ...{ stayId: stay.id, personId: stay.personId, roomId: stay.roomId, homeId: file.homeId, on },
        ...(movedInWithout.length > 0 && { without: movedInWithout.map(({ item }) => item).join(', ') }),
      },
    });
  });
}

/** The contacts that are owed after the move, between the homes it is from and to. */
function contactsAfter(
  deps: Deps,
  scene: Scene,
  { stay, homeId }: StayFile,
  from: Proposal,
  on: Day,
): Step[] {
  const person = scene.people.get(stay.personId);
  if (!person) return [];
  return beginContacts(deps, scene.records, {
    ...{ person, stayId: stay.id, on },
    from: scene.homes.get(from.fromHomeId),
    to: scene.homes.get(homeId),
  });
}

/** Whether whoever had the room before has moved, as a recorded fact. */
function roomWasFreed(scene: Scene, { vacancyId }: Proposal): boolean {
  const freedBy = scene.vacancies.get(vacancyId)?.freedBy ?? null;
  const before = scene.proposals.get(freedBy);
  return freedBy === null || (before !== undefined && hasMoved(scene, before));
}

function arrive(scene: Scene, file: StayFile, stay: Extract<Stay, { status: 'confirmed' }>, on: Day): void {
  const { id, roomId, personId } = stay;
  scene.stays.set({
    ...file,
    stay: { id, roomId, personId, from: on, status: 'arrived', absences: [], leavesOn: null },
  });
  const ledger = scene.ledgers.get(file.homeId);
  if (ledger) scene.ledgers.set(changeStay(ledger, id, { arrived: true, from: on }));
}

/** Ends the stay in the room they come from, on the same day. */
function leaveOldRoom(deps: Deps, scene: Scene, proposal: Proposal, on: Day, to: HomeId): Step[] {
  const left = scene.stays.get(scene.moves.get(proposal.personId)?.stayId ?? null);
  if (left?.stay.status !== 'arrived') return [];
  const { leavesOn: _notice, ...lived } = left.stay;
  scene.stays.set({
    ...left,
    stay: { ...lived, status: 'departed', departedOn: on, reason: 'plannedMoveOn' },
  });
  const books = booksOf(scene);
  const readyOn = letLeave(deps, scene, books, left, on);
  keepBooks(scene, books);
  for (const file of scene.vacancies.all()) if (file.freedBy === proposal.id) readyFrom(scene, file, readyOn);
  makeWay(deps, scene, left.homeId, left.stay.roomId, readyOn);
  const from = scene.homes.get(left.homeId);
  if (!from) return [];
  const { id: stayId, personId } = left.stay;
  const was = { stayId, personId, on, reason: 'plannedMoveOn' as const, from, to: scene.homes.get(to) };
  return [beginDeparture(deps, scene.records, scene.now, was)];
}

/** The room is free from a day now known, and its vacancy says so. */
function readyFrom(scene: Scene, file: VacancyFile, readyOn: Day): void {
  const { vacancy } = file;
  if (vacancy.status === 'expected') {
    const { id, roomId, reason } = vacancy;
    scene.vacancies.set({ ...file, vacancy: { id, roomId, reason, status: 'open', from: readyOn } });
  }
  if (vacancy.status === 'reserved') scene.vacancies.set({ ...file, vacancy: { ...vacancy, from: readyOn } });
}

/** Closes what the move fulfils: the vacancy, the request, the promise, and the chain when it was the last. */
function finish(scene: Scene, proposal: Proposal, stayId: StayId): void {
  const file = scene.vacancies.get(proposal.vacancyId);
  if (file?.vacancy.status === 'reserved') {
    const { id, roomId, reason } = file.vacancy;
    scene.vacancies.set({ ...file, vacancy: { id, roomId, reason, status: 'filled', stayId } });
    const ledger = scene.ledgers.get(file.homeId);
    if (ledger) scene.ledgers.set(withoutOffer(ledger, id));
  }
  const asked = scene.requests.get(proposal.requestId);
  if (asked && asked.request.status === 'placed') {
    const { discharge } = asked;
    const periods = discharge?.periods.map((one) =>
      one.endedOn === null
        ? { ...one, endedOn: arrivedOn(scene, stayId, one.readyOn), endReason: 'discharged' as const }
        : one,
    );
    scene.requests.set({
      ...asked,
      request: { ...asked.request, status: 'closed' },
      discharge: discharge && periods ? { ...discharge, periods } : discharge,
    });
  }
  const live = scene.moves.get(proposal.personId);
  if (live) scene.moves.set({ ...live, proposalId: null, promisedStayId: null, requestId: null, stayId });
  const chain = scene.chains.get(proposal.chainId);
  if (chain?.status !== 'approved' && chain?.status !== 'executing') return;
  const waiting = chain.proposals
    .flatMap((id) => scene.proposals.get(id) ?? [])
    .filter((one) => isLive(one) && !hasMoved(scene, one));
  scene.chains.set({
    ...chain,
    status: waiting.length > 0 || chain.status === 'approved' ? 'executing' : 'complete',
  });
}

const arrivedOn = (scene: Scene, stayId: StayId, fallback: Day): Day =>
  scene.stays.get(stayId)?.stay.from ?? fallback;
