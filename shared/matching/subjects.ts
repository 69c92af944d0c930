import { type Day, dayNumber } from '../domain/day.ts';
import { householdSize, type Person } from '../domain/person.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { Policy } from '../domain/policy.ts';
import { exploitationOf } from '../domain/risk.ts';
import type { Stay } from '../domain/stay.ts';
import type { ServiceModel } from '../services/service-model.ts';
import { hasHighRisk, type Lookups, latest } from './lookups.ts';
import { elsewhere, stagesAfter } from './next-stages.ts';
import type { Housemate, Subject } from './pool-types.ts';
import { gateFindings, readinessRecord } from './readiness.ts';
import { delayDaysOf, tierOf } from './urgency.ts';

/** The day of a plan and the first day on which anybody could move, as day numbers. */
export interface PlanDays {
  readonly onDay: Day;
  readonly on: number;
  readonly soonest: number;
}

/** A person with one of their requests, every fact the rules read looked up. */
export function makeSubject(
  look: Lookups,
  { onDay, on, soonest }: PlanDays,
  policy: Policy,
  model: ServiceModel,
  person: Person,
  request: PlacementRequest,
): Subject {
  const stay = look.stayOf.get(person.id) ?? null;
  const room = stay ? (look.rooms.get(stay.roomId) ?? null) : null;
  const home = room ? (look.homes.get(room.homeId) ?? null) : null;
  const stage = home?.offers.find((offer) => offer.serviceModel === model.id)?.stage ?? null;
  const delayDays = delayDaysOf(look.periods.get(request.id) ?? [], onDay);
  const needs = latest(look.needs.get(person.id), (one) => one.assessedOn);
  const risks = look.risks.get(person.id) ?? [];
  const readiness = readinessRecord(look.readiness.get(person.id) ?? []);
  return {
    person,
    request,
    model,
    stay,
    room,
    home,
    stage,
    stages: stagesFor(request, model, stage, stay !== null),
    needs,
    readiness,
    gates: gateFindings(model, readiness, on),
    risks,
    zones: look.zones.get(person.id) ?? [],
    bans: look.bans.get(person.id) ?? [],
    declined: look.declined.get(person.id) ?? [],
    keptApartFrom: look.apart.get(person.id) ?? new Set(),
    ...exploitationOf(risks),
    anchors: look.anchors.get(person.id) ?? [],
    preferences: look.preferences.get(person.id) ?? [],
    primaryWorker: person.primaryWorker === null ? null : (look.workers.get(person.primaryWorker) ?? null),
    size: householdSize(person),
    highRisk: hasHighRisk(risks),
    earlyRecovery: needs?.recovery === 'early',
    tier: tierOf(request, stay !== null, delayDays, policy),
    waitDays: Math.max(0, on - dayNumber(request.queuedOn)),
    delayDays,
    earliest: request.earliestOn === null ? soonest : Math.max(soonest, dayNumber(request.earliestOn)),
  };
}

/** Somebody no plan moves, living there or promised a room, as those who may share a home with them see them. */
export function makeHousemate(look: Lookups, person: Person, stay: Stay): Housemate {
  const leavesOn = stay.status === 'arrived' ? stay.leavesOn : null;
  const risks = look.risks.get(person.id) ?? [];
  const recovery = latest(look.needs.get(person.id), (one) => one.assessedOn)?.recovery;
  return {
    person,
    roomId: stay.roomId,
    keptApartFrom: look.apart.get(person.id) ?? new Set(),
    size: householdSize(person),
    highRisk: hasHighRisk(risks),
    ...exploitationOf(risks),
    earlyRecovery: recovery === 'early',
    usingNow: recovery === 'usingNow',
    leaves: leavesOn === null ? Number.POSITIVE_INFINITY : dayNumber(leavesOn),
  };
}

/**
 * The stages a request may lead to: those it names, or those the programme lets this person enter from where they
 * are. A stage that only changes the support in the same home is no move.
 */
function stagesFor(
  request: PlacementRequest,
  model: ServiceModel,
  stage: string | null,
  resident: boolean,
): ReadonlySet<string> {
  if (request.stages.length > 0) return new Set(request.stages);
  if (!resident) return new Set(model.matching.newcomerStages);
  return new Set(elsewhere(model, stagesAfter(model, stage)));
}
