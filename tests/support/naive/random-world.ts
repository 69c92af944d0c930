import { csvTexts, type DemoDataOptions, generate } from '../../../infra/local/demo-data/demo-data.ts';
import { Day } from '../../../shared/domain/day.ts';
import type { Home } from '../../../shared/domain/home.ts';
import {
  ExclusionZoneId,
  NonAssociationId,
  OutOfServiceId,
  ReadinessId,
  RequestId,
  RiskId,
  ServiceModelId,
} from '../../../shared/domain/ids.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { readOutcodes } from '../../../shared/files/outcodes.ts';
import { readTables } from '../../../shared/files/read-tables.ts';
import type { Facts } from '../../../shared/matching/facts.ts';
import { currentPolicy } from '../../../shared/matching/policy.ts';
import { serviceModels } from '../../../shared/services/index.ts';
import { type Dice, dice } from '../random-instance.ts';
import { type Change, later, some, within } from './change-world.ts';
import { rareFacts } from './rare-facts.ts';
import type { Models } from './world.ts';

/** Everything a plan is made from. */
export interface Case {
  readonly facts: Facts;
  readonly policy: Policy;
  readonly models: Models;
  readonly on: Day;
}

const outcodes = readOutcodes();

/** Days on which turnarounds meet Christmas, Easter, the end of a leap February, and an ordinary week. */
export const someDays = ['2026-12-21', '2027-03-22', '2028-02-29', '2026-05-01', '2026-11-21', '2027-12-20'];

export function demoCase(options: Omit<DemoDataOptions, 'on'> & { on: string }): Case {
  const on = Day.parse(options.on);
  const { facts } = readTables(csvTexts(generate({ ...options, on })), {
    partnership: options.partnership,
    on,
    models: serviceModels(),
    outcodes,
  });
  return { facts, policy: currentPolicy, models: serviceModels(), on };
}

const people: Change = (facts, chance) => ({
  ...facts,
  people: facts.people.map((one) =>
    facts.stays.every((stay) => stay.personId !== one.id) && chance.next() < 0.3
      ? { ...one, primaryWorker: null }
      : one,
  ),
  // More residents who are ready, so that rooms are freed and chains and clashes come about.
  readiness: facts.readiness.map((one) =>
    chance.next() < 0.6
      ? {
          ...one,
          scores: Object.fromEntries(Object.keys(one.scores).map((id) => [id, within(chance, 3, 4)])),
        }
      : one,
  ),
});

/** Residents who ask to move on with everything on record in their favour, so that chains of all lengths come about. */
const onwards: Change = (facts, chance, on) => {
  const asked = new Set(facts.requests.map((one) => one.personId));
  const movers = facts.stays.filter((stay) => stay.status === 'arrived' && chance.next() < 0.5);
  const ready = new Set(movers.map((stay) => stay.personId));
  const model = serviceModels().get('stayingConnected')!;
  const scores = Object.fromEntries(model.readiness.domains.map(({ id }) => [id, 4]));
  const by = facts.workers[0]!.id;
  return {
    ...facts,
    requests: [
      ...facts.requests,
      ...movers
        .filter((stay) => !asked.has(stay.personId))
        .map((stay) => ({
          id: RequestId.parse(`onward-${stay.personId}`.slice(0, 64)),
          personId: stay.personId,
          kind: 'moveOn' as const,
          serviceModel: ServiceModelId.parse('stayingConnected'),
          stages: [],
          queuedOn: later(on, -within(chance, 1, 300)),
          earliestOn: null,
          neededBy: null,
          unsafeNow: chance.next() < 0.1,
          accommodation: null,
          outcode: null,
          referralSource: null,
          referredBy: null,
          hospitalSite: null,
          status: 'readyToPlace' as const,
        })),
    ],
    readiness: [
      ...facts.readiness,
      ...movers.flatMap(({ personId }) =>
        ([{ kind: 'self' }, { kind: 'worker', workerId: by }] as const).map((rater, i) => ({
          id: ReadinessId.parse(`${i}-${personId}`.slice(0, 64)),
          personId,
          assessedOn: later(on, -1),
          rater,
          scores,
        })),
      ),
    ],
    needs: facts.needs.map((one) =>
      ready.has(one.personId) && chance.next() < 0.8
        ? {
            ...one,
            assessedOn: later(on, -2),
            supportLevel: 'floating' as const,
            supportHoursPerWeek: within(chance, 0, 2),
            sleepIn: 'notRequired' as const,
            stepFree: 'notRequired' as const,
            wetRoom: 'notRequired' as const,
            highestFloor: null,
            selfContained: 'notRequired' as const,
            substanceFreeHome: 'notRequired' as const,
            recovery: 'sustained' as const,
          }
        : one,
    ),
    people: facts.people.map((one) =>
      ready.has(one.id)
        ? { ...one, pets: [], smokes: 'no' as const, funding: 'section117' as const, sharedRateExempt: true }
        : one,
    ),
  };
};

const requests: Change = (facts, chance, on) => ({
  ...facts,
  requests: facts.requests.map((one) => ({
    ...one,
    ...(one.status !== 'paused' && chance.next() < 0.5 ? { status: 'readyToPlace' as const } : {}),
    ...(chance.next() < 0.2 ? { neededBy: later(on, within(chance, -10, 60)) } : {}),
    ...(chance.next() < 0.1 ? { earliestOn: later(on, within(chance, 0, 40)) } : {}),
  })),
});

/** Limits near the number who live there; one that runs out is larger than what the law allows without a licence. */
function limits(
  chance: Dice,
  living: number,
  on: Day,
): Pick<Home['licence'], 'maxPersons' | 'maxHouseholds' | 'expiresOn'> {
  if (chance.next() < 0.3)
    return {
      maxPersons: within(chance, 4, 6),
      maxHouseholds: null,
      expiresOn: later(on, within(chance, 5, 60)),
    };
  return {
    maxPersons: Math.max(1, living + within(chance, -1, 1)),
    maxHouseholds: chance.next() < 0.6 ? null : Math.max(1, living + within(chance, -1, 1)),
    expiresOn: null,
  };
}

const licences: Change = (facts, chance, on) => ({
  ...facts,
  homes: facts.homes.map((home): Home => {
    if (home.letting === 'whole' || chance.next() < 0.4) return home;
    const living = facts.stays.filter(
      (stay) =>
        stay.status === 'arrived' &&
        facts.rooms.some((room) => room.id === stay.roomId && room.homeId === home.id),
    ).length;
    return {
      ...home,
      turnaroundWorkingDays: chance.next() < 0.5 ? null : within(chance, 0, 8),
      maxHighRisk: chance.next() < 0.6 ? null : within(chance, 0, 2),
      maxEarlyRecovery: chance.next() < 0.6 ? null : within(chance, 0, 2),
      leaseEndsOn: chance.next() < 0.85 ? null : later(on, within(chance, 40, 160)),
      licence:
        chance.next() < 0.5
          ? home.licence
          : {
              status: chance.next() < 0.8 ? 'held' : 'required',
              ...limits(chance, living, on),
              exemptionBasis: null,
            },
    };
  }),
});

const conflicts: Change = (facts, chance, on) => {
  const movers = facts.requests.filter((one) => one.status === 'readyToPlace').map((one) => one.personId);
  const pick = () => (chance.next() < 0.7 ? movers : facts.people.map((one) => one.id));
  const pairs = Array.from({ length: Math.ceil(facts.people.length / 3) }, (_, i) => {
    const [from, to] = [pick(), pick()];
    return {
      id: NonAssociationId.parse(`apart-${i}`),
      personId: from[chance.below(from.length)]!,
      otherPersonId: to[chance.below(to.length)]!,
      recordedOn: later(on, -within(chance, 0, 200)),
      expiresOn: chance.next() < 0.8 ? null : later(on, within(chance, -5, 60)),
    };
  });
  return {
    ...facts,
    nonAssociations: [...facts.nonAssociations, ...pairs.filter((one) => one.personId !== one.otherPersonId)],
    risks: [
      ...facts.risks,
      ...some(chance, facts.people, 0.15).map((one) => ({
        id: RiskId.parse(`risk-${one.id}`.slice(0, 64)),
        personId: one.id,
        category: 'propertyDamage' as const,
        level: 'high' as const,
        current: chance.next() < 0.8,
        recordedOn: later(on, -20),
        expiresOn: chance.next() < 0.8 ? null : later(on, within(chance, -5, 30)),
        setBy: 'panel',
      })),
    ],
    needs: facts.needs.map((one) => (chance.next() < 0.15 ? { ...one, recovery: 'early' as const } : one)),
    exclusionZones: [
      ...facts.exclusionZones,
      ...some(chance, facts.people, 0.1).map((one) => ({
        id: ExclusionZoneId.parse(`zone-${one.id}`.slice(0, 64)),
        personId: one.id,
        centre: facts.homes[chance.below(facts.homes.length)]!.location,
        radiusMetres: within(chance, 500, 3000),
        setBy: 'court' as const,
        from: later(on, within(chance, -20, 20)),
        expiresOn: chance.next() < 0.5 ? null : later(on, within(chance, 0, 50)),
      })),
    ],
  };
};

const capacity: Change = (facts, chance) => ({
  ...facts,
  workers: facts.workers.map((one) =>
    chance.next() < 0.5 ? { ...one, caseloadLimit: within(chance, 0, 6) } : one,
  ),
});

/** Past and running repairs, and notices with a day of leaving. */
const repairs: Change = (facts, chance, on) => ({
  ...facts,
  outOfService: [
    ...facts.outOfService,
    ...some(chance, facts.rooms, 0.1).map((room) => ({
      id: OutOfServiceId.parse(`works-${room.id}`.slice(0, 64)),
      roomId: room.id,
      from: later(on, -within(chance, 0, 9)),
      to: later(on, within(chance, -3, 40)),
      reason: 'repairs' as const,
    })),
  ],
});

const changes: readonly Change[] = [onwards, people, requests, licences, conflicts, capacity, repairs];

/** Other facts and another policy of the same shape, in which the rules that plans are searched under bite. */
export function shaken({ facts, policy, models, on }: Case, seed: number): Case {
  const chance = dice(seed);
  const usual = changes.reduce((sum, change) => (chance.next() < 0.8 ? change(sum, chance, on) : sum), facts);
  const changed = rareFacts.reduce(
    (sum, change) => (chance.next() < 0.4 ? change(sum, chance, on) : sum),
    usual,
  );
  return {
    facts: changed,
    policy: {
      ...policy,
      lateralMoves: chance.next() < 0.35,
      maxChainMoves: within(chance, 1, 4),
      distanceStretch:
        chance.next() < 0.3 ? [{ partnership: facts.partnership, times: within(chance, 1, 3) }] : [],
      horizonDays: within(chance, 20, 120),
      leadWorkingDays: within(chance, 0, 6),
      turnaroundWorkingDays: within(chance, 0, 5),
      movePrice: within(chance, 0, 30),
      latePrice: { perDay: within(chance, 0, 3), most: within(chance, 0, 40) },
      searchNodes: 60,
    },
    models,
    on,
  };
}

/** A case by its seed alone: town, size, day, and whether its facts are shaken. */
export function caseOf(seed: number, most = 90): Case {
  const chance = dice(seed ^ 0x2545f491);
  const on = someDays[chance.below(someDays.length)]!;
  const partnership = chance.next() < 0.75 ? 'southampton' : 'bristol';
  const size = within(chance, partnership === 'southampton' ? 30 : 10, most);
  const demo = demoCase({ partnership, people: size, seed, on });
  return chance.next() < 0.2 ? demo : shaken(demo, seed);
}
