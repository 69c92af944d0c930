import type { Evidence } from '../../domain/explanation.ts';
import { metresBetween } from '../../domain/place.ts';
import type { TermId } from '../../domain/policy.ts';
import { offersKind } from '../checks/pathway.ts';
import { describes } from '../checks/person.ts';
import { gateFor } from '../checks/progress.ts';
import { evidence, kindOf } from '../checks/rule.ts';
import type { Place, Setting, Subject } from '../pool-types.ts';
import { affordability } from './affordability.ts';
import { household } from './household.ts';
import { listWords } from './list-words.ts';

/** One part of a score. `share` is how well it is met, in thousandths; points are the weight times the share, rounded down. */
export interface Term {
  readonly id: TermId;
  share(s: Subject, p: Place, at: Setting): number;
  /** What the share depends on: the same for all people of one kind in all places of one kind. */
  readonly kinds: { person(s: Subject): string; place(p: Place): string };
  /** Whether anything on record about the person bears on the term. */
  asked(s: Subject, p: Place, at: Setting): boolean;
  tell(s: Subject, p: Place, at: Setting): { sentence: string; evidence: readonly Evidence[] };
}

const most = 1000;

/** Choice has the most weight: what the person said they want. Somebody who named nothing loses nothing. */
const choice: Term = {
  id: 'choice',
  kinds: {
    person: (s) =>
      JSON.stringify(
        s.preferences.filter((one) => one.wish === 'wants').map((one) => [one.importance, one.about]),
      ),
    place: ({ home }) => kindOf(home.id, home.outcode, home.letting, home.atmosphere),
  },
  share(s, p, at) {
    let asked = 0;
    let met = 0;
    for (const one of s.preferences) {
      if (one.wish !== 'wants') continue;
      asked += one.importance;
      if (describes(one.about, p.home)) met += one.importance;
    }
    return asked === 0
      ? at.policy.choice.nothingRecordedPerMille
      : Math.floor((at.policy.choice.metPerMille * met) / asked);
  },
  asked: (s) => s.preferences.some((one) => one.wish === 'wants'),
  tell(s, p) {
    const wishes = s.preferences.filter((one) => one.wish === 'wants');
    const met = wishes.filter((one) => describes(one.about, p.home));
    return {
      sentence:
        wishes.length === 0
          ? 'They named no wish, so any home counts as their choice.'
          : wishes.length === 1
            ? `It ${met.length === 1 ? 'meets' : 'does not meet'} the wish they named.`
            : `It meets ${met.length} of the ${wishes.length} wishes they named.`,
      evidence: wishes.map((one) =>
        evidence(one.id, `wants: ${one.about.kind}`, met.includes(one) ? 'met' : 'not met', one.recordedOn),
      ),
    };
  },
};

/** Hours offered against hours needed. More than needed costs a little; less than needed fails a check instead. */
const support: Term = {
  id: 'support',
  kinds: {
    person: (s) => kindOf(s.needs?.supportHoursPerWeek),
    place: (p) => kindOf(p.home.supportHoursPerWeek),
  },
  share(s, p, at) {
    if (s.needs === null) return 0;
    const spare = Math.max(0, p.home.supportHoursPerWeek - s.needs.supportHoursPerWeek);
    return Math.max(0, Math.floor(most - spare * at.policy.supportSurplusPerMillePerHour));
  },
  asked: (s) => s.needs !== null,
  tell(s, p) {
    const need = s.needs?.supportHoursPerWeek;
    const spare = need === undefined ? 0 : p.home.supportHoursPerWeek - need;
    return {
      sentence:
        need === undefined
          ? 'The hours of support they need are not recorded.'
          : spare === 0
            ? `The home gives the ${hours(need)} of support a week they need.`
            : spare > 0
              ? `The home gives the ${hours(need)} of support a week they need, and ${spare} more.`
              : `The home gives ${hours(-spare)} of support a week less than the ${need} they need.`,
      evidence: [
        evidence(p.home.id, 'supportHoursPerWeek', p.home.supportHoursPerWeek),
        evidence(s.needs?.id ?? s.person.id, 'supportHoursPerWeek', need, s.needs?.assessedOn),
      ],
    };
  },
};

const hours = (count: number): string => `${count} ${count === 1 ? 'hour' : 'hours'}`;

/** Where homes and people lie far apart, every band reaches as many times as far as the policy says for the partnership. */
function bandShare(metres: number, { policy, partnership }: Setting): number {
  const times = policy.distanceStretch.find((one) => one.partnership === partnership)?.times ?? 1;
  return policy.distanceBands.find((band) => metres <= band.withinMetres * times)?.perMille ?? 0;
}

/** Straight-line distance to the places they want to be near, weighted as they weighted them. */
const location: Term = {
  id: 'location',
  kinds: {
    person: (s) => JSON.stringify(s.anchors.map((anchor) => [anchor.importance, anchor.place])),
    place: (p) => JSON.stringify(p.home.location),
  },
  share(s, p, at) {
    let weight = 0;
    let sum = 0;
    for (const anchor of s.anchors) {
      weight += anchor.importance;
      sum += anchor.importance * bandShare(metresBetween(anchor.place, p.home.location), at);
    }
    return weight === 0 ? most : Math.floor(sum / weight);
  },
  asked: (s) => s.anchors.length > 0,
  tell(s, p) {
    const near = s.anchors
      .map((anchor) => ({ anchor, metres: metresBetween(anchor.place, p.home.location) }))
      .sort((a, b) => b.anchor.importance - a.anchor.importance || (a.anchor.id < b.anchor.id ? -1 : 1));
    const said = near.map(({ anchor, metres }) =>
      metres < sameAreaMetres
        ? `in the same postcode area as ${anchorWords[anchor.kind]}`
        : `${kilometres(metres)} from ${anchorWords[anchor.kind]}`,
    );
    return {
      sentence:
        near.length === 0
          ? 'They named no place to be near, so any place counts.'
          : `It is ${listWords(said)}${near.some(({ metres }) => metres >= sameAreaMetres) ? ', in a straight line' : ''}.`,
      evidence: near.map(({ anchor, metres }) =>
        evidence(anchor.id, anchor.kind, `${metres} m`, anchor.recordedOn),
      ),
    };
  },
};

const anchorWords = {
  family: 'family',
  friends: 'friends',
  college: 'college',
  work: 'work',
  gp: 'their GP',
  careTeam: 'their care team',
  childContact: 'where they see their child',
  faith: 'where they worship',
  other: 'a place that matters to them',
} as const;

/** Places are known by the middle of their postcode area, so two places this near may be anywhere in one area. */
const sameAreaMetres = 50;

const kilometres = (metres: number): string => `${(metres / 1000).toFixed(1)} km`;

/** Half for opening the gate, the rest for how far beyond it they are. A stage without a gate asks for nothing. */
const readiness: Term = {
  id: 'readiness',
  kinds: {
    person: (s) =>
      kindOf(
        ...[s.model.id, [...s.stages].join()],
        ...[...s.gates].map(
          ([gate, found]) => `${gate} ${found.domains.map((one) => one.rating?.score).join()}`,
        ),
      ),
    place: (p) => offersKind(p),
  },
  share(s, p) {
    const found = gateFor(s, p);
    if (found === null) return most;
    const room = (4 - found.minimumEach) * found.domains.length;
    const beyond = found.domains.reduce(
      (sum, one) => sum + Math.max(0, (one.rating?.score ?? 0) - found.minimumEach),
      0,
    );
    return room === 0 ? most : most / 2 + Math.floor(((most / 2) * beyond) / room);
  },
  asked: (s, p) => gateFor(s, p) !== null,
  tell(s, p) {
    const found = gateFor(s, p);
    const rated = found?.domains.reduce((sum, one) => sum + (one.rating?.score ?? 0), 0) ?? 0;
    return {
      sentence:
        found === null
          ? 'This stage asks for no readiness rating.'
          : `Their skills add up to ${rated} out of ${found.domains.length * 4}; this stage asks for at least ${found.minimumEach * found.domains.length}.`,
      evidence: (found?.domains ?? []).map((one) =>
        evidence(s.person.id, `readiness.${one.domain}`, one.rating?.score, one.rating?.on),
      ),
    };
  },
};

/** Whether the worker they know can go with them. */
const continuity: Term = {
  id: 'continuity',
  kinds: {
    person: (s) => kindOf(s.primaryWorker?.team, s.primaryWorker?.serviceModel, s.primaryWorker === null),
    place: (p) => kindOf(p.home.team, offersKind(p)),
  },
  share: (s, p) => (s.primaryWorker === null || keepsWorker(s, p) ? most : 0),
  asked: (s) => s.primaryWorker !== null,
  tell: (s, p) => ({
    sentence:
      s.primaryWorker === null
        ? 'They have no worker yet, so there is nobody to lose.'
        : keepsWorker(s, p)
          ? 'The worker they know can stay with them.'
          : 'The worker they know is in another team.',
    evidence: [
      evidence(s.person.id, 'primaryWorker', s.person.primaryWorker),
      evidence(p.home.id, 'team', p.home.team),
    ],
  }),
};

function keepsWorker(s: Subject, p: Place): boolean {
  const worker = s.primaryWorker;
  if (worker === null) return false;
  return (
    worker.team === p.home.team || p.home.offers.some((offer) => offer.serviceModel === worker.serviceModel)
  );
}

/** In the order in which they are shown. None reads a protected characteristic, a wait, a refusal or a past breakdown. */
export const terms: readonly Term[] = [
  choice,
  support,
  location,
  readiness,
  continuity,
  household,
  affordability,
];
