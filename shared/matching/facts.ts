import type { NeedsAssessment, ReadinessAssessment } from '../domain/assessment.ts';
import type { DeclinedMove } from '../domain/declined-move.ts';
import type { Home } from '../domain/home.ts';
import type { PartnershipId } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import type { PlacementRequest, ReadyPeriod } from '../domain/placement-request.ts';
import type { ExclusionZone, NonAssociation, ProviderBan, Risk } from '../domain/risk.ts';
import type { OutOfService, Room } from '../domain/room.ts';
import type { Stay } from '../domain/stay.ts';
import type { Vacancy } from '../domain/vacancy.ts';
import type { Anchor, Preference } from '../domain/wish.ts';
import type { Worker } from '../domain/worker.ts';

/**
 * Everything the engine reads of one partnership. It holds no name, no NHS number and no address.
 * Order carries no meaning: the same facts in any order give the same plan.
 */
export interface Facts {
  readonly partnership: PartnershipId;
  readonly homes: readonly Home[];
  readonly rooms: readonly Room[];
  readonly outOfService: readonly OutOfService[];
  readonly stays: readonly Stay[];
  readonly vacancies: readonly Vacancy[];
  readonly people: readonly Person[];
  readonly needs: readonly NeedsAssessment[];
  readonly readiness: readonly ReadinessAssessment[];
  readonly requests: readonly PlacementRequest[];
  readonly readyPeriods: readonly ReadyPeriod[];
  readonly workers: readonly Worker[];
  readonly risks: readonly Risk[];
  readonly exclusionZones: readonly ExclusionZone[];
  readonly nonAssociations: readonly NonAssociation[];
  readonly bans: readonly ProviderBan[];
  /** Moves that are not to be suggested again for now; what a change or a day has lifted is left out. */
  readonly declined: readonly DeclinedMove[];
  readonly anchors: readonly Anchor[];
  readonly preferences: readonly Preference[];
}

/** The same facts, each kind in the order of its ids, so that the order in which they were given leaves no trace. */
export function inIdOrder(facts: Facts): Facts {
  return {
    partnership: facts.partnership,
    homes: sorted(facts.homes),
    rooms: sorted(facts.rooms),
    outOfService: sorted(facts.outOfService),
    stays: sorted(facts.stays),
    vacancies: sorted(facts.vacancies),
    people: sorted(facts.people),
    needs: sorted(facts.needs),
    readiness: sorted(facts.readiness),
    requests: sorted(facts.requests),
    readyPeriods: sorted(facts.readyPeriods),
    workers: sorted(facts.workers),
    risks: sorted(facts.risks),
    exclusionZones: sorted(facts.exclusionZones),
    nonAssociations: sorted(facts.nonAssociations),
    bans: sorted(facts.bans),
    declined: sorted(facts.declined),
    anchors: sorted(facts.anchors),
    preferences: sorted(facts.preferences),
  };
}

function sorted<T extends { readonly id: string }>(records: readonly T[]): readonly T[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
