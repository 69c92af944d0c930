import { readOutcodes } from '../../shared/files/outcodes.ts';
import { readTables } from '../../shared/files/read-tables.ts';
import type { Facts } from '../../shared/matching/engine.ts';
import { serviceModels } from '../../shared/services/index.ts';
import { csvTexts, type DemoDataOptions, type DemoPartnership, generate } from './demo-data/demo-data.ts';
import { personName } from './demo-data/names.ts';
import { story } from './demo-data/story.ts';
import { demoOrganisations } from './demo-users.ts';
import {
  call,
  caseHolder,
  type Job,
  managerOf,
  type SeedCall,
  type Staff,
  staffOf,
  type Wave,
} from './seed-calls.ts';
import { requestJob } from './seed-requests.ts';

/** The calls that load a made-up partnership. */
export interface SeedWaves {
  /** In an order in which each finds what it names. */
  readonly waves: readonly Wave[];
  /**
   * What the worked story begins with, left to whoever tries the demo: the officer lists the flat that has come free, the
   * ward asks for a place for its patient, and the lead finds the request ready. None where the story is not told.
   */
  readonly firstSteps: Job;
}

/** @throws Error when the demo data breaks a rule of its own files */
export function seedWaves(options: DemoDataOptions): SeedWaves {
  const { partnership, on } = options;
  const files = generate(options);
  const models = serviceModels();
  const { facts, problems } = readTables(csvTexts(files), {
    partnership,
    on,
    models,
    outcodes: readOutcodes(),
  });
  if (problems[0]) throw new Error(`The demo data cannot be read: ${JSON.stringify(problems[0])}`);
  const staff = staffOf(partnership);
  const nhsNumbers = new Map(files['people.csv'].map((row) => [row.sourceReference, row.nhsNumber || null]));
  const vacancies = facts.vacancies.map((one) => ({
    isFirst: one.id === story.vacancy,
    job: vacancyJob(facts, staff, one),
  }));
  const requests = facts.requests.map((one) => ({
    isFirst: one.personId === story.patient,
    job: requestJob(facts, staff, one),
  }));
  const people = facts.people.map(({ id: personId, ...person }, i) => ({
    personId,
    isFirst: personId === story.patient,
    job: [
      call(caseHolder(facts, staff, personId), 'people', personId, {
        id: personId,
        identity: { name: personName(i), nhsNumber: nhsNumbers.get(personId) ?? null },
        person,
        ...factsOf(facts, personId),
      }),
    ],
  }));
  const apart = new Set<string>(facts.nonAssociations.map((one) => one.personId));
  const seeded = people.filter(({ isFirst }) => !isFirst);
  const waves = [
    [
      ...organisationJobs(partnership, staff),
      ...facts.workers.map((one) => [call(staff.admin, 'workers', one.id, one)]),
    ],
    memberJobs(staff),
    facts.homes.map((home) => homeJob(facts, staff, home)),
    seeded.filter(({ personId }) => !apart.has(personId)).map(({ job }) => job),
    // Whom they are kept apart from must be on record first.
    seeded.filter(({ personId }) => apart.has(personId)).map(({ job }) => job),
    facts.people.map(({ id }) => stayJobs(facts, staff, id)),
    [...vacancies, ...requests].filter(({ isFirst }) => !isFirst).map(({ job }) => job),
  ];
  const firstSteps = [...vacancies, ...people, ...requests].flatMap(({ isFirst, job }) =>
    isFirst ? job : [],
  );
  return { waves, firstSteps };
}

function organisationJobs(partnership: DemoPartnership, { admin }: Staff): Job[] {
  return demoOrganisations
    .filter((one) => one.partnership === partnership)
    .map(({ partnership: _, ...body }) => [call(admin, 'organisations', body.id, body)]);
}

function memberJobs({ admin, all }: Staff): Job[] {
  return all
    .filter((user) => user !== admin)
    .map(({ id, role, organisation, hospitalSite = null }) => [
      call(admin, 'members', id, {
        id,
        roles: [role],
        organisationId: organisation,
        workerId: null,
        hospitalSite,
      }),
    ]);
}

function homeJob(facts: Facts, staff: Staff, home: Facts['homes'][number]): Job {
  const manager = managerOf(staff, home);
  const rooms = facts.rooms.filter((room) => room.homeId === home.id);
  const closed = facts.outOfService.filter((one) => rooms.some((room) => room.id === one.roomId));
  return [
    call(manager, 'homes', home.id, { ...home, rooms: rooms.map(({ homeId: _, ...room }) => room) }),
    ...closed.map(({ roomId, ...body }) => call(manager, `rooms/${roomId}/out-of-service`, body.id, body)),
  ];
}

/** Where somebody lived and lives, in that order: nobody is recorded in two rooms at once. */
function stayJobs({ stays }: Facts, { officer }: Staff, person: string): Job {
  const own = stays.filter((stay) => stay.personId === person).sort((a, b) => (a.from < b.from ? -1 : 1));
  return own.flatMap((stay): SeedCall[] => {
    if (stay.status !== 'arrived' && stay.status !== 'departed') return [];
    const { id, roomId, personId, from, absences, status } = stay;
    const leavesOn = status === 'departed' ? stay.departedOn : stay.leavesOn;
    const lived = call(officer, 'stays', id, { id, roomId, personId, from, absences, leavesOn });
    if (status === 'arrived') return [lived];
    const left = { on: stay.departedOn, reason: stay.reason };
    return [lived, call(officer, `stays/${id}/departure`, id, left)];
  });
}

function vacancyJob(facts: Facts, staff: Staff, vacancy: Facts['vacancies'][number]): Job {
  if (vacancy.status !== 'open' && vacancy.status !== 'expected') return [];
  const { id, roomId, from, reason } = vacancy;
  const room = facts.rooms.find((one) => one.id === roomId);
  const home = facts.homes.find((one) => one.id === room?.homeId);
  const expected = vacancy.status === 'expected' ? { expected: vacancy.certainty } : {};
  const manager = home ? managerOf(staff, home) : staff.officer;
  return [call(manager, `rooms/${roomId}/vacancies`, id, { id, from, reason, ...expected })];
}

/** Everything known of a person, as somebody sends it: whose it is goes without saying. */
function factsOf(facts: Facts, personId: string) {
  const own = <Fact extends { readonly personId: string }>(list: readonly Fact[]) =>
    list.filter((one) => one.personId === personId).map(({ personId: _, ...fact }) => fact);
  return {
    needs: own(facts.needs),
    readiness: own(facts.readiness),
    risks: own(facts.risks),
    exclusionZones: own(facts.exclusionZones),
    nonAssociations: own(facts.nonAssociations),
    bans: own(facts.bans),
    anchors: own(facts.anchors),
    preferences: own(facts.preferences),
  };
}
