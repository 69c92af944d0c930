import { type Cast, workersFor } from './cast.ts';
import { addLikelyRisks, addLikelyWishes } from './conditions.ts';
import { addNeeds, addPerson, addRequest, addStay, careStatusAt } from './people.ts';
import type { BuiltRoom, HomeKind } from './place.ts';
import { addRatings, type Progress } from './ratings.ts';
import { ago, bornSoThat, mostlyKnown } from './world.ts';

/** What a resident of a kind of home is asked about next, and how much help they have had there so far. */
const LADDER: Readonly<
  Record<
    HomeKind,
    {
      serviceModel: string;
      next: string | null;
      level: string;
      hours: readonly [number, number];
      longest: number;
    }
  >
> = {
  highSupport: {
    serviceModel: 'stayingConnected',
    next: 'extendedSupport',
    level: 'high',
    hours: [12, 18],
    longest: 480,
  },
  extendedSupport: {
    serviceModel: 'stayingConnected',
    next: 'ownTenancy',
    level: 'medium',
    hours: [4, 8],
    longest: 620,
  },
  ownTenancy: {
    serviceModel: 'stayingConnected',
    next: null,
    level: 'floating',
    hours: [1, 3],
    longest: 800,
  },
  stepOutIntensive: {
    serviceModel: 'stepOut',
    next: 'settledSupport',
    level: 'medium',
    hours: [6, 10],
    longest: 420,
  },
  stepOutSettled: { serviceModel: 'stepOut', next: null, level: 'floating', hours: [1, 3], longest: 900 },
};

/** What people who are ready for the next stage still need: its level of support, and hours it can give. */
const NEXT_NEEDS: Readonly<Record<string, { level: string; hours: readonly [number, number] }>> = {
  extendedSupport: { level: 'medium', hours: [5, 8] },
  ownTenancy: { level: 'floating', hours: [1, 3] },
  settledSupport: { level: 'floating', hours: [1, 3] },
};

/** Who lives in a room, so far as it is settled beforehand. */
export interface ResidentPlan {
  /** Whether they may be ready to move on. The neighbours in the worked story are not. */
  readonly mayMoveOn?: boolean;
  /** The stay's columns beside person and room, such as the day they leave. */
  readonly stay?: Parameters<typeof addStay>[4];
}

/** Writes somebody who lives in a room, with all that is on record about them, and gives their reference. */
export function addResident(cast: Cast, room: BuiltRoom, plan: ResidentPlan = {}): string {
  const { world } = cast;
  const { between, chance, weighted } = world.choices;
  const { kind } = room.home;
  const ladder = LADDER[kind];
  const progress: Progress =
    plan.mayMoveOn === false || ladder.next === null
      ? weighted([
          [1, 'nearly'],
          [2, 'early'],
        ])
      : weighted([
          [kind === 'highSupport' ? 48 : 38, 'ready'],
          [26, 'nearly'],
          [28, 'early'],
          [6, 'stale'],
        ]);
  const workers = workersFor(cast, room);
  const person = addResidentPerson(cast, room, progress, workers);
  addStay(world, person, room.reference, stayLength(cast, ladder.longest, progress), {
    ...plan.stay,
    ...(chance(2) && !plan.stay && progress === 'early' && { absentFrom: ago(world, between(2, 15)) }),
  });
  addLikelyRisks(world, person);
  addResidentNeeds(cast, person, room, progress);
  if (ladder.next !== null) {
    const { serviceModel, next: stage } = ladder;
    addRatings(world, {
      person,
      serviceModel,
      stage,
      progress,
      worker: workers.rater,
      second: workers.second,
    });
    if (plan.mayMoveOn !== false && !plan.stay) addMoveOnRequest(cast, person, room, progress, workers.rater);
  }
  return person;
}

function stayLength(cast: Cast, longest: number, progress: Progress): number {
  return cast.world.choices.between(progress === 'early' ? 20 : 120, longest);
}

function addResidentPerson(
  cast: Cast,
  room: BuiltRoom,
  progress: Progress,
  workers: ReturnType<typeof workersFor>,
): string {
  const { world } = cast;
  const { chance, weighted } = world.choices;
  const { kind, sex } = room.home;
  const stepOut = kind === 'stepOutIntensive' || kind === 'stepOutSettled';
  const woman = sex === 'women' || (sex === 'any' && chance(45));
  const age = residentAge(cast, room, woman, progress);
  const born = bornSoThat(world, age, world.choices.between(15, age === 20 ? 240 : 200));
  return addPerson(world, world.next('resident'), born, {
    sexRegisteredAtBirth:
      sex === 'any' ? mostlyKnown(world, woman ? 'female' : 'male') : woman ? 'female' : 'male',
    clientGroups: stepOut
      ? weighted([
          [4, ['E']],
          [1, ['E', 'F']],
          [1, ['E', 'N']],
        ])
      : weighted([
          [4, ['P']],
          [2, ['P', 'E']],
          [1, ['P', 'Q']],
        ]),
    careStatus: stepOut ? 'none' : careStatusAt(world, age),
    leftResidentialCare: !stepOut,
    pets: room.home.takesDogs && chance(12) ? 'cat' : 'none',
    funding: stepOut
      ? weighted([
          [3, 'benefits'],
          [2, 'section117'],
        ])
      : 'benefits',
    primaryWorker: workers.primary,
    secondWorker: workers.second,
  });
}

/** Women in mixed high support homes are 18 at most: the women's homes take them from 19 on. */
function residentAge(cast: Cast, room: BuiltRoom, woman: boolean, progress: Progress): number {
  const { between, weighted } = cast.world.choices;
  const [from, to] = room.home.ages;
  switch (room.home.kind) {
    case 'highSupport':
      if (room.home.sex === 'women') return between(from, 20);
      return between(
        progress === 'ready' ? Math.min(18, to) : from,
        woman ? Math.min(18, to) : Math.min(19, to),
      );
    case 'extendedSupport':
      return between(from, progress === 'early' ? 21 : 20);
    case 'ownTenancy':
      return weighted([
        [2, 19],
        [3, 20],
        [3, 21],
        [2, 22],
        [1, 23],
      ]);
    default:
      return weighted([
        [3, between(21, 34)],
        [3, between(35, 48)],
        [1, between(49, 63)],
      ]);
  }
}

function addResidentNeeds(cast: Cast, person: string, room: BuiltRoom, progress: Progress): void {
  const { world } = cast;
  const { between, chance } = world.choices;
  const ladder = LADDER[room.home.kind];
  const ready = progress === 'ready' || progress === 'stale';
  const { level, hours } = (ready && ladder.next !== null && NEXT_NEEDS[ladder.next]) || ladder;
  addNeeds(world, person, {
    assessedOn: ago(world, ready || chance(60) ? between(4, 35) : between(95, 260)),
    assessedBy: 'keyworker',
    supportLevel: level,
    supportHoursPerWeek: between(...hours),
    sleepIn: level === 'high' ? mostlyKnown(world, true) : false,
    selfContained: ladder.serviceModel === 'stepOut' || room.home.kind === 'ownTenancy',
  });
}

/** People who are ready ask to move on; a few of the others do too, and are told what is still missing. */
function addMoveOnRequest(
  cast: Cast,
  person: string,
  room: BuiltRoom,
  progress: Progress,
  worker: string,
): void {
  const { world } = cast;
  const { between, chance, weighted } = world.choices;
  const odds = { ready: 94, stale: 70, nearly: 12, early: 1 }[progress];
  if (!chance(odds)) return;
  const status = weighted([
    [92, 'readyToPlace'],
    [4, 'inReview'],
    [4, 'paused'],
  ]);
  addRequest(world, person, {
    kind: 'moveOn',
    serviceModel: LADDER[room.home.kind].serviceModel,
    status,
    queuedOn: ago(world, between(6, 150)),
    accommodation: mostlyKnown(world, '6'),
    postcode: room.home.outcode,
    referralSource: '1',
    referredBy: worker,
    ...(status === 'paused' && {
      pausedUntil: ago(world, -between(14, 60)),
      pausedBecause: 'Exams first, then the move',
    }),
  });
  addLikelyWishes(world, person, cast.around);
}
