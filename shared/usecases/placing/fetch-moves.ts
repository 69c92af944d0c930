import type { Day, Instant } from '../../domain/day.ts';
import type { PersonId, RequestId, RoomId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Override } from '../../domain/panel.ts';
import { requests } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import type { Deps } from '../call.ts';
import { fetchPeople, fetchRooms, fetchTeams, makeScene, type Scene } from './scene.ts';
import { offeredVacancy, type WantedMove } from './wanted-move.ts';

/** A move by its references: as a suggestion names it, a proposal, or somebody who proposes by hand. */
export interface NamedMove {
  readonly personId: PersonId;
  readonly requestId: RequestId;
  readonly roomId: RoomId;
  readonly moveOn: Day;
  readonly overrides?: readonly Override[];
}

/** Reads everything some moves rest on. Not found when a person, request or room is not there. */
export async function fetchMoves(
  deps: Deps,
  records: Records,
  now: Instant,
  named: readonly NamedMove[],
): Promise<Outcome<{ scene: Scene; moves: WantedMove[] }>> {
  const scene = await makeScene(deps, records, now);
  const [homeOf, asked] = await Promise.all([
    fetchRooms(
      scene,
      named.map((one) => one.roomId),
    ),
    records.getMany(
      requests,
      named.map((one) => one.requestId),
    ),
    fetchPeople(
      scene,
      named.map((one) => one.personId),
    ),
  ]);
  scene.requests.add(asked);
  await fetchTeams(scene);
  const moves = named.flatMap((one): WantedMove[] => {
    const person = scene.people.get(one.personId);
    const request = scene.requests.get(one.requestId);
    const home = scene.homes.get(homeOf.get(one.roomId) ?? null);
    const room = home?.rooms.find(({ id }) => id === one.roomId);
    if (!person || !request || !home || !room || request.request.personId !== one.personId) return [];
    const stay = scene.stays.get(scene.moves.get(one.personId)?.stayId ?? null) ?? null;
    return [
      {
        person,
        request,
        home,
        room,
        on: one.moveOn,
        stay,
        vacancy: offeredVacancy(scene, home.home.id, room.id),
        overrides: one.overrides ?? [],
      },
    ];
  });
  return moves.length === named.length ? done({ scene, moves }) : refuse('not-found');
}
