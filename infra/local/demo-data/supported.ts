import type { Day } from '../../../shared/domain/day.ts';
import { addLikelyRisks, addLikelyWishes, type Surroundings } from './conditions.ts';
import type { LevelRoom } from './level-homes.ts';
import { addNeeds, addPerson, addRequest, addStay } from './people.ts';
import type { Team } from './staff.ts';
import { addOpenVacancy } from './vacancies.ts';
import { ago, bornSoThat, type World } from './world.ts';

type PersonCells = Parameters<typeof addPerson>[3];
type NeedsCells = Parameters<typeof addNeeds>[2];
type RequestCells = Parameters<typeof addRequest>[2];

/** A partnership whose own programme supports people and has no beds; homes are another programme's. */
export interface Supported {
  readonly world: World;
  readonly team: Team;
  readonly around: Surroundings;
  /** What everybody in the programme has in common. */
  readonly everybody: () => PersonCells;
}

/** Somebody in the programme, with their workers. Nobody needs a request or a room to be in it. */
export function addSupported(
  { world, team, everybody }: Supported,
  reference: string,
  born: Day,
  cells: PersonCells = {},
): string {
  const primaryWorker = team.takeOn();
  return addPerson(world, reference, born, {
    ...everybody(),
    ...{ careStatus: 'none', leftResidentialCare: false, primaryWorker },
    secondWorker: team.colleagueOf(primaryWorker),
    ...cells,
  });
}

/** Everything a home must be asked about is on record, and nothing of it rules a home out. */
export const plainNeeds: NeedsCells = {
  stepFree: false,
  wetRoom: false,
  highestFloor: 20,
  quiet: false,
  recovery: 'notApplicable',
  substanceFreeHome: false,
  riskToSelf: 'low',
};

/** Somebody in the programme who waits for a home of the levels. */
export function addWaiting(
  supported: Supported,
  reference: string,
  born: Day,
  { person, needs, request }: { person?: PersonCells; needs?: NeedsCells; request?: RequestCells } = {},
): string {
  const { world, team, around } = supported;
  const { between, pick, weighted } = world.choices;
  addSupported(supported, reference, born, person);
  const level = weighted([
    [3, 'high'],
    [4, 'medium'],
    [4, 'low'],
  ]);
  addNeeds(world, reference, {
    assessedBy: 'keyworker',
    supportLevel: level,
    supportHoursPerWeek: { high: 14, medium: 8, low: 3 }[level] ?? 3,
    sleepIn: level === 'high',
    ...needs,
  });
  return addRequest(world, reference, {
    kind: 'newPlace',
    serviceModel: 'secondStep',
    queuedOn: ago(world, between(6, 240)),
    accommodation: weighted([
      [3, '39'],
      [2, '19'],
      [2, '14'],
    ]),
    postcode: pick(around.outcodes),
    referralSource: '20',
    referredBy: team.anybody(),
    ...request,
  });
}

/** Fills the rooms but for every fourth, which is free; every third resident is ready for less support. */
export function addLevelResidents(supported: Supported, rooms: readonly LevelRoom[], most: number): number {
  const { world } = supported;
  let count = 0;
  for (const [i, room] of rooms.entries()) {
    if (i % 4 === 3 || count >= most) addOpenVacancy(world, room, world.choices.between(1, 30));
    else addLevelResident(supported, room, count++ % 3 === 2);
  }
  return count;
}

function addLevelResident(supported: Supported, room: LevelRoom, ready: boolean): void {
  const { world, team } = supported;
  const { between } = world.choices;
  const person = addSupported(supported, world.next('resident'), anAdult(world));
  addStay(world, person, room.reference, between(60, 700));
  addLikelyRisks(world, person);
  const movesOn = ready && room.supportLevel !== 'low';
  addNeeds(world, person, {
    assessedBy: 'keyworker',
    supportLevel: movesOn ? 'low' : room.supportLevel,
    supportHoursPerWeek: movesOn ? 3 : Math.max(2, room.hours - 2),
    sleepIn: !movesOn && room.supportLevel === 'high',
  });
  if (!movesOn) return;
  addRequest(world, person, {
    ...{
      kind: 'moveOn',
      serviceModel: 'secondStep',
      queuedOn: ago(world, between(6, 90)),
      accommodation: '6',
    },
    ...{ postcode: room.outcode, referralSource: '1', referredBy: team.anybody() },
  });
}

/** People beside residents and those made by hand: three in five wait for a home, the others are in support alone. */
export function addOthers(supported: Supported, count: number): void {
  const { world, around } = supported;
  for (let i = 0; i < count; i++) {
    const reference = world.next('person');
    const born = anAdult(world);
    if (i % 5 > 2) addSupported(supported, reference, born);
    else {
      addWaiting(supported, reference, born);
      addLikelyWishes(world, reference, around);
    }
  }
}

function anAdult(world: World): Day {
  const { between } = world.choices;
  return bornSoThat(world, between(21, 58), between(15, 200));
}
