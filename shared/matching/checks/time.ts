import { dayFromNumber, dayNumber, sayDay } from '../../domain/day.ts';
import { isLettable, type OutOfService } from '../../domain/room.ts';
import { hashOf } from '../order.ts';
import { mayBeFilled } from '../places.ts';
import type { Place, Setting, Subject } from '../pool-types.ts';
import {
  ASK,
  type DatedRule,
  evidence,
  kindOf,
  nothingToChange,
  PASSES,
  type Rule,
  setting,
} from './rule.ts';

export const requestReadyRule: Rule = {
  id: 'request-ready',
  class: 'H',
  level: 'pathway',
  question: 'Is the request ready to place?',
  overridableBy: null,
  source: 'States of a placement request',
  kinds: {
    person: (s) => (s.request.status === 'readyToPlace' ? PASSES : 'not ready'),
    place: () => '',
  },
  judge: (s) => (s.request.status === 'readyToPlace' ? 'pass' : 'fail'),
  tell: (s) => ({
    sentence:
      s.request.status === 'readyToPlace'
        ? 'The request is ready to place.'
        : `The request is "${s.request.status}", so no plan looks at it yet.`,
    evidence: [evidence(s.request.id, 'status', s.request.status)],
  }),
  remedy: (s) =>
    s.request.status === 'paused'
      ? [
          setting(
            'requests',
            s.request.id,
            { status: 'readyToPlace', pausedUntil: null, pausedBecause: null },
            2,
            'The pause ends, and the request is ready to place.',
          ),
        ]
      : [
          setting(
            'requests',
            s.request.id,
            { status: 'readyToPlace' },
            1,
            'The request becomes ready to place.',
          ),
        ],
};

export const roomFreeRule: Rule = {
  id: 'room-free',
  class: 'C',
  level: 'room',
  question: 'Is the room free, or expected to be?',
  overridableBy: null,
  source: 'Stays and vacancies on record',
  kinds: {
    person: () => '',
    // A person's own room is never asked about: `compile` leaves it out.
    place: (p) => (mayBeFilled(p) ? PASSES : 'taken'),
  },
  judge: (s, p) => (!isOwnRoom(s.room?.id, p) && mayBeFilled(p) ? 'pass' : 'fail'),
  tell: (s, p) => ({
    sentence: isOwnRoom(s.room?.id, p) ? 'They live in this room already.' : roomState(p),
    evidence: [evidence(p.room.id, 'vacancy', p.vacancy?.id ?? null)],
  }),
  remedy(_s, p, at) {
    if (!isLettable(p.room) || p.occupied || p.vacancy !== null || p.resident !== null)
      return nothingToChange;
    return [
      {
        action: 'add',
        table: 'vacancies',
        id: `vacancy-${hashOf(p.room.id).toString(36)}`,
        fields: { status: 'open', roomId: p.room.id, from: at.onDay, reason: '13' },
        effort: 3,
        sentence: 'An officer lists the room as free.',
      },
    ];
  },
};

/** Whether a room is free, or will be, in a sentence. */
export function roomState({ room, vacancy, resident, occupied }: Place): string {
  if (!isLettable(room)) return 'This room is never let.';
  if (occupied) return 'Somebody lives here, or is promised it, and has not asked to move.';
  if (resident) return 'The room is free once its resident moves on in this plan.';
  if (vacancy === null) return 'The room is not listed as a vacancy.';
  return vacancy.status === 'open'
    ? `The room is free from ${sayDay(vacancy.from)}.`
    : `Its resident is expected to leave on ${sayDay(vacancy.from)}.`;
}

const isOwnRoom = (own: string | undefined, p: Place): boolean => own === p.room.id;

const horizonEnd = (at: Setting): number => at.on + at.policy.horizonDays;

/** The day somebody leaves the room they have, by the notice they gave; null when they have none to leave, or are late. */
function leavingDay(s: Subject, at: Setting): number | null {
  const leaves = s.stay?.leavesOn ? dayNumber(s.stay.leavesOn) : null;
  return leaves !== null && leaves >= at.on ? leaves : null;
}

/** How many days after the day it was needed by a move would come; 0 when it is in time or no day is set. */
export function daysLate(s: Subject, day: number): number {
  return s.request.neededBy === null ? 0 : Math.max(0, day - dayNumber(s.request.neededBy));
}

export const inTimeRule: DatedRule = {
  id: 'in-time',
  class: 'C',
  level: 'room',
  question: 'By when is the place needed?',
  overridableBy: null,
  source: 'How far a plan looks ahead, and the day somebody leaves the room they have',
  kinds: {
    person: (s) => kindOf(s.stay?.leavesOn),
    place: () => '',
  },
  judge(s, _p, at, day) {
    const leaves = leavingDay(s, at);
    return day <= horizonEnd(at) && (leaves === null || day <= leaves) ? 'pass' : 'fail';
  },
  tell(s, p, at, day) {
    const leaves = leavingDay(s, at);
    const { neededBy } = s.request;
    const when = sayDay(dayFromNumber(day));
    const late = daysLate(s, day);
    return {
      sentence:
        day > horizonEnd(at)
          ? `They could not move before ${when}, which is further ahead than this plan looks.`
          : leaves !== null && day > leaves
            ? `They could not move before ${when}, and they leave their room on ${sayDay(dayFromNumber(leaves))}.`
            : neededBy === null
              ? `They could move on ${when}; no date is set by which they must.`
              : late > 0
                ? `They could move on ${when}, ${late} ${late === 1 ? 'day' : 'days'} after the place was needed. That is better than none.`
                : `They could move on ${when}, in time for ${sayDay(neededBy)}.`,
      evidence: [
        evidence(s.request.id, 'neededBy', neededBy),
        evidence(s.stay?.id ?? s.request.id, 'leavesOn', s.stay?.leavesOn ?? null),
        evidence(p.room.id, 'free from', p.vacancy?.from ?? null),
      ],
    };
  },
  turns: (s, _p, at) => [horizonEnd(at) + 1, (leavingDay(s, at) ?? horizonEnd(at)) + 1],
  remedy: () => nothingToChange,
};

/** The first period out of service that would cut a stay short which began on a day. */
function interruption(p: Place, at: Setting, day: number): OutOfService | undefined {
  return p.outOfService.find(
    (out) =>
      dayNumber(out.from) < day + at.policy.minimumNights && (out.to === null || day <= dayNumber(out.to)),
  );
}

export const inServiceRule: DatedRule = {
  id: 'in-service',
  class: 'C',
  level: 'room',
  question: 'Until when is the room out of service?',
  overridableBy: null,
  source: 'Out-of-service periods on record; nobody is moved into a room that closes soon after',
  kinds: {
    person: () => ASK,
    place: (p) => (p.outOfService.length === 0 ? PASSES : ASK),
  },
  judge: (_s, p, at, day) => (interruption(p, at, day) ? 'fail' : 'pass'),
  tell(_s, p, at, day) {
    const out = interruption(p, at, day);
    return {
      sentence: out
        ? `The room is out of service from ${sayDay(out.from)}${out.to ? ` to ${sayDay(out.to)}` : ', with no end date'}.`
        : `The room is in service, and stays so for at least ${at.policy.minimumNights} nights.`,
      evidence: out ? [evidence(out.id, 'outOfService', out.reason, out.from)] : [],
    };
  },
  turns: (_s, p, at) =>
    p.outOfService.flatMap((out) => [
      dayNumber(out.from) - at.policy.minimumNights + 1,
      ...(out.to === null ? [] : [dayNumber(out.to) + 1]),
    ]),
  remedy: () => nothingToChange,
};

export const leaseRule: DatedRule = {
  id: 'lease',
  class: 'C',
  level: 'home',
  question: 'When does the lease of the home end?',
  overridableBy: null,
  source: 'The home’s lease; nobody is moved into a home that closes soon after',
  kinds: {
    person: () => '',
    place: (p) => p.home.leaseEndsOn ?? PASSES,
  },
  judge: (_s, p, at, day) =>
    p.home.leaseEndsOn === null || day + at.policy.minimumNights <= dayNumber(p.home.leaseEndsOn)
      ? 'pass'
      : 'fail',
  tell(s, p, at, day) {
    const ends = p.home.leaseEndsOn;
    const ok = leaseRule.judge(s, p, at, day) === 'pass';
    return {
      sentence:
        ends === null
          ? 'No end of lease is set for the home.'
          : ok
            ? `The lease runs to ${sayDay(ends)}, long enough.`
            : `The lease ends on ${sayDay(ends)}, less than ${at.policy.minimumNights} nights after they could move in.`,
      evidence: [evidence(p.home.id, 'leaseEndsOn', ends)],
    };
  },
  turns: (_s, p, at) =>
    p.home.leaseEndsOn === null ? [] : [dayNumber(p.home.leaseEndsOn) - at.policy.minimumNights + 1],
  remedy: (_s, p) => [
    setting('homes', p.home.id, { leaseEndsOn: null }, 4, 'The lease is renewed without an end date.'),
  ],
};
