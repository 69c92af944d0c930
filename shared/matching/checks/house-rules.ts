import { evidence, kindOf, nothingToChange, type Rule, requirement, setting } from './rule.ts';

const homeRules = 'The home’s own rules';

export const petsRule: Rule = {
  id: 'pets',
  class: 'H',
  level: 'home',
  question: 'Does the person have a pet, and is it an assistance animal?',
  // A landlord who agrees to a pet changes what the home says; nobody sets it aside for one person.
  overridableBy: null,
  source: `${homeRules}; an assistance animal is always allowed (SOURCES.md 31)`,
  kinds: {
    person: ({ person: { pets } }) =>
      kindOf(
        pets === null,
        pets?.every((pet) => pet.assistance),
      ),
    place: (p) => kindOf(p.home.pets),
  },
  judge(s, p) {
    const { pets } = s.person;
    if (pets === null) return p.home.pets === 'yes' ? 'pass' : 'unknown';
    if (pets.every((pet) => pet.assistance)) return 'pass';
    return p.home.pets === 'yes' || p.home.pets === 'byAgreement' ? 'pass' : 'fail';
  },
  tell(s, p) {
    const { pets } = s.person;
    const others = pets?.filter((pet) => !pet.assistance) ?? [];
    const kinds = others.map((pet) => (pet.kind === 'other' ? 'pet' : pet.kind)).join(' and ');
    return {
      sentence:
        pets === null
          ? p.home.pets === 'yes'
            ? 'The home takes pets.'
            : 'It is not recorded whether they have a pet.'
          : pets.length === 0
            ? 'They have no pet.'
            : others.length === 0
              ? 'Their animal is an assistance animal, which is always allowed.'
              : p.home.pets === 'yes'
                ? `The home takes their ${kinds}.`
                : p.home.pets === 'byAgreement'
                  ? `The home takes pets by agreement: the landlord must agree to their ${kinds}.`
                  : `They have a ${kinds} and the home takes no pets.`,
      evidence: [
        evidence(p.home.id, 'pets', p.home.pets),
        evidence(
          s.person.id,
          'pets',
          pets?.map((pet) => (pet.assistance ? `assistance ${pet.kind}` : pet.kind)).join(' | ') ||
            (pets ? 'none' : null),
        ),
      ],
    };
  },
  remedy: (s, p) => [
    s.person.pets === null
      ? setting('people', s.person.id, { pets: [] }, 1, 'An open question is answered so: they have no pet.')
      : setting('homes', p.home.id, { pets: 'byAgreement' }, 3, 'The home takes pets by agreement.'),
  ],
};

const outOfDoors = { no: 0, outside: 1, inside: 2 } as const;
const allowed = { none: 0, outside: 1, inside: 2 } as const;

export const smokingRule: Rule = {
  id: 'smoking',
  class: 'H',
  level: 'home',
  question: 'Does the person smoke, and would they smoke outside?',
  overridableBy: 'programmeLead',
  source: homeRules,
  kinds: {
    person: (s) => kindOf(s.person.smokes),
    place: (p) => kindOf(p.home.smoking),
  },
  judge(s, p) {
    const { smokes } = s.person;
    if (smokes === null) return p.home.smoking === 'inside' ? 'pass' : 'unknown';
    return outOfDoors[smokes] <= allowed[p.home.smoking] ? 'pass' : 'fail';
  },
  tell(s, p) {
    const { smokes } = s.person;
    const rule = {
      none: 'Nobody smokes here',
      outside: 'People smoke outside only',
      inside: 'People may smoke here',
    };
    const they = { no: 'they do not smoke', outside: 'they smoke outside', inside: 'they smoke indoors' };
    return {
      sentence: `${rule[p.home.smoking]}; ${smokes === null ? 'it is not recorded whether they smoke' : they[smokes]}.`,
      evidence: [evidence(p.home.id, 'smoking', p.home.smoking), evidence(s.person.id, 'smokes', smokes)],
    };
  },
  remedy: (s, p) =>
    s.person.smokes === null
      ? [
          setting(
            'people',
            s.person.id,
            { smokes: 'no' },
            1,
            'An open question is answered so: they do not smoke.',
          ),
        ]
      : [
          s.person.smokes === 'inside' && p.home.smoking === 'outside'
            ? setting('people', s.person.id, { smokes: 'outside' }, 2, 'The person agrees to smoke outside.')
            : setting(
                'homes',
                p.home.id,
                { smoking: s.person.smokes },
                3,
                `People may smoke ${s.person.smokes} this home.`,
              ),
        ],
};

export const substanceRule: Rule = {
  id: 'substance-free',
  class: 'H',
  level: 'home',
  question: 'Where is the person with drugs and alcohol, and do they need a substance-free home?',
  overridableBy: 'panelChair',
  source: `${homeRules}; what the person has agreed to, never a test (SOURCES.md 31)`,
  kinds: {
    person: (s) => kindOf(s.needs === null, s.needs?.substanceFreeHome, s.needs?.recovery),
    place: (p) => kindOf(p.home.substanceFree),
  },
  judge(s, p) {
    if (s.needs === null) return 'unknown';
    if (!p.home.substanceFree) return requirement(s.needs.substanceFreeHome, false);
    if (s.needs.recovery === null) return 'unknown';
    return s.needs.recovery === 'usingNow' ? 'fail' : 'pass';
  },
  tell(s, p) {
    const needs = s.needs;
    return {
      sentence: p.home.substanceFree
        ? needs?.recovery === 'usingNow'
          ? 'The home is substance free and they are using now.'
          : needs?.recovery
            ? 'The home is substance free, which suits where they are.'
            : 'The home is substance free, and it is not recorded where they are with drugs and alcohol.'
        : needs?.substanceFreeHome === 'required'
          ? 'They need a substance-free home and this one is not.'
          : needs?.substanceFreeHome === 'notRequired'
            ? 'They do not need a substance-free home.'
            : 'It is not recorded whether they need a substance-free home.',
      evidence: [
        evidence(p.home.id, 'substanceFree', p.home.substanceFree),
        evidence(needs?.id ?? s.person.id, 'recovery', needs?.recovery ?? null, needs?.assessedOn),
        evidence(
          needs?.id ?? s.person.id,
          'substanceFreeHome',
          needs?.substanceFreeHome ?? null,
          needs?.assessedOn,
        ),
      ],
    };
  },
  remedy(s, p) {
    if (s.needs === null) return nothingToChange;
    const { id, recovery, substanceFreeHome } = s.needs;
    if (p.home.substanceFree)
      return recovery === null
        ? [
            setting(
              'needs',
              id,
              { recovery: 'notApplicable' },
              1,
              'An open question is answered so: drugs and alcohol are no question for them.',
            ),
          ]
        : nothingToChange;
    return substanceFreeHome === null
      ? [
          setting(
            'needs',
            id,
            { substanceFreeHome: 'notRequired' },
            1,
            'An open question is answered so: they do not need a substance-free home.',
          ),
        ]
      : [setting('homes', p.home.id, { substanceFree: true }, 3, 'The home becomes substance free.')];
  },
};
