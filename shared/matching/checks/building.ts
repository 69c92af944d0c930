import type { NeedsAssessment } from '../../domain/assessment.ts';
import { householdSize } from '../../domain/person.ts';
import type { Place, Setting, Subject } from '../pool-types.ts';
import { evidence, kindOf, nothingToChange, PASSES, type Rule, requirement, setting } from './rule.ts';

const access = 'Access needs are required or not required (SOURCES.md 26)';

/** Words for a need that the room either has or has not. */
interface AccessWords {
  readonly need: string;
  readonly has: string;
}

function accessRule(id: string, field: 'stepFree' | 'wetRoom', words: AccessWords, question: string): Rule {
  return {
    id,
    class: 'C',
    level: 'room',
    question,
    overridableBy: null,
    source: access,
    kinds: {
      person: (s) => kindOf(s.needs?.[field]),
      place: (p) => kindOf(p.room[field]),
    },
    judge: (s, p) => requirement(s.needs?.[field], p.room[field]),
    tell(s, p) {
      const need = s.needs?.[field];
      const has = p.room[field];
      return {
        sentence:
          has === true
            ? `The room ${words.has}.`
            : need === 'notRequired'
              ? `They do not need ${words.need}.`
              : need === 'required'
                ? has === false
                  ? `They need ${words.need} and the room has none.`
                  : `They need ${words.need}; it is not recorded whether the room has it.`
                : `It is not recorded whether they need ${words.need}.`,
        evidence: [
          evidence(p.room.id, field, has),
          evidence(s.needs?.id ?? s.person.id, field, need ?? null, s.needs?.assessedOn),
        ],
      };
    },
    remedy: (s, p) =>
      s.needs === null
        ? nothingToChange
        : s.needs[field] === null
          ? [
              setting(
                'needs',
                s.needs.id,
                { [field]: 'notRequired' },
                1,
                `An open question is answered so: they do not need ${words.need}.`,
              ),
            ]
          : [
              setting(
                'rooms',
                p.room.id,
                { [field]: true },
                p.room[field] === null ? 1 : 4,
                `The room ${words.has}.`,
              ),
            ],
  };
}

export const stepFreeRule = accessRule(
  'step-free',
  'stepFree',
  { need: 'step-free access', has: 'has step-free access' },
  'Does the person need step-free access, and does the room have it?',
);

export const wetRoomRule = accessRule(
  'wet-room',
  'wetRoom',
  { need: 'a wet room', has: 'has a wet room' },
  'Does the person need a wet room, and is there one?',
);

const limitOf = (needs: NeedsAssessment | null): number | null => needs?.highestFloor ?? null;

export const floorRule: Rule = {
  id: 'floor',
  class: 'C',
  level: 'room',
  question: 'On which floor is the room?',
  overridableBy: null,
  source: access,
  kinds: {
    person: (s) => (limitOf(s.needs) === null ? PASSES : kindOf(limitOf(s.needs))),
    place: (p) => kindOf(p.room.floor, p.room.stepFree),
  },
  judge(s, p) {
    const limit = limitOf(s.needs);
    if (limit === null) return 'pass';
    if (p.room.floor === null) return 'unknown';
    return p.room.floor <= limit || p.room.stepFree === true ? 'pass' : 'fail';
  },
  tell(s, p) {
    const limit = limitOf(s.needs);
    return {
      sentence:
        limit === null
          ? 'They can live on any floor.'
          : p.room.floor === null
            ? 'The floor the room is on is not recorded.'
            : p.room.floor <= limit
              ? 'The room is on a floor they can reach.'
              : p.room.stepFree
                ? 'The room is higher up, with step-free access.'
                : `They can go no higher than floor ${limit} and the room is on floor ${p.room.floor}.`,
      evidence: [
        evidence(p.room.id, 'floor', p.room.floor),
        evidence(s.needs?.id ?? s.person.id, 'highestFloor', limit, s.needs?.assessedOn),
      ],
    };
  },
  remedy: (s, p) =>
    p.room.floor === null
      ? [
          setting(
            'rooms',
            p.room.id,
            { floor: limitOf(s.needs) ?? 0 },
            1,
            'An open question is answered so: the room is on a floor they can reach.',
          ),
        ]
      : nothingToChange,
};

export const selfContainedRule: Rule = {
  id: 'self-contained',
  class: 'C',
  level: 'home',
  question: 'Does the person need a place of their own, shared with nobody?',
  overridableBy: null,
  source: 'Needs assessment',
  kinds: {
    person: (s) => kindOf(s.needs?.selfContained),
    place: (p) => kindOf(p.home.letting),
  },
  judge: (s, p) => requirement(s.needs?.selfContained, p.home.letting === 'whole'),
  tell(s, p) {
    const need = s.needs?.selfContained;
    return {
      sentence:
        p.home.letting === 'whole'
          ? 'The home is self-contained.'
          : need === 'required'
            ? 'They need a self-contained home and this one is shared.'
            : need === 'notRequired'
              ? 'They can share a home.'
              : 'It is not recorded whether they can share a home.',
      evidence: [
        evidence(p.home.id, 'letting', p.home.letting),
        evidence(s.needs?.id ?? s.person.id, 'selfContained', need ?? null, s.needs?.assessedOn),
      ],
    };
  },
  remedy: (s) =>
    s.needs !== null && s.needs.selfContained === null
      ? [
          setting(
            'needs',
            s.needs.id,
            { selfContained: 'notRequired' },
            1,
            'An open question is answered so: they can share a home.',
          ),
        ]
      : nothingToChange,
};

/** The least area a bedroom needs for this household; null where no floor area is set. */
function areaNeeded(s: Subject, p: Place, at: Setting): number | null {
  if (p.room.kind !== 'bedroom') return null;
  const { onePerson, twoPeople } = at.policy.roomAreaSquareMetres;
  return householdSize(s.person) === 1 ? onePerson : twoPeople;
}

export const roomAreaRule: Rule = {
  id: 'room-size',
  class: 'S',
  level: 'law',
  question: 'How large is the room?',
  overridableBy: null,
  source:
    'Housing Act 2004 licence conditions: 6.51 m² for one person over 10, 10.22 m² for two (SOURCES.md 6)',
  kinds: {
    person: (s) => kindOf(householdSize(s.person)),
    place: (p) => (p.room.kind === 'bedroom' ? kindOf(p.room.areaSquareMetres) : PASSES),
  },
  judge(s, p, at) {
    const needed = areaNeeded(s, p, at);
    return needed === null || p.room.areaSquareMetres >= needed ? 'pass' : 'fail';
  },
  tell(s, p, at) {
    const needed = areaNeeded(s, p, at);
    const area = p.room.areaSquareMetres;
    return {
      sentence:
        needed === null
          ? 'The home is let whole, so no bedroom size is set.'
          : area >= needed
            ? `The room has ${area} m², enough for ${s.size === 1 ? 'one person' : 'their household'}.`
            : `The room has ${area} m². The law asks for ${needed} m².`,
      evidence: [evidence(p.room.id, 'areaSquareMetres', area)],
    };
  },
  remedy: () => nothingToChange,
};

export const roomPersonsRule: Rule = {
  id: 'room-persons',
  class: 'C',
  level: 'room',
  question: 'How many people may sleep in the room?',
  overridableBy: null,
  source: 'The room’s own limit; a baby counts (SOURCES.md 6)',
  kinds: {
    person: (s) => kindOf(s.size),
    place: (p) => kindOf(p.room.maxPersons),
  },
  judge: (s, p) => (s.size <= p.room.maxPersons ? 'pass' : 'fail'),
  tell: (s, p) => ({
    sentence:
      s.size <= p.room.maxPersons
        ? `The room is for up to ${p.room.maxPersons} and they are ${s.size}.`
        : `They are ${s.size}${s.person.babyDueOn ? ', the baby counted,' : ''} and the room is for up to ${p.room.maxPersons}.`,
    evidence: [
      evidence(p.room.id, 'maxPersons', p.room.maxPersons),
      evidence(s.person.id, 'householdSize', s.size),
    ],
  }),
  remedy: () => nothingToChange,
};
