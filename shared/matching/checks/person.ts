import { ageOn, birthday, dayFromNumber, dayNumber, sayDay } from '../../domain/day.ts';
import type { Verdict } from '../../domain/explanation.ts';
import type { Home } from '../../domain/home.ts';
import type { Person } from '../../domain/person.ts';
import type { Place, Subject } from '../pool-types.ts';
import { agesAhead } from './ages.ts';
import { leavingDays, stillThere } from './housemates.ts';
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

export const ageRule: DatedRule = {
  id: 'age',
  class: 'H',
  level: 'home',
  question: 'How old is the person?',
  overridableBy: 'programmeLead',
  source: 'The home’s own age band',
  kinds: {
    person: (s, at) => agesAhead(s, at),
    place: ({ home }) =>
      home.ageFrom === null && home.ageTo === null ? PASSES : kindOf(home.ageFrom, home.ageTo),
  },
  judge(s, p, _at, day) {
    const age = ageOn(s.person.dateOfBirth, dayFromNumber(day));
    const { ageFrom, ageTo } = p.home;
    return (ageFrom === null || age >= ageFrom) && (ageTo === null || age <= ageTo) ? 'pass' : 'fail';
  },
  tell(s, p, at, day) {
    const on = dayFromNumber(day);
    const { ageFrom, ageTo } = p.home;
    const band =
      ageFrom === null && ageTo === null
        ? 'takes any age'
        : `is for people aged ${ageFrom ?? 16} to ${ageTo ?? 'any age'}`;
    const ok = ageRule.judge(s, p, at, day) === 'pass';
    return {
      sentence: `The home ${band}${ok ? ', and they are in that band' : '; they are not in that band'} on ${sayDay(on)}.`,
      evidence: [
        evidence(p.home.id, 'ageFrom', ageFrom),
        evidence(p.home.id, 'ageTo', ageTo),
        evidence(s.person.id, 'age', ageOn(s.person.dateOfBirth, on)),
      ],
    };
  },
  turns: (s, p) => [
    dayNumber(birthday(s.person.dateOfBirth, p.home.ageFrom ?? 0)),
    dayNumber(birthday(s.person.dateOfBirth, (p.home.ageTo ?? 0) + 1)),
  ],
  remedy(s, p, _at, day) {
    const age = ageOn(s.person.dateOfBirth, dayFromNumber(day));
    const tooYoung = p.home.ageFrom !== null && age < p.home.ageFrom;
    // A home that is not registered takes nobody under 18: they may come once they are.
    const from = p.home.ofsted === 'notRegistered' ? Math.max(age, 18) : age;
    return [
      setting(
        'homes',
        p.home.id,
        tooYoung ? { ageFrom: from } : { ageTo: age },
        3,
        `The home takes people aged ${tooYoung ? from : age}.`,
      ),
    ];
  },
};

/** Whether the home's registration covers somebody of this age among those who live there on a day. */
function registrationCovers(s: Subject, p: Place, day: number): boolean {
  const { ofsted, letting } = p.home;
  const isAdult = ({ person }: { readonly person: Person }): boolean =>
    ageOn(person.dateOfBirth, dayFromNumber(day)) >= 18;
  if (isAdult(s)) return ofsted !== 'sharedOnly16And17';
  if (ofsted !== 'sharedOnly16And17')
    return ofsted !== 'notRegistered' && (ofsted !== 'selfContained' || letting === 'whole');
  const movers = p.house.movers.filter((other) => other !== s && other !== p.resident);
  return ![...stillThere(p, day), ...movers].some(isAdult);
}

export const regulatedAgeRule: DatedRule = {
  id: 'registered-for-16-17',
  class: 'S',
  level: 'law',
  question: 'Is the home registered with Ofsted for people aged 16 and 17, and in which category?',
  overridableBy: null,
  source: 'Supported Accommodation (England) Regulations 2023 (SOURCES.md 7)',
  kinds: {
    person: (s, at) => agesAhead(s, at),
    place: ({ home }) => (home.ofsted === 'sharedOnly16And17' ? ASK : kindOf(home.ofsted, home.letting)),
  },
  judge: (s, p, _at, day) => (registrationCovers(s, p, day) ? 'pass' : 'fail'),
  tell(s, p, at, day) {
    const on = dayFromNumber(day);
    const under18 = ageOn(s.person.dateOfBirth, on) < 18;
    const covered = regulatedAgeRule.judge(s, p, at, day) === 'pass';
    return {
      sentence: under18
        ? covered
          ? 'They are under 18, and the home is registered with Ofsted for people aged 16 and 17.'
          : `They are under 18 on ${sayDay(on)}, and the home is not registered with Ofsted for them.`
        : covered
          ? 'They are 18 or over by then, so Ofsted registration is not needed.'
          : 'The home is registered for people aged 16 and 17 alone, and they are 18 or over by then.',
      evidence: [
        evidence(p.home.id, 'ofsted', p.home.ofsted),
        evidence(s.person.id, 'age', ageOn(s.person.dateOfBirth, on)),
      ],
    };
  },
  turns: (s, p) => [dayNumber(birthday(s.person.dateOfBirth, 18)), ...leavingDays(p)],
  remedy: (_s, p) => [
    setting(
      'homes',
      p.home.id,
      { ofsted: 'sharedMixed' },
      4,
      'The home is registered with Ofsted for people aged 16 and 17 among adults.',
    ),
  ],
};

const sexFor = { women: 'female', men: 'male' } as const;

export const sexRule: Rule = {
  id: 'women-or-men',
  class: 'H',
  level: 'home',
  question:
    'What sex was the person registered with at birth? Ask in private; a person looks at an unclear answer.',
  overridableBy: null,
  source: 'Equality Act 2010, single-sex services (SOURCES.md 9)',
  kinds: {
    person: (s) => kindOf(s.person.sexRegisteredAtBirth),
    place: (p) => (p.home.sexPolicy === 'any' ? PASSES : p.home.sexPolicy),
  },
  judge(s, p) {
    const policy = p.home.sexPolicy;
    if (policy === 'any') return 'pass';
    const sex = s.person.sexRegisteredAtBirth;
    if (sex === null) return 'unknown';
    return sexFor[policy] === sex ? 'pass' : 'fail';
  },
  tell(s, p) {
    const policy = p.home.sexPolicy;
    const sex = s.person.sexRegisteredAtBirth;
    return {
      sentence:
        policy === 'any'
          ? 'The home is for everybody.'
          : sex === null
            ? `The home is for ${policy} only. Somebody must look at this with the person, in private.`
            : `The home is for ${policy} only.`,
      evidence: [
        evidence(p.home.id, 'sexPolicy', policy),
        evidence(p.home.id, 'sexPolicyBasis', p.home.sexPolicyBasis),
        evidence(p.home.id, 'sexPolicyReviewOn', p.home.sexPolicyReviewOn),
      ],
    };
  },
  remedy: () => nothingToChange,
};

const saidNoTo = ({ about }: Subject['preferences'][number]): string => JSON.stringify(about);

export const refusedRule: Rule = {
  id: 'their-no',
  class: 'H',
  level: 'person',
  question: 'Would the person take this home?',
  overridableBy: null,
  source: 'Choice and agency, Staying Connected, Southampton City Council (SOURCES.md 2)',
  kinds: {
    person: (s) =>
      s.preferences
        .filter((one) => one.wish === 'doesNotWant')
        .map(saidNoTo)
        .join('|') || PASSES,
    place: ({ home }) => kindOf(home.id, home.outcode, home.letting, home.atmosphere),
  },
  judge: (s, p) => (refusal(s, p.home) ? 'fail' : 'pass'),
  tell(s, p) {
    const no = refusal(s, p.home);
    return {
      sentence: no
        ? 'They have said they do not want to live here. Their no stands, and it costs them nothing.'
        : 'They have not said no to this home.',
      evidence: no ? [evidence(no.id, 'doesNotWant', no.about.kind, no.recordedOn)] : [],
    };
  },
  // A no is the person's own. It is theirs to change, never ours to ask for.
  remedy: () => nothingToChange,
};

function refusal(s: Subject, home: Home): Subject['preferences'][number] | undefined {
  return s.preferences.find((one) => one.wish === 'doesNotWant' && describes(one.about, home));
}

/** Whether a home is what a wish is about. */
export function describes(about: Subject['preferences'][number]['about'], home: Home): boolean {
  if (about.kind === 'home') return about.homeId === home.id;
  if (about.kind === 'area') return about.outcode === home.outcode;
  if (about.kind === 'feature') return home.features.includes(about.feature);
  switch (about.setting) {
    case 'selfContained':
      return home.letting === 'whole';
    case 'shared':
      return home.letting === 'byRoom';
    default:
      return home.atmosphere === about.setting;
  }
}

export const connectionRule: DatedRule = {
  id: 'local-connection',
  class: 'H',
  level: 'home',
  question: 'Does the person have a local connection?',
  overridableBy: 'programmeLead',
  source: 'Allocation: local connection, and who it may not be asked of (SOURCES.md 20)',
  kinds: {
    person: () => ASK,
    place: (p) => (p.home.localConnectionRequired ? ASK : PASSES),
  },
  judge(s, p, at, day): Verdict {
    if (!p.home.localConnectionRequired || exempt(s, at.policy.careLeaverExemptUnderAge, day)) return 'pass';
    if (s.person.localConnection === null) return 'unknown';
    return s.person.localConnection ? 'pass' : 'fail';
  },
  tell(s, p, at, day) {
    const free = exempt(s, at.policy.careLeaverExemptUnderAge, day);
    return {
      sentence: !p.home.localConnectionRequired
        ? 'The home asks for no local connection.'
        : free
          ? 'A local connection may not be asked of them.'
          : s.person.localConnection === null
            ? 'It is not recorded whether they have a local connection.'
            : s.person.localConnection
              ? 'They have a local connection.'
              : 'The home asks for a local connection and they have none.',
      evidence: [
        evidence(p.home.id, 'localConnectionRequired', p.home.localConnectionRequired),
        evidence(s.person.id, 'localConnection', s.person.localConnection),
        evidence(s.person.id, 'careStatus', s.person.careStatus),
      ],
    };
  },
  turns: (s, _p, at) => [dayNumber(birthday(s.person.dateOfBirth, at.policy.careLeaverExemptUnderAge))],
  remedy: (s) =>
    s.person.localConnection === null
      ? [
          setting(
            'people',
            s.person.id,
            { localConnection: true },
            1,
            'An open question is answered so: they have a local connection.',
          ),
        ]
      : nothingToChange,
};

/** Care leavers under 25 and others the law names. @source Allocation guidance and 2025 regulations (SOURCES.md 20) */
function exempt(s: Subject, underAge: number, day: number): boolean {
  if (s.person.localConnectionExempt) return true;
  const leaver = s.person.careStatus !== null && s.person.careStatus !== 'none';
  return leaver && ageOn(s.person.dateOfBirth, dayFromNumber(day)) < underAge;
}
