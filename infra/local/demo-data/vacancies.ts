import type { BuiltRoom, HomeKind } from './place.ts';
import { ago, type World } from './world.ts';

type RoomToList = Pick<BuiltRoom, 'reference'>;

/** Per cent of the rooms of a kind that are, or will soon be, free; the rest are lived in. */
interface Shares {
  readonly open: number;
  readonly noticeGiven?: number;
  readonly leaseEnd?: number;
  readonly forecast?: number;
  /** Empty, and not to be let for a while. */
  readonly outOfService?: number;
}

/** Most rooms that are free today are flats to move on to; nearly all others are full. */
const SHARES: Readonly<Record<HomeKind, Shares>> = {
  highSupport: { open: 3, outOfService: 2 },
  extendedSupport: { open: 2, noticeGiven: 1.6, outOfService: 2 },
  ownTenancy: { open: 16, noticeGiven: 3, forecast: 1.5 },
  stepOutIntensive: { open: 6, leaseEnd: 5 },
  stepOutSettled: { open: 14 },
};

/** What is to become of each room that is not simply lived in. */
export interface Emptying {
  readonly room: BuiltRoom;
  readonly state: keyof Shares;
}

/** Picks the rooms of a kind that are free or will be. Step-free flats are not among them: they seldom come free. */
export function chooseEmptying(world: World, kind: HomeKind, rooms: readonly BuiltRoom[]): Emptying[] {
  const candidates = world.choices.shuffled(rooms.filter((room) => kind !== 'ownTenancy' || !room.stepFree));
  const states: (keyof Shares)[] = ['open', 'noticeGiven', 'leaseEnd', 'forecast', 'outOfService'];
  return states.flatMap((state) => {
    const count = Math.round(((SHARES[kind][state] ?? 0) * rooms.length) / 100);
    return candidates.splice(0, count).map((room) => ({ room, state }));
  });
}

/** Lists a room that is empty and free to let. One in five is still being put right for a few days. */
export function addOpenVacancy(world: World, room: RoomToList, daysAgo = world.choices.between(1, 40)): void {
  const { between, chance, weighted } = world.choices;
  addVacancy(
    world,
    room,
    'open',
    ago(world, daysAgo),
    weighted([
      [6, '13'],
      [3, '8'],
      [2, '22'],
      [1, '6'],
      [1, '10'],
    ]),
  );
  if (chance(20)) addOutOfService(world, room, ago(world, daysAgo - 1), ago(world, -between(2, 9)));
}

/**
 * Lists a room whose resident leaves in some weeks, and gives the day for their stay: none for a forecast, which
 * nobody has confirmed.
 */
export function addExpectedVacancy(
  world: World,
  room: BuiltRoom,
  certainty: 'noticeGiven' | 'leaseEnd' | 'forecast',
) {
  const { between, weighted } = world.choices;
  const leavesOn = ago(world, -between(9, 45));
  addVacancy(
    world,
    room,
    certainty,
    leavesOn,
    weighted([
      [5, '8'],
      [3, '12'],
      [2, '22'],
    ]),
  );
  return certainty === 'forecast' ? {} : { leavesOn };
}

/** Takes an empty room out of use from some weeks ago, most of them with an end in sight. */
export function addEmptyOutOfService(world: World, room: BuiltRoom): void {
  const { between, chance } = world.choices;
  addOutOfService(world, room, ago(world, between(5, 40)), chance(80) ? ago(world, -between(10, 60)) : null);
}

function addVacancy(world: World, room: RoomToList, status: string, from: string, reason: string): void {
  world.tables.add('vacancies.csv', {
    sourceReference: world.next('vacancy'),
    room: room.reference,
    status,
    from,
    reason,
  });
}

function addOutOfService(world: World, room: RoomToList, from: string, to: string | null): void {
  const { weighted } = world.choices;
  world.tables.add('out-of-service.csv', {
    sourceReference: world.next('out-of-service'),
    room: room.reference,
    from,
    to,
    reason: weighted([
      [4, 'repairs'],
      [2, 'damp'],
      [2, 'deepClean'],
      [1, 'safetyCheck'],
      [1, 'adaptations'],
    ]),
  });
}
