import { NeedsAssessment, ReadinessAssessment } from '../../../shared/domain/assessment.ts';
import { Home } from '../../../shared/domain/home.ts';
import { PartnershipId } from '../../../shared/domain/ids.ts';
import { Person } from '../../../shared/domain/person.ts';
import { PlacementRequest } from '../../../shared/domain/placement-request.ts';
import { Room } from '../../../shared/domain/room.ts';
import { Stay } from '../../../shared/domain/stay.ts';
import { Worker } from '../../../shared/domain/worker.ts';
import type { Facts } from '../../../shared/matching/facts.ts';
import { serviceModels } from '../../../shared/services/index.ts';
import { plusDays } from './days.ts';

type Table<K extends keyof Facts> = Facts[K] extends readonly (infer Row)[] ? Row[] : never;
/** The tables of facts while they are being filled. */
export type Tables = { -readonly [K in Exclude<keyof Facts, 'partnership'>]: Table<K> };

const stages = [
  { stage: 'highSupport', supportLevel: 'high' },
  { stage: 'extendedSupport', supportLevel: 'medium' },
  { stage: 'ownTenancy', supportLevel: 'floating' },
] as const;

/** A home in which nothing stands in anybody's way. */
export function plainHome(id: string, step: 0 | 1 | 2): Home {
  const { stage, supportLevel } = stages[step];
  return Home.parse({
    id,
    name: id,
    outcode: 'SO14',
    location: { easting: 440_000, northing: 110_000 },
    confidentialAddress: false,
    letting: 'byRoom',
    unitType: '4',
    offers: [{ serviceModel: 'stayingConnected', stage }],
    supportLevel,
    sleepIn: step === 0,
    supportHoursPerWeek: 20,
    ageFrom: null,
    ageTo: null,
    ofsted: 'sharedMixed',
    sexPolicy: 'any',
    sexPolicyBasis: null,
    sexPolicyReviewOn: null,
    pets: 'yes',
    smoking: 'inside',
    substanceFree: false,
    atmosphere: 'mixed',
    features: [],
    licence: {
      status: 'exempt',
      maxPersons: null,
      maxHouseholds: null,
      expiresOn: null,
      exemptionBasis: null,
    },
    notSuitableFor: [],
    takesChildren: true,
    maxHighRisk: null,
    maxEarlyRecovery: null,
    localConnectionRequired: false,
    turnaroundWorkingDays: null,
    leaseEndsOn: null,
    owner: null,
    landlord: null,
    supportProvider: null,
    clinicalTeam: null,
    team: 'team-1',
  });
}

export function plainRoom(id: string, homeId: string): Room {
  return Room.parse({
    id,
    homeId,
    kind: 'bedroom',
    areaSquareMetres: 30,
    maxPersons: 4,
    floor: 0,
    stepFree: true,
    wetRoom: true,
    cotSpace: true,
    accessibility: null,
    rentType: 'specified',
    weeklyRent: 10_000,
    weeklyServiceCharge: 0,
    weeklyPersonalCharge: 0,
    weeklySupportCharge: 0,
  });
}

/** A care leaver of 19 about whom everything is on record, with fresh needs and full marks from both raters. */
export function addPerson(into: Tables, id: string, on: string): void {
  into.people.push(
    Person.parse({
      id,
      dateOfBirth: `${Number(on.slice(0, 4)) - 19}-01-15`,
      sexRegisteredAtBirth: 'female',
      clientGroups: ['P'],
      careStatus: 'formerRelevant',
      leftResidentialCare: true,
      householdAdults: 1,
      householdChildren: 0,
      babyDueOn: null,
      pets: [],
      smokes: 'no',
      funding: 'section117',
      canPayWeekly: 0,
      sharedRateExempt: true,
      localConnection: true,
      localConnectionExempt: true,
      primaryWorker: 'worker-1',
      secondWorker: 'worker-2',
    }),
  );
  into.needs.push(
    NeedsAssessment.parse({
      id: `needs-${id}`,
      personId: id,
      assessedOn: plusDays(on, -3),
      assessedBy: 'ward',
      supportLevel: 'floating',
      supportHoursPerWeek: 2,
      sleepIn: 'notRequired',
      stepFree: 'notRequired',
      wetRoom: 'notRequired',
      highestFloor: null,
      selfContained: 'notRequired',
      quiet: false,
      recovery: 'notApplicable',
      substanceFreeHome: 'notRequired',
      riskToSelf: 'none',
      safetyPlanOn: null,
    }),
  );
  const domains = serviceModels().get('stayingConnected')!.readiness.domains;
  for (const rater of [{ kind: 'self' }, { kind: 'worker', workerId: 'worker-1' }])
    into.readiness.push(
      ReadinessAssessment.parse({
        id: `${rater.kind}-${id}`,
        personId: id,
        assessedOn: plusDays(on, -3),
        rater,
        scores: Object.fromEntries(domains.map((domain) => [domain.id, 3])),
      }),
    );
}

export function addRequest(into: Tables, id: string, fields: Readonly<Record<string, unknown>>): void {
  into.requests.push(
    PlacementRequest.parse({
      id: `request-${id}`,
      personId: id,
      kind: 'newPlace',
      serviceModel: 'stayingConnected',
      stages: [],
      earliestOn: null,
      neededBy: null,
      unsafeNow: false,
      accommodation: null,
      outcode: null,
      referralSource: null,
      referredBy: null,
      hospitalSite: null,
      status: 'readyToPlace',
      ...fields,
    }),
  );
}

export function addStay(
  into: Tables,
  person: string,
  room: string,
  from: string,
  leavesOn: string | null,
): void {
  into.stays.push(
    Stay.parse({
      id: `stay-${person}`,
      roomId: room,
      personId: person,
      from,
      absences: [],
      status: 'arrived',
      leavesOn,
    }),
  );
}

export function emptyFacts(): Tables {
  return {
    homes: [],
    rooms: [],
    outOfService: [],
    stays: [],
    vacancies: [],
    people: [],
    needs: [],
    readiness: [],
    requests: [],
    readyPeriods: [],
    workers: ['worker-1', 'worker-2'].map((id) =>
      Worker.parse({
        id,
        serviceModel: 'stayingConnected',
        role: 'independenceAdviser',
        team: 'team-1',
        fullTimeEquivalent: 1,
        caseloadLimit: 50,
        coveredBy: null,
      }),
    ),
    risks: [],
    exclusionZones: [],
    nonAssociations: [],
    bans: [],
    declined: [],
    anchors: [],
    preferences: [],
  };
}

export const partnership = PartnershipId.parse('tiny');
