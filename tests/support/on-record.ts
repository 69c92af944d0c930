import { MemberId, type RequestId } from '../../shared/domain/ids.ts';
import { emptyLedger } from '../../shared/domain/ledger.ts';
import type { DischargeCase, ReadyPeriod } from '../../shared/domain/placement-request.ts';
import type { Facts } from '../../shared/matching/engine.ts';
import { type Item, itemOf } from '../../shared/store/item.ts';
import type { Kind } from '../../shared/store/kind.ts';
import { homes, ledgers, vacancies } from '../../shared/store/kinds/homes.ts';
import { workers } from '../../shared/store/kinds/partnerships.ts';
import { people } from '../../shared/store/kinds/people.ts';
import { requests, stays } from '../../shared/store/kinds/placing.ts';

const openedBy = MemberId.parse('officer');

/** What the table would hold of a partnership with these facts, and nothing that the engine does not read. */
export function itemsOf(facts: Facts): Item[] {
  const kept = <T>(kind: Kind<T>, all: readonly T[]): Item[] =>
    all.map((data) => itemOf(facts.partnership, kind, 1, data));
  const personOf = (one: { readonly personId: string }): string => one.personId;
  const needs = grouped(facts.needs, personOf);
  const readiness = grouped(facts.readiness, personOf);
  const risks = grouped(facts.risks, personOf);
  const exclusionZones = grouped(facts.exclusionZones, personOf);
  const bans = grouped(facts.bans, personOf);
  const nonAssociations = grouped(facts.nonAssociations, personOf);
  const anchors = grouped(facts.anchors, personOf);
  const preferences = grouped(facts.preferences, personOf);
  const rooms = grouped(facts.rooms, (one) => one.homeId);
  const homeOf = new Map(facts.rooms.map((room) => [room.id, room.homeId]));
  const closed = grouped(facts.outOfService, (one) => homeOf.get(one.roomId)!);
  const periods = grouped(facts.readyPeriods, (one) => one.requestId);
  return [
    ...kept(workers, facts.workers),
    ...kept(
      people,
      facts.people.map((person) => ({
        person,
        needs: needs(person.id),
        readiness: readiness(person.id),
        risks: risks(person.id),
        exclusionZones: exclusionZones(person.id),
        bans: bans(person.id),
        nonAssociations: nonAssociations(person.id),
        anchors: anchors(person.id),
        preferences: preferences(person.id),
        declined: [],
        withdrawn: null,
        openedBy,
        organisationId: null,
      })),
    ),
    ...kept(
      homes,
      facts.homes.map((home) => ({
        home,
        rooms: rooms(home.id),
        outOfService: closed(home.id),
        closing: null,
      })),
    ),
    ...kept(
      ledgers,
      facts.homes.map((home) => emptyLedger(home.id)),
    ),
    ...kept(
      vacancies,
      facts.vacancies.map((vacancy) => ({
        vacancy,
        homeId: homeOf.get(vacancy.roomId)!,
        expectedAs: null,
        freedBy: null,
        backups: [],
      })),
    ),
    ...kept(
      requests,
      facts.requests.map((request) => ({
        request,
        discharge: dischargeOf(request.id, periods(request.id)),
        openedBy,
        organisationId: null,
        question: null,
        answers: [],
        endedBecause: null,
      })),
    ),
    ...kept(
      stays,
      facts.stays.map((stay) => ({ stay, homeId: homeOf.get(stay.roomId)!, proposalId: null })),
    ),
  ];
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): (key: string) => T[] {
  const groups = Map.groupBy(all, keyOf);
  return (key) => groups.get(key) ?? [];
}

function dischargeOf(requestId: RequestId, periods: ReadyPeriod[]): DischargeCase | null {
  if (periods.length === 0) return null;
  return { requestId, status: periods.some((one) => one.endedOn === null) ? 'ready' : 'open', periods };
}
