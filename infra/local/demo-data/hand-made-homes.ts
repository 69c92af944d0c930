import { addOwnTenancy, addStepOutFlat, type StepOutTerms } from './flats.ts';
import type { BuiltHome } from './place.ts';
import {
  addExtendedSupportBedroom,
  addExtendedSupportHome,
  addHighSupportBedroom,
  addHighSupportHome,
} from './shared-homes.ts';
import { ago, type World } from './world.ts';

/** Supports whoever lives in the homes of the worked story, so that one provider answers for all of them. */
const CHARITY = 'lantern-bridge-trust';

/** The homes of Southampton that are the same in every folder, whatever the seed and the number of people. */
export interface HandMadeHomes {
  /** Women of 19 and over; room 1 alone is step-free with a wet room; dogs are welcome. */
  readonly alder: BuiltHome;
  /** Lease about to end; room 4 is smaller than anybody may sleep in. */
  readonly willow: BuiltHome;
  /** Five people and so a licence; women of 19 and over; the address is confidential; dogs are welcome. */
  readonly rowan: BuiltHome;
  /** Four bedrooms without a licence: a fifth person, a baby too, would call for one. */
  readonly hawthorn: BuiltHome;
  /** The council flat that has just come free, step-free. */
  readonly kestrel: BuiltHome;
  /** A Step Out flat for somebody who uses a wheelchair. */
  readonly heron: BuiltHome;
}

export function addHandMadeHomes(world: World, stepOut: StepOutTerms): HandMadeHomes {
  return {
    alder: addAlderHouse(world),
    willow: addWillowHouse(world),
    rowan: addRowanHouse(world),
    hawthorn: addHawthornHouse(world),
    kestrel: addOwnTenancy(
      world,
      {
        home: { name: 'Kestrel Court 7', reference: 'kestrel-court-7' },
        outcode: 'SO17',
        team: 'east',
        cells: {
          supportHoursPerWeek: 3,
          pets: 'byAgreement',
          smoking: 'inside',
          atmosphere: 'quiet',
          supportProvider: CHARITY,
        },
      },
      'council',
      {
        areaSquareMetres: 44,
        floor: 0,
        stepFree: true,
        wetRoom: false,
        accessibility: 'E',
        weeklyRent: '92.40',
      },
    ),
    heron: addStepOutFlat(
      world,
      {
        home: { name: 'Heron Court 1', reference: 'heron-court-1' },
        outcode: 'SO18',
        team: 'rehabilitation',
        cells: { supportHoursPerWeek: 12, pets: 'byAgreement', smoking: 'inside', notSuitableFor: [] },
      },
      'intensiveSupport',
      stepOut,
      { areaSquareMetres: 46.5, floor: 0, stepFree: true, wetRoom: true, accessibility: 'A' },
    ),
  };
}

function addAlderHouse(world: World): BuiltHome {
  const alder = addHighSupportHome(world, {
    home: { name: 'Alder House', reference: 'alder-house' },
    outcode: 'SO17',
    team: 'east',
    ages: [19, 24],
    sex: 'women',
    cells: {
      supportHoursPerWeek: 20,
      pets: 'yes',
      smoking: 'outside',
      substanceFree: false,
      atmosphere: 'quiet',
      notSuitableFor: ['arson'],
      maxHighRisk: 1,
      supportProvider: CHARITY,
      leaseEndsOn: ago(world, -1200),
    },
  });
  const accessible = { areaSquareMetres: 13.2, floor: 0, stepFree: true, wetRoom: true, accessibility: 'B' };
  addHighSupportBedroom(world, alder, {
    ...accessible,
    weeklyPersonalCharge: '12.00',
    weeklySupportCharge: 0,
  });
  for (let room = 2; room <= 4; room++) addHighSupportBedroom(world, alder);
  return alder;
}

function addWillowHouse(world: World): BuiltHome {
  const willow = addHighSupportHome(world, {
    home: { name: 'Willow House', reference: 'willow-house' },
    outcode: 'SO15',
    team: 'west',
    ages: [18, 20],
    cells: { supportHoursPerWeek: 20, substanceFree: false, leaseEndsOn: ago(world, -75) },
  });
  for (let room = 1; room <= 3; room++) addHighSupportBedroom(world, willow);
  addHighSupportBedroom(world, willow, { areaSquareMetres: 6.2, weeklyRent: '214.00' });
  return willow;
}

function addRowanHouse(world: World): BuiltHome {
  const rowan = addExtendedSupportHome(
    world,
    {
      home: { name: 'Rowan House', reference: 'rowan-house' },
      outcode: 'SO18',
      team: 'east',
      ages: [19, 24],
      sex: 'women',
      cells: {
        confidentialAddress: true,
        supportHoursPerWeek: 9,
        pets: 'yes',
        smoking: 'outside',
        substanceFree: false,
        atmosphere: 'quiet',
        notSuitableFor: ['arson'],
        maxHighRisk: 1,
        supportProvider: CHARITY,
      },
    },
    5,
  );
  addExtendedSupportBedroom(world, rowan, { floor: 1, stepFree: false });
  const groundFloor = { areaSquareMetres: 11.4, floor: 0, stepFree: true, accessibility: 'E' };
  addExtendedSupportBedroom(world, rowan, {
    ...groundFloor,
    weeklyPersonalCharge: '8.00',
    weeklySupportCharge: '5.00',
  });
  for (let room = 3; room <= 5; room++)
    addExtendedSupportBedroom(world, rowan, { floor: 1, stepFree: false });
  return rowan;
}

function addHawthornHouse(world: World): BuiltHome {
  const hawthorn = addExtendedSupportHome(
    world,
    {
      home: { name: 'Hawthorn House', reference: 'hawthorn-house' },
      outcode: 'SO19',
      team: 'east',
      ages: [18, 20],
      cells: {
        supportHoursPerWeek: 9,
        pets: 'none',
        smoking: 'outside',
        substanceFree: false,
        notSuitableFor: [],
      },
    },
    4,
  );
  addExtendedSupportBedroom(world, hawthorn, {
    areaSquareMetres: 12.8,
    maxPersons: 2,
    floor: 1,
    stepFree: false,
  });
  addExtendedSupportBedroom(world, hawthorn, { floor: 1 });
  addExtendedSupportBedroom(world, hawthorn, { areaSquareMetres: 7.4, floor: 2, stepFree: false });
  addExtendedSupportBedroom(world, hawthorn, { floor: 0 });
  return hawthorn;
}
