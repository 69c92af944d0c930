import type * as z from 'zod';
import { Worker } from '../../shared/domain/worker.ts';
import type { NewHome } from '../../shared/usecases/homes/add-home.ts';

/** A shared house of three bedrooms, a sleep-in room and a kitchen, as an officer would send it. */
export function newHome(id: string, more: Partial<z.input<typeof NewHome>> = {}): z.input<typeof NewHome> {
  const room = {
    kind: 'bedroom' as const,
    areaSquareMetres: 12,
    maxPersons: 1,
    floor: 1,
    stepFree: false,
    wetRoom: false,
    cotSpace: null,
    accessibility: null,
    rentType: 'specified' as const,
    weeklyRent: 15_000,
    weeklyServiceCharge: 1_400,
    weeklyPersonalCharge: 1_000,
    weeklySupportCharge: 0,
  };
  return {
    id,
    name: `${id} House`,
    outcode: 'SO15',
    location: { easting: 441_500, northing: 113_000 },
    confidentialAddress: false,
    letting: 'byRoom',
    unitType: '4',
    offers: [{ serviceModel: 'stayingConnected', stage: 'extendedSupport' }],
    supportLevel: 'medium',
    sleepIn: false,
    supportHoursPerWeek: 10,
    ageFrom: 18,
    ageTo: 24,
    ofsted: 'notRegistered',
    sexPolicy: 'any',
    sexPolicyBasis: null,
    sexPolicyReviewOn: null,
    pets: 'none',
    smoking: 'outside',
    substanceFree: false,
    atmosphere: 'mixed',
    features: [],
    licence: {
      status: 'notRequired',
      maxPersons: null,
      maxHouseholds: null,
      expiresOn: null,
      exemptionBasis: null,
    },
    notSuitableFor: [],
    takesChildren: null,
    maxHighRisk: null,
    maxEarlyRecovery: null,
    localConnectionRequired: false,
    turnaroundWorkingDays: 2,
    leaseEndsOn: null,
    owner: null,
    landlord: null,
    supportProvider: null,
    clinicalTeam: null,
    team: null,
    rooms: [
      { ...room, id: `${id}-1` },
      { ...room, id: `${id}-2` },
      { ...room, id: `${id}-3` },
      { ...room, id: `${id}-sleep-in`, kind: 'staffSleepIn', maxPersons: 0 },
      { ...room, id: `${id}-kitchen`, kind: 'communal', maxPersons: 0 },
    ],
    ...more,
  };
}

/** Somebody who supports people, with nothing special about them. */
export function aWorker(id: string, more: Partial<z.input<typeof Worker>> = {}): Worker {
  return Worker.parse({
    id,
    serviceModel: 'stayingConnected',
    role: 'adviser',
    team: null,
    fullTimeEquivalent: 1,
    caseloadLimit: null,
    coveredBy: null,
    ...more,
  });
}
