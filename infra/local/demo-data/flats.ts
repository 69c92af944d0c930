import { addFlat, addHome, type BuiltHome } from './place.ts';
import type { HomeChoice } from './shared-homes.ts';
import { ago, mostlyKnown, type World } from './world.ts';

const pounds = (amount: number) => amount.toFixed(2);

type FlatCells = Parameters<typeof addFlat>[2];

/** Who owns and lets the Step Out flats of a partnership, and what they cost a week, in pounds. */
export interface StepOutTerms {
  readonly owner: string;
  readonly landlord: string;
  readonly clinicalTeam: string;
  readonly rent: readonly [from: number, to: number];
}

/** Council flats mostly, then housing associations', and a few let at market rent. Rents are pounds a week. */
const LANDLORDS = [
  { landlord: 'city-council', rentType: 'social', rent: [82, 112] },
  { landlord: 'larkhaven-homes', rentType: 'social', rent: [98, 137] },
  { landlord: 'marlpit-lettings', rentType: 'market', rent: [136, 158] },
] as const;

/** A tenancy of one's own: a one-bedroom flat that is let whole, with support that visits. */
export function addOwnTenancy(
  world: World,
  choice: HomeChoice,
  landlord: 'council' | 'association' | 'market',
  room: Partial<FlatCells> = {},
): BuiltHome {
  const { between, chance, weighted } = world.choices;
  const terms = LANDLORDS[landlord === 'council' ? 0 : landlord === 'association' ? 1 : 2];
  const home = addHome(world, {
    ...choice.home,
    kind: 'ownTenancy',
    outcode: choice.outcode,
    team: choice.team,
    ages: [18, 24],
    cells: {
      letting: 'whole',
      unitType: '1',
      offers: ['stayingConnected/ownTenancy'],
      supportLevel: 'floating',
      sleepIn: false,
      supportHoursPerWeek: weighted([
        [3, 3],
        [1, 4],
      ]),
      ageFrom: 18,
      pets:
        landlord === 'market'
          ? 'none'
          : weighted([
              [2, 'byAgreement'],
              [1, 'assistanceOnly'],
              [1, 'none'],
            ]),
      smoking: weighted([
        [1, 'outside'],
        [3, 'inside'],
      ]),
      substanceFree: false,
      atmosphere: mostlyKnown(
        world,
        weighted([
          [2, 'quiet'],
          [3, 'mixed'],
        ]),
      ),
      licenceStatus: 'notRequired',
      takesChildren: true,
      localConnectionRequired: landlord === 'council',
      owner: terms.landlord,
      landlord: terms.landlord,
      supportProvider: 'city-council',
      ...choice.cells,
    },
  });
  const floor = between(0, 4);
  addFlat(world, home, {
    areaSquareMetres: between(340, 490) / 10,
    floor,
    stepFree: floor === 0 && chance(40),
    wetRoom: mostlyKnown(world, false),
    accessibility: mostlyKnown(world, floor === 0 && chance(50) ? 'E' : 'F'),
    cotSpace: true,
    rentType: terms.rentType,
    weeklyRent: pounds(between(terms.rent[0], terms.rent[1]) + 0.4),
    weeklyServiceCharge: pounds(between(2, 11)),
    weeklyPersonalCharge: 0,
    weeklySupportCharge: 0,
    ...room,
  });
  return home;
}

/** A one-bedroom Step Out flat: the community rehabilitation team calls often at first, then less. */
export function addStepOutFlat(
  world: World,
  choice: HomeChoice,
  stage: 'intensiveSupport' | 'settledSupport',
  terms: StepOutTerms,
  room: Partial<FlatCells> = {},
): BuiltHome {
  const { between, chance, weighted } = world.choices;
  const intensive = stage === 'intensiveSupport';
  const home = addHome(world, {
    ...choice.home,
    kind: intensive ? 'stepOutIntensive' : 'stepOutSettled',
    outcode: choice.outcode,
    team: choice.team,
    ages: [18, 64],
    cells: {
      letting: 'whole',
      unitType: '1',
      offers: [`stepOut/${stage}`],
      supportLevel: intensive ? 'medium' : 'floating',
      sleepIn: false,
      supportHoursPerWeek: intensive
        ? weighted([
            [2, 10],
            [1, 12],
          ])
        : 3,
      ageFrom: 18,
      pets: weighted([
        [3, 'byAgreement'],
        [1, 'assistanceOnly'],
        [1, 'none'],
      ]),
      smoking: weighted([
        [1, 'outside'],
        [3, 'inside'],
      ]),
      substanceFree: false,
      atmosphere: mostlyKnown(
        world,
        weighted([
          [3, 'quiet'],
          [2, 'mixed'],
        ]),
      ),
      licenceStatus: 'notRequired',
      takesChildren: true,
      notSuitableFor: chance(20) ? ['arson'] : [],
      localConnectionRequired: false,
      leaseEndsOn: ago(world, -between(500, 2200)),
      owner: terms.owner,
      landlord: terms.landlord,
      supportProvider: terms.landlord,
      clinicalTeam: terms.clinicalTeam,
      turnaroundWorkingDays: 3,
      ...choice.cells,
    },
  });
  const floor = between(0, 3);
  addFlat(world, home, {
    areaSquareMetres: between(330, 460) / 10,
    floor,
    stepFree: floor === 0 && chance(40),
    wetRoom: false,
    accessibility: mostlyKnown(world, 'F'),
    cotSpace: true,
    rentType: 'specified',
    weeklyRent: pounds(between(...terms.rent) + 0.6),
    weeklyServiceCharge: pounds(between(12, 24)),
    weeklyPersonalCharge: pounds(between(4, 10)),
    weeklySupportCharge: 0,
    ...room,
  });
  return home;
}
