import type { PersonFile, RequestFile } from '../../shared/domain/files.ts';
import type { Home } from '../../shared/domain/home.ts';
import { MemberId } from '../../shared/domain/ids.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { PlacementRequest } from '../../shared/domain/placement-request.ts';
import type { Facts } from '../../shared/matching/engine.ts';

/** Everything the fixture says of one person. */
export function personFile(facts: Facts, person: Person, prefix: string): PersonFile {
  const theirs = <T extends { readonly personId: string }>(all: readonly T[]): T[] =>
    all.filter((one) => one.personId === person.id);
  const [request] = theirs(facts.requests);
  return {
    person,
    needs: theirs(facts.needs),
    readiness: theirs(facts.readiness),
    risks: theirs(facts.risks),
    exclusionZones: theirs(facts.exclusionZones),
    nonAssociations: theirs(facts.nonAssociations),
    bans: theirs(facts.bans),
    anchors: theirs(facts.anchors),
    preferences: theirs(facts.preferences),
    declined: [],
    withdrawn: null,
    openedBy: openerOf(request, prefix),
    organisationId: null,
  };
}

/** The ward asks for its patients; the worker of `w-1` for everybody else. */
const openerOf = (request: PlacementRequest | undefined, prefix: string): MemberId =>
  MemberId.parse(`${prefix}${request?.kind === 'discharge' ? 'ward' : 'worker'}`);

/** A request with, from the ward, its discharge case. */
export function requestFile(facts: Facts, request: PlacementRequest, prefix: string): RequestFile {
  const periods = facts.readyPeriods.filter((one) => one.requestId === request.id);
  const isReady = periods.some((one) => one.endedOn === null);
  return {
    request,
    discharge:
      request.kind === 'discharge'
        ? { requestId: request.id, status: isReady ? 'ready' : 'open', periods }
        : null,
    openedBy: openerOf(request, prefix),
    organisationId: null,
    question: null,
    answers: [],
    endedBecause: null,
  };
}

export function homeOf(facts: Facts, roomId: string): Home['id'] {
  const room = facts.rooms.find((one) => one.id === roomId);
  if (!room) throw new Error(`No home has the room ${roomId}.`);
  return room.homeId;
}
