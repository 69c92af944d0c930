import type { HomeName } from './names.ts';
import { addBedroom, addHome, addSharedRooms, type BuiltHome, type HomePlan } from './place.ts';
import { ago, mostlyKnown, type World } from './world.ts';

/** Rents and charges are pounds a week. */
const pounds = (amount: number) => amount.toFixed(2);

/** What the maker of a home chooses; the rest follows from its kind. */
export interface HomeChoice {
  readonly home: HomeName;
  readonly outcode: string;
  readonly team: string;
  readonly ages?: BuiltHome['ages'];
  readonly sex?: BuiltHome['sex'];
  /** Columns that differ from what homes of the kind have. */
  readonly cells?: HomePlan['cells'];
}

const COUNCIL = 'city-council';
const CHARITY = 'lantern-bridge-trust';

/** Rules a single-sex home must have a reason for, and a day on which the reason is looked at again. */
function singleSex(world: World, sex: HomeChoice['sex']): HomePlan['cells'] {
  if (sex === undefined || sex === 'any') return {};
  const whom = sex === 'women' ? 'young women, several of whom have been harmed by men' : 'young men';
  return {
    sexPolicyBasis: `Asked for by ${whom}; a mixed home of the same kind is offered nearby`,
    sexPolicyReviewOn: ago(world, -world.choices.between(60, 330)),
  };
}

/** Homes that house people of 16 or 17 are registered with Ofsted, those that take older people too as mixed ones. */
function ofstedOf([from, to]: BuiltHome['ages']): string {
  if (from >= 18) return 'notRegistered';
  return to <= 17 ? 'sharedOnly16And17' : 'sharedMixed';
}

/**
 * A high support home of Staying Connected: four bedrooms, staff day and night, an office staff sleep in. Write its
 * bedrooms with {@link addHighSupportBedroom}.
 */
export function addHighSupportHome(world: World, choice: HomeChoice): BuiltHome {
  const { between, chance, weighted } = world.choices;
  const ages = choice.ages ?? [18, 20];
  const home = addHome(world, {
    ...choice.home,
    kind: 'highSupport',
    outcode: choice.outcode,
    team: choice.team,
    ages,
    ...(choice.sex && { sex: choice.sex }),
    cells: {
      letting: 'byRoom',
      unitType: '4',
      offers: ['stayingConnected/highSupport'],
      supportLevel: 'high',
      sleepIn: true,
      supportHoursPerWeek: weighted([
        [2, 18],
        [3, 20],
        [1, 24],
      ]),
      ageFrom: ages[0],
      ageTo: ages[1],
      ofsted: ofstedOf(ages),
      pets: weighted([
        [2, 'none'],
        [5, 'assistanceOnly'],
      ]),
      smoking: weighted([
        [1, 'none'],
        [4, 'outside'],
      ]),
      substanceFree: chance(18),
      atmosphere: mostlyKnown(
        world,
        weighted([
          [3, 'mixed'],
          [2, 'quiet'],
          [1, 'lively'],
        ]),
      ),
      licenceStatus: 'exempt',
      licenceMaxPersons: 4,
      licenceMaxHouseholds: 4,
      licenceExemptionBasis: 'Managed by the council (Housing Act 2004, Schedule 14)',
      notSuitableFor: weighted([
        [3, ['arson']],
        [2, ['arson', 'sexualHarm']],
        [2, []],
      ]),
      maxHighRisk: weighted([
        [3, 1],
        [2, 2],
      ]),
      features: [
        'outdoorSpace',
        ...(choice.home.reference.length % 3 === 0 ? ['halalFood', 'prayerSpace'] : []),
      ],
      takesChildren: false,
      maxEarlyRecovery: 2,
      localConnectionRequired: false,
      leaseEndsOn: ago(world, -between(400, 1600)),
      owner: 'larkhaven-homes',
      landlord: COUNCIL,
      supportProvider: COUNCIL,
      ...singleSex(world, choice.sex),
      ...choice.cells,
    },
  });
  addSharedRooms(world, home, true);
  return home;
}

/** A furnished bedroom of a high support home. */
export function addHighSupportBedroom(
  world: World,
  home: BuiltHome,
  cells: Partial<Parameters<typeof addBedroom>[2]> = {},
) {
  const { between } = world.choices;
  return addBedroom(world, home, {
    areaSquareMetres: between(90, 140) / 10,
    floor: between(1, 2),
    stepFree: false,
    wetRoom: false,
    accessibility: 'F',
    rentType: 'specified',
    weeklyRent: pounds(between(225, 290) + 0.5),
    weeklyServiceCharge: pounds(between(30, 48)),
    weeklyPersonalCharge: pounds(between(9, 15)),
    weeklySupportCharge: pounds(between(0, 4)),
    ...cells,
  });
}

/** A house in multiple occupation of Staying Connected, without staff at night. From five people on it is licensed. */
export function addExtendedSupportHome(world: World, choice: HomeChoice, bedrooms: number): BuiltHome {
  const { between, chance, weighted } = world.choices;
  const ages = choice.ages ?? [18, 24];
  const licensed = bedrooms >= 5;
  const home = addHome(world, {
    ...choice.home,
    kind: 'extendedSupport',
    outcode: choice.outcode,
    team: choice.team,
    ages,
    ...(choice.sex && { sex: choice.sex }),
    cells: {
      letting: 'byRoom',
      unitType: '4',
      offers: ['stayingConnected/extendedSupport'],
      supportLevel: 'medium',
      sleepIn: false,
      supportHoursPerWeek: weighted([
        [3, 9],
        [2, 10],
        [1, 8],
      ]),
      ageFrom: ages[0],
      ageTo: ages[1],
      pets: weighted([
        [1, 'none'],
        [2, 'assistanceOnly'],
      ]),
      smoking: weighted([
        [1, 'none'],
        [4, 'outside'],
      ]),
      substanceFree: chance(15),
      atmosphere: mostlyKnown(
        world,
        weighted([
          [3, 'mixed'],
          [1, 'quiet'],
          [2, 'lively'],
        ]),
      ),
      licenceStatus: licensed ? 'held' : 'notRequired',
      licenceMaxPersons: bedrooms,
      licenceMaxHouseholds: bedrooms,
      licenceExpiresOn: licensed ? ago(world, -between(150, 1400)) : null,
      notSuitableFor: weighted([
        [3, ['arson']],
        [2, ['arson', 'violence']],
        [4, []],
      ]),
      maxHighRisk: weighted([
        [3, 1],
        [2, 2],
      ]),
      features: [
        'outdoorSpace',
        ...(choice.home.reference.length % 3 === 0 ? ['halalFood', 'prayerSpace'] : []),
      ],
      takesChildren: false,
      maxEarlyRecovery: 2,
      localConnectionRequired: false,
      owner: 'larkhaven-homes',
      landlord: CHARITY,
      supportProvider: COUNCIL,
      ...singleSex(world, choice.sex),
      ...choice.cells,
    },
  });
  addSharedRooms(world, home, false);
  return home;
}

/** A bedroom of a house in multiple occupation. */
export function addExtendedSupportBedroom(
  world: World,
  home: BuiltHome,
  cells: Partial<Parameters<typeof addBedroom>[2]> = {},
) {
  const { between, chance } = world.choices;
  const floor = between(0, 2);
  return addBedroom(world, home, {
    areaSquareMetres: between(70, 125) / 10,
    floor,
    stepFree: mostlyKnown(world, floor === 0 && chance(30)),
    wetRoom: false,
    accessibility: mostlyKnown(world, 'F'),
    rentType: 'specified',
    weeklyRent: pounds(between(125, 185) + 0.25),
    weeklyServiceCharge: pounds(between(18, 36)),
    weeklyPersonalCharge: pounds(between(6, 12)),
    weeklySupportCharge: pounds(between(3, 9)),
    ...cells,
  });
}
