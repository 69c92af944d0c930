import { addDays, type Day } from '../../../shared/domain/day.ts';
import type { Cast } from './cast.ts';
import {
  addAnchor,
  addExclusionZone,
  addNonAssociation,
  addPreference,
  addProviderBan,
} from './conditions.ts';
import type { HandMadeHomes } from './hand-made-homes.ts';
import type { oddities } from './oddity-list.ts';
import { addReadyPeriod } from './patients.ts';
import { addNeeds, addPerson, addRequest, addStay } from './people.ts';
import type { BuiltHome } from './place.ts';
import { addMoveOn, firstWorkers, rateAll } from './story.ts';
import { ago, bornSoThat } from './world.ts';

type OddReference = (typeof oddities)[number]['reference'];
type PersonCells = Parameters<typeof addPerson>[3];
type NeedsCells = Parameters<typeof addNeeds>[2];
type RequestCells = Parameters<typeof addRequest>[2];

interface OddNewcomer {
  readonly reference: OddReference;
  readonly born: Day;
  readonly person?: PersonCells;
  readonly needs?: NeedsCells;
  readonly request?: RequestCells;
}

/** A young man of 18 who has left a children's home, whose needs any high support home can meet. */
const plainPerson: PersonCells = {
  sexRegisteredAtBirth: 'male',
  clientGroups: ['P'],
  careStatus: 'formerRelevant',
  leftResidentialCare: true,
  pets: 'none',
  smokes: 'no',
  funding: 'benefits',
  canPayWeekly: 28,
  sharedRateExempt: true,
  localConnection: true,
};

const plainNeeds: NeedsCells = {
  assessedBy: "children's social worker",
  supportLevel: 'high',
  supportHoursPerWeek: 15,
  sleepIn: true,
  stepFree: false,
  wetRoom: false,
  highestFloor: 20,
  quiet: false,
  recovery: 'notApplicable',
  substanceFreeHome: false,
  riskToSelf: 'low',
  safetyPlanOn: null,
};

function addOddNewcomer({ world }: Cast, { reference, born, person, needs, request }: OddNewcomer): string {
  addPerson(world, reference, born, { nhsNumber: world.nhsNumber(), ...plainPerson, ...person });
  addNeeds(world, reference, { assessedOn: ago(world, 14), ...plainNeeds, ...needs });
  return addRequest(world, reference, {
    kind: 'newPlace',
    serviceModel: 'stayingConnected',
    queuedOn: ago(world, 62),
    accommodation: '13',
    postcode: 'SO16',
    referralSource: '17',
    ...request,
  });
}

/** Writes those oddities that are people waiting for a first place with Staying Connected. */
export function addOddNewcomers(cast: Cast, otherRefusal: string): void {
  const { world } = cast;
  const aged = (age: number, daysSince: number) => bornSoThat(world, age, daysSince);
  addOddNewcomer(cast, {
    reference: 'no-nhs-number',
    born: aged(18, 120),
    person: { nhsNumber: null },
    request: { accommodation: '39', referralSource: '20', queuedOn: ago(world, 28), postcode: 'SO14' },
  });
  const turns18 = addDays(world.on, 24);
  addOddNewcomer(cast, {
    reference: 'turns-18-while-waiting',
    born: bornSoThat({ ...world, on: turns18 }, 18, 0),
    person: { sexRegisteredAtBirth: 'female', careStatus: 'eligible' },
    request: { neededBy: addDays(turns18, 42), queuedOn: ago(world, 95) },
  });
  addOddNewcomer(cast, { reference: 'dog-owner', born: aged(18, 60), person: { pets: 'dog' } });
  addOddNewcomer(cast, {
    reference: 'assistance-dog',
    born: aged(19, 75),
    person: { pets: 'assistance dog' },
  });
  addOddNewcomer(cast, { reference: 'conflict-newcomer', born: aged(18, 150) });
  addOddNewcomer(cast, {
    reference: 'no-local-connection',
    born: aged(19, 30),
    person: { localConnection: false },
    request: { postcode: 'BH1' },
  });
  addOddNewcomer(cast, {
    reference: 'declined-twice',
    born: aged(18, 45),
    request: { queuedOn: ago(world, 130) },
  });
  for (const value of ['willow-house', otherRefusal])
    addPreference(world, 'declined-twice', { wish: 'doesNotWant', about: 'home', value, importance: 3 });
  addOddNewcomer(cast, {
    reference: 'missing-evidence',
    born: aged(18, 20),
    person: { pets: null, smokes: null, canPayWeekly: null, careStatus: null },
    needs: {
      sleepIn: null,
      stepFree: null,
      wetRoom: null,
      highestFloor: null,
      recovery: null,
      riskToSelf: null,
    },
  });
  addOddNewcomer(cast, { reference: 'asks-for-halal-food', born: aged(18, 100) });
  addPreference(world, 'asks-for-halal-food', {
    ...{ wish: 'wants', about: 'feature', value: 'halalFood', importance: 3 },
  });
  addOddNewcomer(cast, { reference: 'wide-exclusion-zone', born: aged(19, 110) });
  addExclusionZone(world, 'wide-exclusion-zone', { postcode: 'SO18', radiusMetres: 3000, setBy: 'licence' });
  addAnchor(world, 'wide-exclusion-zone', { kind: 'family', postcode: 'SO14', importance: 2 });
}

/** Writes those oddities that are patients waiting for a Step Out flat. */
export function addOddPatients(cast: Cast): void {
  const { world } = cast;
  const patient: PersonCells = {
    clientGroups: ['E'],
    careStatus: 'none',
    leftResidentialCare: false,
    funding: 'section117',
  };
  const needs: NeedsCells = {
    assessedBy: 'ward multidisciplinary team',
    supportLevel: 'medium',
    supportHoursPerWeek: 9,
    sleepIn: false,
    selfContained: true,
  };
  const request: RequestCells = {
    kind: 'discharge',
    serviceModel: 'stepOut',
    accommodation: '10',
    referralSource: '15',
    hospitalSite: 'FENWICK-1',
    queuedOn: ago(world, 96),
  };
  const unfit = addOddNewcomer(cast, {
    reference: 'unfit-again',
    born: bornSoThat(world, 37, 80),
    person: patient,
    needs,
    request,
  });
  addReadyPeriod(world, unfit, 'J2', 70, 52);
  addReadyPeriod(world, unfit, 'J2', 20);
  const wheelchair = addOddNewcomer(cast, {
    reference: 'wheelchair-user',
    born: bornSoThat(world, 44, 200),
    person: { ...patient, clientGroups: ['E', 'A'] },
    needs: { ...needs, stepFree: true, wetRoom: true, highestFloor: 0 },
    request,
  });
  addReadyPeriod(world, wheelchair, 'J2', 41);
  const banned = addOddNewcomer(cast, {
    reference: 'banned-for-now',
    born: bornSoThat(world, 33, 150),
    person: patient,
    needs,
    request,
  });
  addReadyPeriod(world, banned, 'J2', 16);
  addProviderBan(world, 'banned-for-now', {
    organisation: 'lantern-bridge-trust',
    from: ago(world, 151),
    expiresOn: ago(world, -30),
  });
  const unplanned = addOddNewcomer(cast, {
    reference: 'safety-plan-too-old',
    born: bornSoThat(world, 29, 95),
    person: patient,
    needs: { ...needs, riskToSelf: 'high', safetyPlanOn: ago(world, 120) },
    request,
  });
  addReadyPeriod(world, unplanned, 'J2', 9);
}

interface OddResident {
  readonly reference: OddReference;
  readonly room: string;
  readonly home: BuiltHome;
  readonly born: Day;
  readonly person?: PersonCells;
  readonly needs?: NeedsCells;
  /** Days since the last rating, and what every skill was rated; null for somebody who does not ask to move. */
  readonly ready: { readonly daysAgo: number; readonly score: number } | null;
}

/** Writes those oddities that are residents. */
export function addOddResidents(cast: Cast, { willow, hawthorn, rowan }: HandMadeHomes): void {
  const { world } = cast;
  addOddResident(cast, {
    reference: 'conflict-resident',
    room: 'willow-house-room-1',
    home: willow,
    born: bornSoThat(world, 18, 170),
    needs: plainNeeds,
    ready: null,
  });
  const turns21 = addDays(world.on, 42);
  addOddResident(cast, {
    reference: 'six-weeks-from-21',
    room: 'hawthorn-house-room-2',
    home: hawthorn,
    born: bornSoThat({ ...world, on: turns21 }, 21, 0),
    ready: { daysAgo: 8, score: 3 },
  });
  addOddResident(cast, {
    reference: 'expecting-a-baby',
    room: 'hawthorn-house-room-3',
    home: hawthorn,
    born: bornSoThat(world, 19, 230),
    person: { sexRegisteredAtBirth: 'female', babyDueOn: addDays(world.on, 70) },
    ready: { daysAgo: 12, score: 3 },
  });
  addOddResident(cast, {
    reference: 'stale-readiness',
    room: 'rowan-house-room-4',
    home: rowan,
    born: bornSoThat(world, 20, 60),
    person: { sexRegisteredAtBirth: 'female' },
    ready: { daysAgo: 170, score: 4 },
  });
  addNonAssociation(world, 'conflict-newcomer', 'conflict-resident');
}

function addOddResident(
  cast: Cast,
  { reference, room, home, born, person, needs, ready }: OddResident,
): void {
  const { world } = cast;
  const workers = firstWorkers(cast, home);
  addPerson(world, reference, born, { nhsNumber: world.nhsNumber(), ...plainPerson, ...workers, ...person });
  addStay(world, reference, room, 290);
  const readyNeeds: NeedsCells = {
    supportLevel: 'floating',
    supportHoursPerWeek: 2,
    sleepIn: false,
    selfContained: true,
  };
  addNeeds(world, reference, {
    ...plainNeeds,
    assessedOn: ago(world, 18),
    assessedBy: 'keyworker',
    ...(ready && readyNeeds),
    ...needs,
  });
  if (ready === null) return;
  rateAll(world, reference, workers.primaryWorker, [ready.daysAgo + 95, ready.daysAgo], ready.score);
  addMoveOn(world, reference, home, workers.primaryWorker, 38);
}
