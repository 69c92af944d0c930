import { createHash } from 'node:crypto';
import { withoutEvidence } from '../../domain/assessment.ts';
import {
  type Basis,
  BasisDigests,
  BasisPart,
  type FactChanged,
  type Fields,
  fieldsOf,
} from '../../domain/basis.ts';
import type { HomeFile, PersonFile } from '../../domain/files.ts';
import type { RoomId } from '../../domain/ids.ts';
import type { HomeLedger, Occupant } from '../../domain/ledger.ts';
import type { PlacementRequest } from '../../domain/placement-request.ts';
import type { Scene } from './scene.ts';
import type { WantedMove } from './wanted-move.ts';

/**
 * The facts a move rests on as they stand now. A panel decides on these and no others: when one of them reads
 * differently, somebody reads it before anybody approves.
 */
export function basisOf(scene: Scene, { person, request, home, room, on }: WantedMove): Basis {
  return {
    person: fieldsOf(aboutPerson(person)),
    request: fieldsOf(aboutRequest(request.request)),
    constraints: fieldsOf(constraintsOf(person)),
    home: fieldsOf(aboutRoom(home, room.id)),
    housemates: fieldsOf(housematesOf(scene.ledgers.get(home.home.id), person.person.id, on)),
    policy: { version: scene.policy.version },
  };
}

export function digestsOf(basis: Basis): BasisDigests {
  const digests = BasisPart.options.map((part) => [part, digestOf(basis[part])]);
  return BasisDigests.parse(Object.fromEntries(digests));
}

export function isSameBasis(a: BasisDigests, b: BasisDigests): boolean {
  return BasisPart.options.every((part) => a[part] === b[part]);
}

/** Most changes told in a refusal; who reads the proposal finds them all. */
const mostTold = 20;

/** Changes as a refusal tells them: by part and field, what it was and what it is. */
export function toldChanges(changes: readonly FactChanged[]): Record<string, string> {
  const told = changes.slice(0, mostTold).map(({ part, field, before, now }): [string, string] => {
    return [`${part}: ${field}`, `${before ?? 'not there'} → ${now ?? 'not there'}`];
  });
  const more = changes.length - told.length;
  return Object.fromEntries(more > 0 ? [...told, ['more', String(more)]] : told);
}

/** One digest of several, for a chain. */
export function digestOfAll(digests: readonly BasisDigests[]): string {
  return hash(JSON.stringify(digests.map((one) => BasisPart.options.map((part) => one[part]))));
}

/** A digest of what is on record about a person and a room: while it is the same, so is what can be said of the pair. */
export function pairDigest(person: PersonFile, home: HomeFile, roomId: RoomId): string {
  const parts = [aboutPerson(person), constraintsOf(person), aboutRoom(home, roomId)];
  return hash(JSON.stringify(parts.map((part) => digestOf(fieldsOf(part)))));
}

const digestOf = (fields: Fields): string =>
  hash(JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))));

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

function aboutPerson({ person, needs, readiness, anchors, preferences }: PersonFile) {
  return { person, needs, readiness: readiness.map(withoutEvidence), anchors, preferences };
}

function constraintsOf({ risks, exclusionZones, nonAssociations, bans }: PersonFile) {
  return { risks, exclusionZones, nonAssociations, bans };
}

/** What was asked for. Where it stands in the workflow is no fact about the person. */
function aboutRequest(request: PlacementRequest) {
  const { serviceModel, stages, queuedOn, earliestOn, neededBy, unsafeNow, accommodation, outcode } = request;
  return { serviceModel, stages, queuedOn, earliestOn, neededBy, unsafeNow, accommodation, outcode };
}

function aboutRoom({ home, rooms, outOfService, closing }: HomeFile, roomId: RoomId) {
  return {
    home,
    closing: closing ?? {},
    room: rooms.find(({ id }) => id === roomId),
    outOfService: outOfService.filter((one) => one.roomId === roomId),
  };
}

/** Whoever else lives in the home or is promised a room there on the day. */
export function housematesOf(ledger: HomeLedger | undefined, personId: string, on: string): Occupant[] {
  if (!ledger) return [];
  const there = new Set<string>(
    ledger.periods.flatMap((period) =>
      period.kind === 'stay' && (period.until === null || period.until > on) ? [period.personId] : [],
    ),
  );
  return ledger.occupants.filter((one) => one.personId !== personId && there.has(one.personId));
}
