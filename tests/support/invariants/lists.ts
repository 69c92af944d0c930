import { homes, ledgers, roomPlaces, vacancies } from '../../../shared/store/kinds/homes.ts';
import { caseloads, people } from '../../../shared/store/kinds/people.ts';
import type { Snapshot } from './snapshot.ts';

const live = new Set(['expected', 'open', 'reserved']);

/** What is kept in two places says the same in both: vacancies on offer, caseloads, and where rooms are. */
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
    ...differences(
      'rooms of homes',
      snapshot.of(partnership, roomPlaces).map(({ homeId, roomId }) => `${homeId} ${roomId}`),
      snapshot
        .of(partnership, homes)
        .flatMap(({ home, rooms }) => rooms.map((room) => `${home.id} ${room.id}`)),
    ),
  ]);
}

function differences(what: string, one: readonly string[], other: readonly string[]): string[] {
  const [a, b] = [new Set(one), new Set(other)];
  return [...a.symmetricDifference(b)].map((each) => `${what}: ${each} is in one place and not in the other`);
}

function twice(what: string, all: readonly string[]): string[] {
  return [...new Set(all.filter((one, i) => all.indexOf(one) !== i))].map((one) => `${what}: ${one}`);
}
