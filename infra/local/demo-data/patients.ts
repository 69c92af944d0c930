import { type Cast, teamNamed } from './cast.ts';
import { addLikelyRisks, addLikelyWishes } from './conditions.ts';
import { addNeeds, addPerson, addRequest } from './people.ts';
import { statusCells } from './statuses.ts';
import { ago, bornSoThat, mostlyKnown, type World } from './world.ts';

/** A patient of a mental health ward who has no home to go back to, or a care leaver there who can go on to a young people's home. */
export function addPatient(cast: Cast, careLeaver: boolean): string {
  const { world } = cast;
  const { between, chance, weighted } = world.choices;
  const young = careLeaver
    ? weighted([
        [3, 18],
        [1, 19],
      ])
    : null;
  const age =
    young ??
    weighted([
      [4, between(19, 34)],
      [4, between(35, 48)],
      [2, between(49, 63)],
    ]);
  const team = careLeaver ? null : teamNamed(cast, 'rehabilitation');
  const primaryWorker = team && chance(30) ? team.takeOn() : null;
  const person = addPerson(world, world.next('patient'), bornSoThat(world, age, between(15, 200)), {
    // Care leavers on a ward are men here: the worked story is about a young woman.
    ...(careLeaver && { sexRegisteredAtBirth: 'male' }),
    clientGroups: careLeaver
      ? ['E', 'P']
      : weighted([
          [6, ['E']],
          [2, ['E', 'F']],
          [1, ['E', 'G']],
          [1, ['E', 'N']],
          [1, ['E', 'H']],
        ]),
    careStatus: careLeaver ? 'formerRelevant' : age < 25 ? mostlyKnown(world, 'none') : 'none',
    leftResidentialCare: careLeaver,
    funding: mostlyKnown(
      world,
      weighted([
        [12, 'benefits'],
        [10, 'section117'],
        [1, 'noRecourse'],
      ]),
    ),
    primaryWorker,
    secondWorker: primaryWorker === null ? null : team?.colleagueOf(primaryWorker),
  });
  addPatientNeeds(cast, person, careLeaver);
  addLikelyRisks(world, person);
  addDischargeRequest(cast, person, careLeaver);
  return person;
}

function addPatientNeeds({ world }: Cast, person: string, careLeaver: boolean): void {
  const { between, chance, weighted } = world.choices;
  const wheelchair = !careLeaver && chance(4);
  const riskToSelf = weighted([
    [2, 'none'],
    [4, 'low'],
    [3, 'medium'],
    [1, 'high'],
  ]);
  addNeeds(world, person, {
    assessedOn: ago(world, chance(94) ? between(2, 40) : between(95, 150)),
    assessedBy: 'ward multidisciplinary team',
    supportLevel: careLeaver
      ? 'high'
      : weighted([
          [5, 'medium'],
          [3, 'low'],
          [1, 'high'],
        ]),
    supportHoursPerWeek: careLeaver ? between(12, 18) : between(5, 11),
    sleepIn: careLeaver,
    ...(wheelchair && { stepFree: true, wetRoom: true, highestFloor: 0 }),
    selfContained: careLeaver ? false : chance(70),
    quiet: chance(40),
    riskToSelf,
    safetyPlanOn: riskToSelf === 'medium' || riskToSelf === 'high' ? ago(world, between(2, 40)) : null,
  });
}

function addDischargeRequest(cast: Cast, person: string, careLeaver: boolean): void {
  const { world, around, wardSites } = cast;
  const { between, chance, pick } = world.choices;
  const queued = between(10, 150);
  const request = addRequest(world, person, {
    kind: 'discharge',
    serviceModel: careLeaver ? 'stayingConnected' : 'stepOut',
    ...statusCells(world),
    queuedOn: ago(world, queued),
    accommodation: '10',
    postcode: pick(around.outcodes),
    referralSource: '15',
    referredBy: careLeaver ? null : teamNamed(cast, 'rehabilitation').anybody(),
    hospitalSite: pick(wardSites),
  });
  addReadyPeriods(world, request, queued);
  addLikelyWishes(world, person, chance(80) ? around : { ...around, outcodes: around.outcodes.slice(0, 3) });
}

/** Who is held to be the cause of a delay, by its reason. */
const ATTRIBUTABLE: Readonly<Record<string, string>> = {
  J2: '07',
  I2: '07',
  I3: '07',
  K2: '07',
  G9: '07',
  B1: '06',
  C1: '04',
  A2: '04',
  F2: '05',
};

export function addReadyPeriod(
  world: World,
  request: string,
  delayReason: string,
  readyDaysAgo: number,
  endedDaysAgo: number | null = null,
): void {
  world.tables.add('ready-periods.csv', {
    sourceReference: world.next('ready-period'),
    request,
    readyOn: ago(world, readyDaysAgo),
    endedOn: endedDaysAgo === null ? null : ago(world, endedDaysAgo),
    endReason: endedDaysAgo === null ? null : 'notReadyAgain',
    delayReason,
    attributable: ATTRIBUTABLE[delayReason] ?? '04',
  });
}

/** None while treatment goes on; one, with a delay of up to 120 days; or two, with days in between when they were unwell again. */
function addReadyPeriods(world: World, request: string, queued: number): void {
  const { between, chance, weighted } = world.choices;
  const reason = () =>
    weighted([
      [9, 'J2'],
      [4, 'I2'],
      [2, 'K2'],
      [2, 'G9'],
      [1, 'I3'],
      [1, 'B1'],
      [1, 'C1'],
      [1, 'A2'],
      [1, 'F2'],
    ]);
  if (chance(25)) return;
  const readyFor = between(0, Math.min(queued, 120));
  const before = queued - readyFor;
  if (before >= 30 && chance(30)) {
    const first = readyFor + between(16, before - 2);
    addReadyPeriod(world, request, reason(), first, first - between(5, 10));
  }
  addReadyPeriod(world, request, reason(), readyFor);
}
