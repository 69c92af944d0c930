import { type Cast, teamNamed } from './cast.ts';
import { addAnchor, addPreference } from './conditions.ts';
import type { HandMadeHomes } from './hand-made-homes.ts';
import { addReadyPeriod } from './patients.ts';
import { addNeeds, addPerson, addRequest, addStay } from './people.ts';
import type { BuiltHome } from './place.ts';
import { ago, bornSoThat, type World } from './world.ts';

/** References of the worked story of Southampton: one chain of three moves, the same in every folder. */
export const story = {
  /** Ready to leave hospital for 12 days; only {@link story.highSupportRoom} fits. */
  patient: 'story-patient',
  highSupportRoom: 'alder-house-room-1',
  /** Lives in that room, is ready for a shared house, and has a dog: only {@link story.sharedHouseRoom} fits. */
  houseResident: 'story-house-resident',
  sharedHouseRoom: 'rowan-house-room-2',
  /** Lives in that room, is ready for a tenancy, and needs a step-free home: only {@link story.flat} fits. */
  sharedHouseResident: 'story-shared-house-resident',
  flat: 'kestrel-court-7-whole',
  vacancy: 'story-vacancy',
} as const;

/** Women of 19 and 20 with everything about them on record, so that no check is left unknown. */
const known = {
  sexRegisteredAtBirth: 'female',
  careStatus: 'formerRelevant',
  leftResidentialCare: true,
  pets: 'none',
  smokes: 'no',
  funding: 'benefits',
  canPayWeekly: 30,
  sharedRateExempt: true,
  localConnection: true,
};

const needsKnown = {
  assessedBy: 'keyworker',
  sleepIn: false,
  stepFree: false,
  wetRoom: false,
  highestFloor: 20,
  quiet: false,
  recovery: 'notApplicable',
  substanceFreeHome: false,
  riskToSelf: 'none',
  safetyPlanOn: null,
};

/** Writes the three people of the story, and the vacancy it begins with. */
export function addStory(cast: Cast, homes: HandMadeHomes): void {
  addStoryPatient(cast);
  addHouseResident(cast, homes.alder);
  addSharedHouseResident(cast, homes.rowan);
  cast.world.tables.add('vacancies.csv', {
    sourceReference: story.vacancy,
    room: story.flat,
    status: 'open',
    from: ago(cast.world, 1),
    reason: '13',
  });
}

function addStoryPatient({ world }: Cast): void {
  const { patient } = story;
  addPerson(world, patient, bornSoThat(world, 19, 140), {
    ...known,
    nhsNumber: world.nhsNumber(),
    clientGroups: ['E', 'P'],
    funding: 'section117',
  });
  addNeeds(world, patient, {
    ...needsKnown,
    assessedOn: ago(world, 9),
    assessedBy: 'ward multidisciplinary team',
    supportLevel: 'high',
    supportHoursPerWeek: 18,
    sleepIn: true,
    stepFree: true,
    wetRoom: true,
    highestFloor: 0,
    quiet: true,
    riskToSelf: 'medium',
    safetyPlanOn: ago(world, 6),
  });
  const request = addRequest(world, patient, {
    kind: 'discharge',
    serviceModel: 'stayingConnected',
    queuedOn: ago(world, 33),
    accommodation: '10',
    postcode: 'SO14',
    referralSource: '15',
    hospitalSite: 'FENWICK-2',
  });
  addReadyPeriod(world, request, 'J2', 12);
  addAnchor(world, patient, { kind: 'careTeam', postcode: 'SO14', importance: 3 });
  addAnchor(world, patient, { kind: 'friends', postcode: 'SO17', importance: 2 });
  addPreference(world, patient, { wish: 'wants', about: 'setting', value: 'quiet', importance: 3 });
}

function addHouseResident(cast: Cast, alder: BuiltHome): void {
  const { world } = cast;
  const { houseResident } = story;
  const workers = firstWorkers(cast, alder);
  addPerson(world, houseResident, bornSoThat(world, 19, 190), {
    ...known,
    ...workers,
    nhsNumber: world.nhsNumber(),
    clientGroups: ['P'],
    pets: 'dog',
  });
  addStay(world, houseResident, story.highSupportRoom, 341);
  addNeeds(world, houseResident, {
    ...needsKnown,
    assessedOn: ago(world, 16),
    supportLevel: 'medium',
    supportHoursPerWeek: 7,
  });
  rateAll(world, houseResident, workers.primaryWorker, [98, 11], 3);
  addMoveOn(world, houseResident, alder, workers.primaryWorker, 30);
  addAnchor(world, houseResident, { kind: 'college', postcode: 'SO18', importance: 3 });
}

function addSharedHouseResident(cast: Cast, rowan: BuiltHome): void {
  const { world } = cast;
  const { sharedHouseResident } = story;
  const workers = firstWorkers(cast, rowan);
  addPerson(world, sharedHouseResident, bornSoThat(world, 20, 90), {
    ...known,
    ...workers,
    nhsNumber: world.nhsNumber(),
    clientGroups: ['P', 'A'],
  });
  addStay(world, sharedHouseResident, story.sharedHouseRoom, 402);
  addNeeds(world, sharedHouseResident, {
    ...needsKnown,
    assessedOn: ago(world, 21),
    supportLevel: 'floating',
    supportHoursPerWeek: 2,
    stepFree: true,
    highestFloor: 1,
    selfContained: true,
  });
  rateAll(world, sharedHouseResident, workers.primaryWorker, [104, 13], 4);
  addMoveOn(world, sharedHouseResident, rowan, workers.primaryWorker, 47);
  addAnchor(world, sharedHouseResident, { kind: 'work', postcode: 'SO17', importance: 3 });
  addPreference(world, sharedHouseResident, { wish: 'wants', about: 'area', value: 'SO17', importance: 3 });
}

/** The workers of the team that supports a home: the one with most room first. */
export function firstWorkers(
  cast: Cast,
  home: BuiltHome,
): { primaryWorker: string; secondWorker: string | null } {
  const team = teamNamed(cast, home.team);
  const primaryWorker = team.takeOn() ?? team.anybody();
  return { primaryWorker, secondWorker: team.colleagueOf(primaryWorker) };
}

/** A worker's rating at two times, the second `score` everywhere, the first one less; and the person's own. */
export function rateAll(
  world: World,
  person: string,
  worker: string,
  [before, last]: readonly [daysAgo: number, daysAgo: number],
  score: number,
): void {
  const domains = world.models.get('stayingConnected')?.readiness.domains.map(({ id }) => id) ?? [];
  const add = (ratedBy: string, daysAgo: number, all: number) =>
    world.tables.addReadiness(
      { sourceReference: world.next('readiness'), person, assessedOn: ago(world, daysAgo), ratedBy },
      Object.fromEntries(domains.map((domain) => [domain, all])),
    );
  add(worker, before, score - 1);
  add(worker, last, score);
  add('self', last, score);
}

/** A request of a resident's own worker for the next, more independent home. */
export function addMoveOn(
  world: World,
  person: string,
  home: BuiltHome,
  worker: string,
  queuedDaysAgo: number,
): void {
  addRequest(world, person, {
    kind: 'moveOn',
    serviceModel: 'stayingConnected',
    queuedOn: ago(world, queuedDaysAgo),
    accommodation: '6',
    postcode: home.outcode,
    referralSource: '1',
    referredBy: worker,
  });
}
