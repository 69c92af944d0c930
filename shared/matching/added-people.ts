import type { Day } from '../domain/day.ts';
import {
  AnchorId,
  ExclusionZoneId,
  NeedsId,
  NonAssociationId,
  PersonId,
  PreferenceId,
  ProviderBanId,
  ReadinessId,
  ReadyPeriodId,
  RequestId,
  RiskId,
} from '../domain/ids.ts';
import type { Facts } from './facts.ts';
import { hashOf } from './order.ts';

/**
 * The facts with somebody who is like one of them in every fact but their wait: they join the queue on the day given, so
 * that nobody who waits already comes behind their own copy. They have no home yet.
 */
export function withOneLike(facts: Facts, person: PersonId, number: number, queuedOn: Day): Facts {
  const copied = (id: string): string => `one-like-${hashOf(id).toString(36)}-${number}`;
  const personId = PersonId.parse(copied(person));
  const theirs = <T extends { readonly personId: PersonId }>(records: readonly T[]): T[] =>
    records.filter((one) => one.personId === person);
  const requests = theirs(facts.requests);
  const asked = new Set<string>(requests.map((one) => one.id));
  return {
    ...facts,
    people: [
      ...facts.people,
      ...facts.people.filter((one) => one.id === person).map((one) => ({ ...one, id: personId })),
    ],
    needs: [
      ...facts.needs,
      ...theirs(facts.needs).map((one) => ({ ...one, personId, id: NeedsId.parse(copied(one.id)) })),
    ],
    readiness: [
      ...facts.readiness,
      ...theirs(facts.readiness).map((one) => ({ ...one, personId, id: ReadinessId.parse(copied(one.id)) })),
    ],
    requests: [
      ...facts.requests,
      ...requests.map((one) => ({ ...one, personId, queuedOn, id: RequestId.parse(copied(one.id)) })),
    ],
    readyPeriods: [
      ...facts.readyPeriods,
      ...facts.readyPeriods
        .filter((one) => asked.has(one.requestId))
        .map((one) => ({
          ...one,
          id: ReadyPeriodId.parse(copied(one.id)),
          requestId: RequestId.parse(copied(one.requestId)),
        })),
    ],
    risks: [
      ...facts.risks,
      ...theirs(facts.risks).map((one) => ({ ...one, personId, id: RiskId.parse(copied(one.id)) })),
    ],
    exclusionZones: [
      ...facts.exclusionZones,
      ...theirs(facts.exclusionZones).map((one) => ({
        ...one,
        personId,
        id: ExclusionZoneId.parse(copied(one.id)),
      })),
    ],
    bans: [
      ...facts.bans,
      ...theirs(facts.bans).map((one) => ({ ...one, personId, id: ProviderBanId.parse(copied(one.id)) })),
    ],
    nonAssociations: [
      ...facts.nonAssociations,
      ...facts.nonAssociations
        .filter((one) => one.personId === person || one.otherPersonId === person)
        .map((one) => ({
          ...one,
          id: NonAssociationId.parse(copied(one.id)),
          personId,
          otherPersonId: one.personId === person ? one.otherPersonId : one.personId,
        })),
    ],
    anchors: [
      ...facts.anchors,
      ...theirs(facts.anchors).map((one) => ({ ...one, personId, id: AnchorId.parse(copied(one.id)) })),
    ],
    preferences: [
      ...facts.preferences,
      ...theirs(facts.preferences).map((one) => ({
        ...one,
        personId,
        id: PreferenceId.parse(copied(one.id)),
      })),
    ],
  };
}
