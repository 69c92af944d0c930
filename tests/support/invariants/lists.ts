import { homes, ledgers, roomPlaces, vacancies } from '../../../shared/store/kinds/homes.ts';
import { caseloads, moves, people } from '../../../shared/store/kinds/people.ts';
import { requests } from '../../../shared/store/kinds/placing.ts';
import type { Snapshot } from './snapshot.ts';

const live = new Set(['expected', 'open', 'reserved']);

/** What is kept in two places says the same in both: vacancies on offer, caseloads, live requests, where rooms are. */
export function brokenLists(snapshot: Snapshot): string[] {
  return snapshot.partnerships().flatMap((partnership) => [
    ...differences(
      'vacancies on offer',
      snapshot
        .of(partnership, ledgers)
        .flatMap(({ homeId, offered }) => offered.map((one) => `${homeId} ${one.roomId} ${one.vacancyId}`)),
      snapshot
        .of(partnership, vacancies)
        .flatMap(({ homeId, vacancy }) =>
          live.has(vacancy.status) ? [`${homeId} ${vacancy.roomId} ${vacancy.id}`] : [],
        ),
    ),
    ...twice(
      'room with two vacancies',
      snapshot.of(partnership, ledgers).flatMap(({ offered }) => offered.map((one) => one.roomId)),
    ),
    ...differences(
      'caseloads',
      snapshot
        .of(partnership, caseloads)
        .flatMap(({ workerId, people: theirs }) => theirs.map((id) => `${workerId} ${id}`)),
      snapshot
        .of(partnership, people)
        .flatMap(({ person }) => (person.primaryWorker ? [`${person.primaryWorker} ${person.id}`] : [])),
    ),
    ...twice('person with two live requests', liveRequests(snapshot, partnership)),
    ...liveRequests(snapshot, partnership).flatMap((personId) => {
      const says = snapshot.of(partnership, moves).find((move) => move.personId === personId)?.requestId;
      return isLiveRequest(snapshot, partnership, says)
        ? []
        : [`${personId}: the request is ${says ?? 'none'}, and that is not the live one`];
    }),
    ...differences(
      'rooms of homes',
      snapshot.of(partnership, roomPlaces).map(({ homeId, roomId }) => `${homeId} ${roomId}`),
      snapshot
        .of(partnership, homes)
        .flatMap(({ home, rooms }) => rooms.map((room) => `${home.id} ${room.id}`)),
    ),
  ]);
}

const ended = new Set(['closed', 'rejected', 'withdrawn', 'expired']);

/** Whom the live requests are for. */
const liveRequests = (snapshot: Snapshot, partnership: string): string[] =>
  snapshot
    .of(partnership, requests)
    .flatMap(({ request }) => (ended.has(request.status) ? [] : [request.personId]));

const isLiveRequest = (snapshot: Snapshot, partnership: string, id: string | null | undefined): boolean =>
  snapshot.of(partnership, requests).some(({ request }) => request.id === id && !ended.has(request.status));

function differences(what: string, one: readonly string[], other: readonly string[]): string[] {
  const [a, b] = [new Set(one), new Set(other)];
  return [...a.symmetricDifference(b)].map((each) => `${what}: ${each} is in one place and not in the other`);
}

function twice(what: string, all: readonly string[]): string[] {
  return [...new Set(all.filter((one, i) => all.indexOf(one) !== i))].map((one) => `${what}: ${one}`);
}
