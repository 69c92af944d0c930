import { supportRank } from '../../domain/codes.ts';
import { evidence, kindOf, nothingToChange, PASSES, type Rule, requirement, setting } from './rule.ts';

const panelPractice = 'Panel practice: support needed against support offered (SOURCES.md 31)';

export const supportLevelRule: Rule = {
  id: 'support-level',
  class: 'H',
  level: 'home',
  question: 'What level of support does the person need?',
  overridableBy: 'panelChair',
  source: panelPractice,
  kinds: {
    person: (s) => kindOf(s.needs?.supportLevel),
    place: (p) => p.home.supportLevel,
  },
  judge(s, p) {
    if (s.needs === null) return 'unknown';
    return supportRank(p.home.supportLevel) >= supportRank(s.needs.supportLevel) ? 'pass' : 'fail';
  },
  tell(s, p) {
    const need = s.needs?.supportLevel ?? null;
    const offered = p.home.supportLevel;
    return {
      sentence:
        need === null
          ? 'The level of support they need is not recorded.'
          : supportRank(offered) >= supportRank(need)
            ? `They need ${need} support and the home gives ${offered}.`
            : `They need ${need} support; the home gives only ${offered}.`,
      evidence: [
        evidence(p.home.id, 'supportLevel', offered),
        evidence(s.needs?.id ?? s.person.id, 'supportLevel', need, s.needs?.assessedOn),
      ],
    };
  },
  remedy: (s, p) =>
    s.needs === null
      ? nothingToChange
      : [
          setting(
            'homes',
            p.home.id,
            { supportLevel: s.needs.supportLevel },
            4,
            `The home gives ${s.needs.supportLevel} support.`,
          ),
        ],
};

export const supportHoursRule: Rule = {
  id: 'support-hours',
  class: 'H',
  level: 'home',
  question: 'How many hours of support a week does the person need?',
  overridableBy: 'panelChair',
  source: panelPractice,
  kinds: {
    person: (s) => kindOf(s.needs?.supportHoursPerWeek),
    place: (p) => kindOf(p.home.supportHoursPerWeek),
  },
  judge(s, p) {
    if (s.needs === null) return 'unknown';
    return p.home.supportHoursPerWeek >= s.needs.supportHoursPerWeek ? 'pass' : 'fail';
  },
  tell(s, p) {
    const need = s.needs?.supportHoursPerWeek ?? null;
    const offered = p.home.supportHoursPerWeek;
    return {
      sentence:
        need === null
          ? 'The hours of support they need are not recorded.'
          : `They need ${need} ${need === 1 ? 'hour' : 'hours'} of support a week and the home gives ${offered}.`,
      evidence: [
        evidence(p.home.id, 'supportHoursPerWeek', offered),
        evidence(s.needs?.id ?? s.person.id, 'supportHoursPerWeek', need, s.needs?.assessedOn),
      ],
    };
  },
  remedy: (s, p) =>
    s.needs === null
      ? nothingToChange
      : [
          setting(
            'homes',
            p.home.id,
            { supportHoursPerWeek: s.needs.supportHoursPerWeek },
            3,
            `The home gives ${s.needs.supportHoursPerWeek} hours of support a week.`,
          ),
        ],
};

export const sleepInRule: Rule = {
  id: 'sleep-in',
  class: 'C',
  level: 'home',
  question: 'Does the person need somebody awake or asleep in the home at night?',
  overridableBy: null,
  source: panelPractice,
  kinds: {
    person: (s) => kindOf(s.needs?.sleepIn),
    place: (p) => kindOf(p.home.sleepIn),
  },
  judge: (s, p) => requirement(s.needs?.sleepIn, p.home.sleepIn),
  tell: (s, p) => ({
    sentence: p.home.sleepIn
      ? 'Staff sleep in the home.'
      : s.needs?.sleepIn === 'required'
        ? 'They need staff in the home at night and nobody sleeps in here.'
        : s.needs?.sleepIn === 'notRequired'
          ? 'They do not need staff in the home at night.'
          : 'It is not recorded whether they need staff in the home at night.',
    evidence: [
      evidence(p.home.id, 'sleepIn', p.home.sleepIn),
      evidence(s.needs?.id ?? s.person.id, 'sleepIn', s.needs?.sleepIn ?? null, s.needs?.assessedOn),
    ],
  }),
  remedy(s, p) {
    if (s.needs === null) return nothingToChange;
    return s.needs.sleepIn === null
      ? [
          setting(
            'needs',
            s.needs.id,
            { sleepIn: 'notRequired' },
            1,
            'An open question is answered so: they do not need staff in the home at night.',
          ),
        ]
      : [setting('homes', p.home.id, { sleepIn: true }, 4, 'Staff sleep in the home.')];
  },
};

export const workerRule: Rule = {
  id: 'worker-free',
  class: 'C',
  level: 'pathway',
  question: 'Which workers would support the person in this home?',
  overridableBy: null,
  source: 'The programme’s caseload limits and co-allocation (its service model)',
  kinds: {
    person: (s) => (s.primaryWorker === null ? kindOf(s.model.coAllocation.workersPerPerson) : PASSES),
    place: (p) => kindOf(p.home.team),
  },
  judge(s, p, at) {
    if (s.primaryWorker !== null) return 'pass';
    const { team } = p.home;
    const free = team === null ? undefined : at.freePlaces.get(team);
    if (team === null || free === undefined) return 'unknown';
    return free >= 1 && (at.teamSize.get(team) ?? 0) >= s.model.coAllocation.workersPerPerson
      ? 'pass'
      : 'fail';
  },
  tell(s, p, at) {
    const { team } = p.home;
    const free = team === null ? undefined : at.freePlaces.get(team);
    const workers = s.model.coAllocation.workersPerPerson;
    return {
      sentence: s.primaryWorker
        ? 'They keep the worker they have.'
        : free === undefined
          ? 'No team is on record that could support somebody new here.'
          : free < 1
            ? 'The team that supports this home has nobody free to be their worker.'
            : (at.teamSize.get(team ?? '') ?? 0) < workers
              ? `Each person has ${workers} workers, and this team has fewer.`
              : 'The team that supports this home has a worker free.',
      evidence: [
        evidence(s.person.id, 'primaryWorker', s.person.primaryWorker),
        evidence(p.home.id, 'team', team),
      ],
    };
  },
  remedy: () => nothingToChange,
};
