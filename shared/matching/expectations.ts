import { type Day, dayFromNumber, dayNumber, sayDay } from '../domain/day.ts';
import type { RoomId } from '../domain/ids.ts';
import type { MoveCertainty, Unplaced } from '../domain/plan.ts';
import { readyNumberAfterTurnaround } from '../domain/working-days.ts';
import { dayToJudge, notPassing } from './checks/rules.ts';
import { roomFreeRule } from './checks/time.ts';
import type { Problem } from './compile.ts';
import { roomsOf } from './pairs.ts';
import type { Place, Subject } from './pool-types.ts';
import type { Confidence } from './readiness-forecast.ts';
import { ruleWords } from './rule-words.ts';
import { notFreed } from './unplaced.ts';
import { count } from './words.ts';

/** A room that suits somebody in everything but time. */
export interface ExpectedRoom {
  readonly roomId: RoomId;
  /** The first day it is ready; null where its resident has nowhere to move to yet. */
  readonly readyOn: Day | null;
  readonly certainty: MoveCertainty;
  /** The rule of time that stands in the way. */
  readonly waitsFor: string;
  readonly sentence: string;
}

/** A room that suits somebody and that its resident is forecast to be ready to leave: expected, and promised to nobody. */
export interface SuitedByReadiness {
  readonly roomId: RoomId;
  /** The first day it would be ready after its resident left. */
  readonly readyOn: Day;
  readonly certainty: 'forecast';
  readonly confidence: Confidence;
  readonly sentence: string;
}

/** What keeps somebody without a place, and what they can hope for. */
export interface Expectations {
  /** The rule that rules out most rooms; null when none does. */
  readonly mostly: { readonly rule: string; readonly rooms: number; readonly sentence: string } | null;
  /** Rooms where only time stands in the way, the soonest first. */
  readonly onlyTime: readonly ExpectedRoom[];
  /** Rooms that suit them whose residents are becoming ready to move on, the soonest first. No plan counts on one. */
  readonly byReadiness: readonly SuitedByReadiness[];
  /** The first day on which a room they fit could be theirs, were it not given to somebody else; null when there is none. */
  readonly nextFitOn: Day | null;
  readonly sentence: string;
}

/** Rules that a later day can settle by itself. */
const rulesOfTime: ReadonlySet<string> = new Set(['in-time', 'in-service', notFreed]);

/** How many rooms are named. */
const mostNamed = 5;

export function expectationsOf(problem: Problem, s: Subject, unplaced: Unplaced): Expectations {
  const fits = new Set(roomsOf(problem.graph, problem.subjectIndex(s)));
  const onlyTime = problem.pool.places
    .flatMap((p, room) => (fits.has(room) || p.room.id === s.room?.id ? [] : (waiting(problem, s, p) ?? [])))
    .sort((a, b) => soonest(a.readyOn, b.readyOn) || (a.roomId < b.roomId ? -1 : 1));
  const byReadiness = suitedByReadiness(problem, s);
  const mostly = mostlyBy(unplaced);
  const nextFitOn = firstDayOf(problem, problem.subjectIndex(s));
  return {
    mostly,
    onlyTime: onlyTime.slice(0, mostNamed),
    byReadiness: byReadiness.slice(0, mostNamed),
    nextFitOn,
    sentence: [
      ...(mostly ? [mostly.sentence] : []),
      nextFitOn === null
        ? 'No room that fits them is free or expected in the time this plan looks at.'
        : `A room that fits them could be had from ${sayDay(nextFitOn)}; others come first for it.`,
      ...(onlyTime.length > 0
        ? [`In ${count(onlyTime.length, 'more room', 'more rooms')} only time is in the way.`]
        : []),
      ...(byReadiness[0]
        ? [
            `${count(byReadiness.length, 'more room is', 'more rooms are')} expected because of how ready a resident is becoming, the first on ${sayDay(byReadiness[0].readyOn)}; none is promised.`,
          ]
        : []),
    ].join(' '),
  };
}

/** Judged on the day the room would be ready, a turnaround after its resident left, as if it were free by then. */
function suitedByReadiness({ pool }: Problem, s: Subject): SuitedByReadiness[] {
  return pool
    .roomsByReadiness()
    .flatMap(({ roomId, from, confidence, sentence }) => {
      const p = pool.placeOf(roomId);
      if (!p || p.room.id === s.room?.id) return [];
      const ready = readyNumberAfterTurnaround(dayNumber(from), p.house.turnaround);
      const place: Place = { ...p, occupied: false, ready, certainty: 'forecast' };
      const against = notPassing(s, place, pool.setting, dayToJudge(s, place, pool.setting));
      if (against.some(({ rule }) => !rulesOfTime.has(rule.id) && rule.id !== roomFreeRule.id)) return [];
      return [
        { roomId, readyOn: dayFromNumber(ready), certainty: 'forecast' as const, confidence, sentence },
      ];
    })
    .sort((a, b) => soonest(a.readyOn, b.readyOn) || (a.roomId < b.roomId ? -1 : 1));
}

const soonest = (a: Day | null, b: Day | null): number =>
  (a === null ? Number.MAX_SAFE_INTEGER : dayNumber(a)) -
  (b === null ? Number.MAX_SAFE_INTEGER : dayNumber(b));

function waiting({ pool, ready, ...problem }: Problem, s: Subject, p: Place): ExpectedRoom | null {
  const { setting } = pool;
  const day = dayToJudge(s, p, setting);
  const against = notPassing(s, p, setting, day);
  if (against.some(({ rule }) => !rulesOfTime.has(rule.id))) return null;
  const free = ready[problem.placeIndex(p)] ?? Number.POSITIVE_INFINITY;
  const [first] = against;
  return {
    roomId: p.room.id,
    readyOn: Number.isFinite(free) ? dayFromNumber(free) : null,
    certainty: p.certainty,
    waitsFor: first?.rule.id ?? notFreed,
    sentence: first
      ? first.rule.tell(s, p, setting, day).sentence
      : 'It would suit them if its own resident could move out in time.',
  };
}

function mostlyBy({ ruledOutBy, roomsConsidered }: Unplaced): Expectations['mostly'] {
  const [first] = [...ruledOutBy].sort((a, b) => b.rooms - a.rooms || (a.rule < b.rule ? -1 : 1));
  if (!first) return null;
  const words = ruleWords(first.rule);
  return {
    rule: first.rule,
    rooms: first.rooms,
    sentence: `What rules out most rooms: ${words.charAt(0).toLowerCase()}${words.slice(1)} (${first.rooms} of ${roomsConsidered}).`,
  };
}

function firstDayOf({ pairs }: Problem, person: number): Day | null {
  const from = person < 0 ? 0 : (pairs.start[person] ?? 0);
  const to = person < 0 ? 0 : (pairs.start[person + 1] ?? 0);
  let first = Number.POSITIVE_INFINITY;
  for (const day of pairs.day.subarray(from, to)) first = Math.min(first, day);
  return Number.isFinite(first) ? dayFromNumber(first) : null;
}
