import { dayFromNumber, dayNumber, sayDay } from '../../domain/day.ts';
import type { Place, Setting, Subject } from '../pool-types.ts';
import { type DatedRule, evidence, nothingToChange, type Rule, setting } from './rule.ts';

export const requestReadyRule: Rule = {
  id: 'request-ready',
  class: 'H',
  level: 'pathway',
  question: 'Is the request ready to place?',
  overridableBy: null,
  source: 'States of a placement request',
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
      ? nothingToChange
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
  judge: (s, p) =>
    !isOwnRoom(s.room?.id, p) && (p.vacancy !== null || p.resident !== null) ? 'pass' : 'fail',
  tell(s, p) {
    return {
      sentence: isOwnRoom(s.room?.id, p)
        ? 'They live in this room already.'
        : p.room.kind === 'staffSleepIn' || p.room.kind === 'communal'
          ? 'This room is never let.'
          : p.vacancy?.status === 'open'
            ? `The room is free from ${sayDay(p.vacancy.from)}.`
            : p.vacancy
              ? `The room is expected to be free from ${sayDay(p.vacancy.from)}.`
              : p.resident
                ? 'The room is free once its resident moves on in this plan.'
                : p.occupied
                  ? 'Somebody lives here and has not asked to move.'
                  : 'The room is not listed as a vacancy.',
      evidence: [evidence(p.room.id, 'vacancy', p.vacancy?.id ?? null)],
    };
  },
  remedy(_s, p, at) {
    const lettable = p.room.kind === 'bedroom' || p.room.kind === 'wholeHome';
    if (!lettable || p.occupied || p.vacancy !== null || p.resident !== null) return nothingToChange;
    return [
      {
        action: 'add',
        table: 'vacancies',
        id: `V-${p.room.id}`.slice(0, 64),
        fields: { status: 'open', roomId: p.room.id, from: at.onDay, reason: '13' },
        effort: 3,
        sentence: 'An officer lists the room as free.',
      },
    ];
  },
};

const isOwnRoom = (own: string | undefined, p: Place): boolean => own === p.room.id;

const horizonEnd = (at: Setting): number => at.on + at.policy.horizonDays;

/** The last day the person could still wait for: by their request, or the day they leave the room they have. */
function lastDay(s: Subject, at: Setting): { readonly day: number; readonly leaving: boolean } | null {
  const leaves = s.stay?.leavesOn ? dayNumber(s.stay.leavesOn) : Number.POSITIVE_INFINITY;
  const needed = s.request.neededBy === null ? Number.POSITIVE_INFINITY : dayNumber(s.request.neededBy);
  // A day that has passed is no reason to offer nothing: then any day is better than none.
  const days = [leaves, needed].filter((day) => day >= at.on && Number.isFinite(day));
  return days.length === 0 ? null : { day: Math.min(...days), leaving: leaves <= needed };
}

export const inTimeRule: DatedRule = {
  id: 'in-time',
  class: 'C',
  level: 'room',
  question: 'By when is the place needed?',
  overridableBy: null,
  source:
    'The request’s own date, and the day somebody leaves the room they have. Once it has passed, any day will do',
  judge(s, _p, at, day) {
    if (day > horizonEnd(at)) return 'fail';
    const last = lastDay(s, at);
    return last === null || day <= last.day ? 'pass' : 'fail';
  },
  tell(s, p, at, day) {
    const last = lastDay(s, at);
    const when = sayDay(dayFromNumber(day));
    const by = last && sayDay(dayFromNumber(last.day));
    const needed = last?.leaving ? `they leave their room on ${by}` : `the place is needed by ${by}`;
    return {
      sentence:
        day > horizonEnd(at)
          ? `They could not move before ${when}, which is further ahead than this plan looks.`
          : last === null
            ? `They could move on ${when}; no date is set by which they must.`
            : day > last.day
              ? `They could not move before ${when}, and ${needed}.`
              : `They could move on ${when}, in time: ${needed}.`,
      evidence: [
        evidence(s.request.id, 'neededBy', s.request.neededBy),
        evidence(s.stay?.id ?? s.request.id, 'leavesOn', s.stay?.leavesOn ?? null),
        evidence(p.room.id, 'free from', p.vacancy?.from ?? null),
      ],
    };
  },
  turns: (s, _p, at) => [horizonEnd(at) + 1, ...[lastDay(s, at)?.day ?? []].flat().map((day) => day + 1)],
  remedy(s, _p, at, day) {
    if (day > horizonEnd(at) || lastDay(s, at)?.leaving) return nothingToChange;
    const later = dayFromNumber(day);
    return [
      setting('requests', s.request.id, { neededBy: later }, 2, `The place is needed by ${sayDay(later)}.`),
    ];
  },
};

export const inServiceRule: DatedRule = {
  id: 'in-service',
  class: 'C',
  level: 'room',
  question: 'Until when is the room out of service?',
  overridableBy: null,
  source: 'Out-of-service periods on record',
  judge: (_s, p, _at, day) =>
    p.outOfService.some((out) => dayNumber(out.from) <= day && (out.to === null || day <= dayNumber(out.to)))
      ? 'fail'
      : 'pass',
  tell(_s, p, _at, day) {
    const out = p.outOfService.find(
      (one) => dayNumber(one.from) <= day && (one.to === null || day <= dayNumber(one.to)),
    );
    return {
      sentence: out
        ? `The room is out of service${out.to ? ` until ${sayDay(out.to)}` : ', with no end date'}.`
        : 'The room is in service on that day.',
      evidence: out ? [evidence(out.id, 'outOfService', out.reason, out.from)] : [],
    };
  },
  turns: (_s, p) =>
    p.outOfService.flatMap((out) => [
      dayNumber(out.from),
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
