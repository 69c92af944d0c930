import { withoutEvidence } from '../domain/assessment.ts';
import { type Day, type Instant, londonDay } from '../domain/day.ts';
import type { DeclinedMove } from '../domain/declined-move.ts';
import type { HomeFile, PersonFile, RequestFile, StayFile, VacancyFile } from '../domain/files.ts';
import type { Home } from '../domain/home.ts';
import type { PartnershipId } from '../domain/ids.ts';
import { StayId } from '../domain/ids.ts';
import { type HomeLedger, isInForce } from '../domain/ledger.ts';
import type { Stay } from '../domain/stay.ts';
import type { Worker } from '../domain/worker.ts';
import type { Facts } from '../matching/engine.ts';
import { pairDigest } from './placing/basis.ts';

/** What is on record, as it is kept. */
export interface OnRecord {
  readonly partnership: PartnershipId;
  readonly homes: readonly HomeFile[];
  readonly ledgers: readonly HomeLedger[];
  readonly people: readonly PersonFile[];
  readonly requests: readonly RequestFile[];
  readonly vacancies: readonly VacancyFile[];
  readonly stays: readonly StayFile[];
  readonly workers: readonly Worker[];
}

/**
 * What is on record as the engine reads it. Somebody whose room is held for a proposal counts as promised that room, so
 * that no plan fills the house over them; a hold that has run out counts for nothing.
 */
export function factsOf(found: OnRecord, now: Instant): Facts {
  const gone = new Set(found.people.flatMap((file) => (file.withdrawn ? file.person.id : [])));
  return {
    partnership: found.partnership,
    homes: found.homes.map(asOffered),
    rooms: found.homes.flatMap((file) => file.rooms),
    outOfService: found.homes.flatMap((file) => file.outOfService),
    stays: [...found.stays.map((file) => file.stay), ...found.ledgers.flatMap((one) => heldStays(one, now))],
    vacancies: found.vacancies.map((file) => file.vacancy),
    people: found.people.map((file) => file.person),
    needs: found.people.flatMap((file) => file.needs),
    readiness: found.people.flatMap((file) => file.readiness.map(withoutEvidence)),
    // Their requests end in the minutes after; until then nobody plans for them.
    requests: found.requests.map((file) => file.request).filter(({ personId }) => !gone.has(personId)),
    readyPeriods: found.requests.flatMap((file) => file.discharge?.periods ?? []),
    workers: found.workers,
    risks: found.people.flatMap((file) => file.risks),
    exclusionZones: found.people.flatMap((file) => file.exclusionZones),
    bans: found.people.flatMap((file) => file.bans),
    declined: declinedOf(found, londonDay(now)),
    nonAssociations: found.people.flatMap((file) => file.nonAssociations),
    anchors: found.people.flatMap((file) => file.anchors),
    preferences: found.people.flatMap((file) => file.preferences),
  };
}

/** A home that closes is let until then and no longer, as if its lease ended. */
function asOffered({ home, closing }: HomeFile): Home {
  if (!closing || (home.leaseEndsOn !== null && home.leaseEndsOn <= closing.from)) return home;
  return { ...home, leaseEndsOn: closing.from };
}

/** What is still not to be suggested: before its day, or while nothing on record of the person and the room has changed. */
function declinedOf({ people, homes }: OnRecord, today: Day): DeclinedMove[] {
  const homeOf = new Map(homes.map((file) => [file.home.id, file]));
  return people.flatMap((file) =>
    file.declined.filter(({ until, digest, homeId, roomId }) => {
      if (until !== null) return today < until;
      const home = homeOf.get(homeId);
      return home !== undefined && pairDigest(file, home, roomId) === digest;
    }),
  );
}

function heldStays(ledger: HomeLedger, now: Instant): Stay[] {
  return ledger.periods.flatMap((period) =>
    period.kind === 'hold' &&
    isInForce(period, now) &&
    (period.until === null || period.until > londonDay(now))
      ? [
          {
            id: StayId.parse(`held-${period.proposalId}`.slice(0, 64)),
            roomId: period.roomId,
            personId: period.personId,
            from: period.from,
            status: 'provisional',
            proposalId: period.proposalId,
          },
        ]
      : [],
  );
}
