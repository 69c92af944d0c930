import { dayNumber } from '../../domain/day.ts';
import type { Verdict } from '../../domain/explanation.ts';
import { houseLimits, type LimitKind, weightIn } from '../limits.ts';
import type { Housemate, Place, Setting, Subject } from '../pool-types.ts';
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

/**
 * Those of a home's staying residents who are still there on the day somebody moves into one of its rooms. Whoever
 * lives in that room today has left by then, or nobody could move in.
 */
export function stillThere({ house, room }: Place, day: number): readonly Housemate[] {
  return house.housemates.filter((mate) => mate.leaves >= day && mate.roomId !== room.id);
}

/** The days after residents who stay leave by notice, as day numbers. */
export const leavingDays = (p: Place): number[] =>
  p.house.housemates.map((mate) => mate.leaves + 1).filter(Number.isFinite);

const licenceEnd = ({ home }: Place): number[] =>
  home.licence.expiresOn === null ? [] : [dayNumber(home.licence.expiresOn) + 1];

export const nonAssociationRule: DatedRule = {
  id: 'kept-apart',
  class: 'H',
  level: 'person',
  question: 'Is there anybody the person must be kept apart from?',
  overridableBy: null,
  source: 'Panel practice: a named conflict rules a shared home out (SOURCES.md 31)',
  kinds: {
    person: (s) => (s.keptApartFrom.size === 0 ? PASSES : ASK),
    place: (p) => (p.house.housemates.length === 0 ? PASSES : ASK),
  },
  judge: (s, p, _at, day) =>
    stillThere(p, day).some((mate) => s.keptApartFrom.has(mate.person.id)) ? 'fail' : 'pass',
  tell(s, p, at, day) {
    const clash = nonAssociationRule.judge(s, p, at, day) === 'fail';
    return {
      sentence: clash
        ? 'Somebody they must be kept apart from lives in this home.'
        : 'Nobody they must be kept apart from stays in this home.',
      evidence: [evidence(p.home.id, 'conflict with a resident', clash ? 'yes' : 'no')],
    };
  },
  turns: (_s, p) => leavingDays(p),
  // Lifting a condition that protects somebody is never offered as a change.
  remedy: () => nothingToChange,
};

const isLive = (risk: Subject['risks'][number]): boolean => risk.current && risk.level !== 'none';

/** The categories of risk that are live today. */
const currentRisks = (s: Subject): string[] => s.risks.filter(isLive).map((risk) => risk.category);

export const notSuitableRule: Rule = {
  id: 'risk',
  class: 'H',
  level: 'home',
  question: 'Which current risks does the person’s assessment name?',
  overridableBy: 'panelChair',
  source:
    'The home’s own list of what it is not suitable for; a historic risk rules nothing out (SOURCES.md 31)',
  kinds: {
    person: (s) => currentRisks(s).join('|') || PASSES,
    place: (p) => p.home.notSuitableFor.join('|') || PASSES,
  },
  judge: (s, p) =>
    s.risks.some((risk) => isLive(risk) && p.home.notSuitableFor.includes(risk.category)) ? 'fail' : 'pass',
  tell(s, p) {
    const found = s.risks.filter((risk) => isLive(risk) && p.home.notSuitableFor.includes(risk.category));
    return {
      sentence:
        found.length > 0
          ? 'A current risk on record is one this home cannot support.'
          : 'No current risk on record is one this home cannot support.',
      evidence: [
        evidence(p.home.id, 'notSuitableFor', p.home.notSuitableFor.join(' | ') || 'nothing named'),
        ...found.map((risk) => evidence(risk.id, 'risk', risk.category, risk.recordedOn)),
      ],
    };
  },
  // What protects the people of a home is never offered as a change.
  remedy: () => nothingToChange,
};

/** Whether a home limits people of a kind on any day: a licence may only end. */
function isLimited(kind: LimitKind, p: Place, at: Setting): boolean {
  const lastDay = Math.max(at.on, ...licenceEnd(p));
  return [at.on, lastDay].some((day) => houseLimits(p.house, at, day)[kind] !== null);
}

/** A limit on how many people of a kind live in a home, so far as those who stay already use it up. */
function limitRule(
  kind: LimitKind,
  words: Omit<Rule, 'judge' | 'tell' | 'remedy' | 'kinds'> & { is: string; full: string; free: string },
): DatedRule {
  const { is, full, free, ...rule } = words;
  const used = (p: Place, day: number): number =>
    stillThere(p, day).reduce((sum, mate) => sum + weightIn(kind, mate), 0);
  const judge = (s: Subject, p: Place, at: Setting, day: number): Verdict => {
    const cap = houseLimits(p.house, at, day)[kind];
    const own = weightIn(kind, s);
    if (cap !== null && kind === 'earlyRecovery' && (s.needs?.recovery ?? null) === null) return 'unknown';
    if (cap === null || own === 0 || (s.home?.id === p.home.id && s.stay !== null)) return 'pass';
    return used(p, day) + own <= cap ? 'pass' : 'fail';
  };
  return {
    ...rule,
    kinds: {
      // Somebody who lives in the home already takes up no more of it by changing rooms.
      person: (s) => (s.stay === null ? kindOf(weightIn(kind, s), s.needs?.recovery ?? null) : ASK),
      place: (p, at) => (isLimited(kind, p, at) ? p.room.id : PASSES),
    },
    judge,
    tell(s, p, at, day) {
      const cap = houseLimits(p.house, at, day)[kind];
      const verdict = judge(s, p, at, day);
      return {
        sentence:
          cap === null ? free : verdict === 'fail' ? `${full} The limit is ${cap}.` : `${is} (limit ${cap}).`,
        evidence: [
          evidence(p.home.id, kind, cap),
          evidence(p.home.id, `${kind} of residents who stay`, used(p, day)),
        ],
      };
    },
    turns: (_s, p) => [...leavingDays(p), ...licenceEnd(p)],
    remedy(s, p, _at, day) {
      if (kind === 'earlyRecovery' && s.needs !== null && s.needs.recovery === null)
        return [
          setting(
            'needs',
            s.needs.id,
            { recovery: 'notApplicable' },
            1,
            'An open question is answered so: drugs and alcohol are no question for them.',
          ),
        ];
      const needed = used(p, day) + weightIn(kind, s);
      const sentence = `The home’s limit is ${needed}.`;
      if (kind === 'highRisk') return [setting('homes', p.home.id, { maxHighRisk: needed }, 3, sentence)];
      if (kind === 'earlyRecovery')
        return [setting('homes', p.home.id, { maxEarlyRecovery: needed }, 3, sentence)];
      const { licence } = p.home;
      const most = kind === 'persons' ? { maxPersons: needed } : { maxHouseholds: needed };
      const held =
        licence.status === 'held'
          ? licence
          : { ...licence, status: 'held', maxPersons: Math.max(needed, licence.maxPersons ?? 0) };
      return [
        setting('homes', p.home.id, { licence: { ...held, ...most } }, 4, `A licence is held for ${needed}.`),
      ];
    },
  };
}

const law = 'Housing Act 2004 Part 2: licensing of houses in multiple occupation (SOURCES.md 6)';
const mix = 'Panel practice: a cap on the mix of one house (SOURCES.md 31)';

export const licencePersonsRule = limitRule('persons', {
  id: 'licence-persons',
  class: 'S',
  level: 'law',
  question: 'How many people may live in the home?',
  overridableBy: null,
  source: law,
  is: 'With them, the home stays within its limit of people',
  full: 'With them, more people would live here than the law allows.',
  free: 'No limit of people applies to this home.',
});

export const licenceHouseholdsRule = limitRule('households', {
  id: 'licence-households',
  class: 'S',
  level: 'law',
  question: 'How many households may live in the home?',
  overridableBy: null,
  source: law,
  is: 'With them, the home stays within its limit of households',
  full: 'With them, more households would live here than the licence allows.',
  free: 'No limit of households applies to this home.',
});

export const highRiskMixRule = limitRule('highRisk', {
  id: 'mix-high-risk',
  class: 'H',
  level: 'home',
  question: 'How many people with a high current risk may this home support at once?',
  overridableBy: 'panelChair',
  source: mix,
  is: 'With them, the home stays within its cap on high current risks',
  full: 'The home already supports as many people with a high current risk as it agreed to.',
  free: 'The home sets no cap on current high risks.',
});

export const earlyRecoveryMixRule = limitRule('earlyRecovery', {
  id: 'mix-early-recovery',
  class: 'H',
  level: 'home',
  question: 'How many people in early recovery may this home support at once?',
  overridableBy: 'panelChair',
  source: mix,
  is: 'With them, the home stays within its cap on early recovery',
  full: 'The home already supports as many people in early recovery as it agreed to.',
  free: 'The home sets no cap on people in early recovery.',
});
