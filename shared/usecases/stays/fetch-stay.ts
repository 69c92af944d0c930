import type { Action } from '../../access/actions.ts';
import { barredFrom } from '../../access/own-case.ts';
import type { Instant } from '../../domain/day.ts';
import type { HomeFile, PersonFile, StayFile } from '../../domain/files.ts';
import type { StayId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { stays } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import type { Call, Deps } from '../call.ts';
import { addProposals } from '../placing/fetch-proposals.ts';
import { fetchHomes, fetchPeople, makeScene, type Scene } from '../placing/scene.ts';

/** A stay with everything a step of it touches. */
export interface StayFound {
  readonly scene: Scene;
  readonly file: StayFile;
  readonly person: PersonFile;
  readonly home: HomeFile;
  /** The proposal it came from; null for a stay that was recorded as it was. */
  readonly proposal: Proposal | null;
}

/** Reads a stay for somebody who may take an action on it: their own case, or in a home of their organisation. */
export async function fetchStay(
  deps: Deps,
  call: Call,
  records: Records,
  now: Instant,
  id: StayId,
  action: Action,
): Promise<Outcome<StayFound>> {
  const found = await findStay(deps, records, now, id);
  if (!found.ok) return found;
  const { scene, person, home, proposal } = found.value;
  const request = scene.requests.get(proposal?.requestId ?? null);
  const barred = barredFrom(call.who.data, action, { person, home, ...(request && { requests: [request] }) });
  return barred ? refuse(barred) : found;
}

/** Reads a stay with everything a step of it touches. Whoever asks for it sees to it that the caller may. */
export async function findStay(
  deps: Deps,
  records: Records,
  now: Instant,
  id: StayId,
): Promise<Outcome<StayFound>> {
  const found = await records.get(stays, id);
  if (!found) return refuse('not-found');
  const file = found.data;
  const scene = await makeScene(deps, records, now);
  scene.stays.add([found]);
  await Promise.all([fetchPeople(scene, [file.stay.personId]), fetchHomes(scene, [file.homeId])]);
  if (file.proposalId !== null) await addProposals(scene, [file.proposalId]);
  const person = scene.people.get(file.stay.personId);
  const home = scene.homes.get(file.homeId);
  if (!person || !home) return refuse('not-found');
  return done({ scene, file, person, home, proposal: scene.proposals.get(file.proposalId) ?? null });
}
