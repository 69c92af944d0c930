import { addDays } from '../../../shared/domain/day.ts';
import type { Cast } from './cast.ts';
import { addStay } from './people.ts';
import type { BuiltRoom, HomeKind } from './place.ts';
import { addResident } from './residents.ts';
import {
  addEmptyOutOfService,
  addExpectedVacancy,
  addOpenVacancy,
  chooseEmptying,
  type Emptying,
} from './vacancies.ts';
import { ago } from './world.ts';

const KINDS: readonly HomeKind[] = [
  'highSupport',
  'extendedSupport',
  'ownTenancy',
  'stepOutIntensive',
  'stepOutSettled',
];

/** What {@link fillRooms} settles room by room. */
export interface Filling {
  readonly rooms: readonly BuiltRoom[];
  /** Most residents to write; rooms beyond them stand empty and out of service. */
  readonly residents: number;
  /** Rooms whose residents are not to move on, by reference. */
  readonly settled?: ReadonlySet<string>;
}

/** Fills rooms with residents, but for those that are free or will be, and gives the number of residents. */
export function fillRooms(cast: Cast, { rooms, residents, settled = new Set() }: Filling): number {
  const { world } = cast;
  const emptying = KINDS.flatMap((kind) =>
    chooseEmptying(
      world,
      kind,
      rooms.filter(({ reference, home }) => home.kind === kind && !settled.has(reference)),
    ),
  );
  const stateOf = new Map(emptying.map(({ room, state }) => [room.reference, state]));
  const left = emptying.filter(({ room, state }) => state === 'open' && room.home.kind === 'extendedSupport');
  let count = 0;
  for (const room of rooms) {
    const state = stateOf.get(room.reference);
    if (state === 'open') addOpenVacancy(world, room, left.some((one) => one.room === room) ? 14 : undefined);
    else if (state === 'outOfService' || count >= residents) addEmptyOutOfService(world, room);
    else {
      fillRoom(cast, room, state, settled, left);
      count += 1;
    }
  }
  return count;
}

function fillRoom(
  cast: Cast,
  room: BuiltRoom,
  state: Emptying['state'] | undefined,
  settled: ReadonlySet<string>,
  left: Emptying[],
): void {
  const { world } = cast;
  if (state === 'noticeGiven' || state === 'leaseEnd' || state === 'forecast') {
    addResident(cast, room, { mayMoveOn: false, stay: addExpectedVacancy(world, room, state) });
    return;
  }
  const cameFrom = room.home.kind === 'ownTenancy' ? left.pop() : undefined;
  if (!cameFrom) {
    addResident(cast, room, { mayMoveOn: !settled.has(room.reference) });
    return;
  }
  // They left the shared room, which is free now, for this flat.
  const moved = ago(world, 19);
  const person = addResident(cast, room, { stay: { from: moved } });
  addStay(world, person, cameFrom.room.reference, 0, {
    from: addDays(moved, -world.choices.between(200, 500)),
    departedOn: moved,
    departureReason: 'plannedMoveOn',
  });
}
