import type { Cast } from './cast.ts';
import { addNonAssociation } from './conditions.ts';
import { fillRooms } from './fill.ts';
import { addOwnTenancy, addStepOutFlat, type StepOutTerms } from './flats.ts';
import { addHandMadeHomes, type HandMadeHomes } from './hand-made-homes.ts';
import { flatNames, houseNames } from './names.ts';
import { addCareLeaver, addHomelessYoungPerson } from './newcomers.ts';
import { addOddNewcomers, addOddPatients, addOddResidents } from './oddities.ts';
import { addPatient } from './patients.ts';
import type { BuiltHome, BuiltRoom } from './place.ts';
import { addResident } from './residents.ts';
import {
  addExtendedSupportBedroom,
  addExtendedSupportHome,
  addHighSupportBedroom,
  addHighSupportHome,
} from './shared-homes.ts';
import { addTeam } from './staff.ts';
import { addStory, story } from './story.ts';
import { addExpectedVacancy, addOpenVacancy } from './vacancies.ts';
import type { World } from './world.ts';

const STEP_OUT: StepOutTerms = {
  owner: 'larkhaven-homes',
  landlord: 'lantern-bridge-trust',
  clinicalTeam: 'southmere-nhs-trust',
  rent: [98, 148],
};

const EAST = ['SO17', 'SO18', 'SO19'];
const AROUND = ['SO14', 'SO15', 'SO16', 'SO17', 'SO18', 'SO19', 'SO30', 'SO31', 'SO50'];

/** People written by hand: two residents of the story and four odd ones; the story's patient and fourteen odd newcomers. */
const HAND_MADE_RESIDENTS = 6;
const HAND_MADE_NEWCOMERS = 15;

/**
 * Southampton: Staying Connected in three kinds of homes, and Step Out flats. For every hundred people there are
 * about 30 homes and 58 rooms.
 * @param people how many people the folder holds, those of the story and the oddities counted
 */
export function addSouthampton(world: World, people: number): void {
  const hand = addHandMadeHomes(world, STEP_OUT);
  const made = [...addGeneratedHomes(world, people)];
  const cast = addCast(world, [...Object.values(hand), ...made]);
  addStory(cast, hand);
  const otherHome = made.find(({ kind }) => kind === 'highSupport') ?? hand.hawthorn;
  addOddNewcomers(cast, otherHome.reference);
  addOddPatients(cast);
  addOddResidents(cast, hand);
  const residents = addResidents(cast, hand, made, people - HAND_MADE_RESIDENTS - HAND_MADE_NEWCOMERS);
  addNewcomers(cast, people - HAND_MADE_RESIDENTS - HAND_MADE_NEWCOMERS - residents);
}

const teamOf = (outcode: string) => (EAST.includes(outcode) ? 'east' : 'west');

function* addGeneratedHomes(world: World, people: number): Generator<BuiltHome> {
  const { chance, pick, weighted } = world.choices;
  const houses = houseNames(world);
  // Council and association estates: none of them in SO17, where the story's flat is.
  const estates = flatNames(world, 'estate', ['SO14', 'SO15', 'SO16', 'SO18', 'SO19']);
  const apart = flatNames(world, 'apart', AROUND.slice(0, 7));
  const count = (perHundred: number, handMade: number) =>
    Math.max(0, Math.round((people * perHundred) / 100) - handMade);
  const place = (outcodes: readonly string[]) => {
    const outcode = pick(outcodes);
    return { outcode, team: teamOf(outcode) };
  };
  for (let i = 0; i < count(4, 2); i++)
    yield highSupportHome(
      world,
      { home: houses.next().value, ...place(['SO15', 'SO16', 'SO17', 'SO18', 'SO19']) },
      i,
    );
  for (let i = 0; i < count(4, 2); i++) {
    const bedrooms = 4 + (i % 3);
    const home = addExtendedSupportHome(
      world,
      { home: houses.next().value, ...place(AROUND.slice(0, 6)) },
      bedrooms,
    );
    for (let room = 0; room < bedrooms; room++) addExtendedSupportBedroom(world, home);
    yield home;
  }
  for (let i = 0; i < Math.max(3, count(15.5, 1)); i++) {
    const landlord = weighted([
      [11, 'council'],
      [6, 'association'],
      [1, 'market'],
    ]);
    const flat = estates.next().value;
    yield addOwnTenancy(world, { ...flat, team: teamOf(flat.outcode) }, landlord);
  }
  for (let i = 0; i < Math.max(2, count(7.5, 1)); i++) {
    const choice = { ...apart.next().value, team: 'rehabilitation' };
    const accessible = chance(6) ? { floor: 0, stepFree: true, wetRoom: true, accessibility: 'B' } : {};
    yield addStepOutFlat(
      world,
      choice,
      i % 3 === 2 ? 'settledSupport' : 'intensiveSupport',
      STEP_OUT,
      accessible,
    );
  }
}

/** Mixed homes of 18 to 20, homes that take 16- and 17-year-olds too, and now and then one for them alone. */
function highSupportHome(
  world: World,
  choice: Parameters<typeof addHighSupportHome>[1],
  index: number,
): BuiltHome {
  const young = index % 6 === 4;
  const men = index % 6 === 3;
  const ages = young ? ([16, 17] as const) : index % 2 === 0 ? ([16, 20] as const) : ([18, 20] as const);
  const home = addHighSupportHome(world, { ...choice, ages, ...(men && { sex: 'men' as const }) });
  const accessible = { floor: 0, stepFree: true, wetRoom: true, accessibility: 'B' };
  for (let room = 0; room < 4; room++)
    addHighSupportBedroom(world, home, young && room === 0 ? accessible : {});
  return home;
}

function addCast(world: World, homes: readonly BuiltHome[]): Cast {
  const rooms = (team: string) =>
    homes.filter((home) => home.team === team).reduce((sum, home) => sum + home.rooms.length, 0);
  const advisers = (name: string) =>
    addTeam(world, {
      name,
      serviceModel: 'stayingConnected',
      role: 'independenceAdviser',
      prefix: `adviser-${name}`,
      limit: 5,
      places: Math.ceil(rooms(name) * 1.2) + 4,
    });
  const rehabilitation = addTeam(world, {
    name: 'rehabilitation',
    serviceModel: 'stepOut',
    role: 'rehabilitationWorker',
    prefix: 'rehabilitation-worker',
    limit: 12,
    places: Math.ceil(rooms('rehabilitation') * 1.6) + 4,
  });
  return {
    world,
    around: {
      outcodes: AROUND,
      homes: homes
        .filter(({ kind }) => kind === 'highSupport' || kind === 'stepOutIntensive')
        .map(({ reference }) => reference),
    },
    teams: new Map([advisers('east'), advisers('west'), rehabilitation].map((team) => [team.name, team])),
    tenancySupport: addTeam(world, {
      name: 'tenancy-support',
      serviceModel: 'stayingConnected',
      role: 'tenancySupportWorker',
      prefix: 'tenancy-worker',
      limit: 25,
      places: Math.ceil(homes.filter(({ kind }) => kind === 'ownTenancy').length * 1.1),
    }),
    wardSites: ['FENWICK-1', 'FENWICK-2', 'ASHDOWN-REH'],
  };
}

/** Fills every home, the neighbours of the story first: they stay where they are. */
function addResidents(cast: Cast, hand: HandMadeHomes, made: readonly BuiltHome[], most: number): number {
  const { world } = cast;
  const taken = new Set<string>([
    story.highSupportRoom,
    story.sharedHouseRoom,
    ...['willow-house-room-1', 'willow-house-room-4', 'rowan-house-room-4'],
    ...['hawthorn-house-room-1', 'hawthorn-house-room-2', 'hawthorn-house-room-3'],
  ]);
  const free = (home: BuiltHome): BuiltRoom[] => home.rooms.filter(({ reference }) => !taken.has(reference));
  for (const room of [...hand.willow.rooms.slice(3), ...hand.hawthorn.rooms.slice(0, 1)])
    addOpenVacancy(world, room, 12);
  const neighbours = [hand.alder, hand.rowan, hand.willow, hand.hawthorn].flatMap(free);
  const settled = new Set(neighbours.map(({ reference }) => reference));
  for (const room of hand.heron.rooms)
    addResident(cast, room, { mayMoveOn: false, stay: addExpectedVacancy(world, room, 'noticeGiven') });
  const rooms = [...neighbours, ...made.flatMap(({ rooms: all }) => all)];
  return 1 + fillRooms(cast, { rooms, residents: Math.max(0, most - 1), settled });
}

function addNewcomers(cast: Cast, count: number): void {
  const { between, chance, weighted } = cast.world.choices;
  const references: string[] = [];
  for (let i = 0; i < count; i++) {
    const add = weighted([
      [46, addCareLeaver],
      [21, addHomelessYoungPerson],
      [29, (one: Cast) => addPatient(one, false)],
      [4, (one: Cast) => addPatient(one, true)],
    ]);
    const reference = add(cast);
    const other = references[between(0, references.length)];
    if (other !== undefined && chance(4)) addNonAssociation(cast.world, reference, other);
    references.push(reference);
  }
}
