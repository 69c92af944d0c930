import { dayNumber, sayDay } from '../../domain/day.ts';
import type { Verdict } from '../../domain/explanation.ts';
import type { Setting, Subject } from '../pool-types.ts';
import { evidence, kindOf, nothingToChange, PASSES, type Rule, setting } from './rule.ts';

/** Medium and high; a plan is no less welcome with a low risk, but nobody is kept waiting for it. */
const asksForPlan = ({ needs }: Subject): boolean =>
  needs?.riskToSelf === 'medium' || needs?.riskToSelf === 'high';

/** How old the safety plan is, in days; null where there is none. */
function ageOfPlan({ needs }: Subject, at: Setting): number | null {
  return needs?.safetyPlanOn ? at.on - dayNumber(needs.safetyPlanOn) : null;
}

function judge(s: Subject, at: Setting): Verdict {
  if (s.needs === null || s.needs.riskToSelf === null) return 'unknown';
  if (!asksForPlan(s)) return 'pass';
  const age = ageOfPlan(s, at);
  return age !== null && age <= at.policy.safetyPlanValidDays ? 'pass' : 'fail';
}

function sentence(s: Subject, at: Setting): string {
  const { needs } = s;
  if (needs === null || needs.riskToSelf === null)
    return 'It is not recorded whether they are at risk of harming themselves.';
  if (!asksForPlan(s)) return 'They need no safety plan before they move.';
  const age = ageOfPlan(s, at);
  if (needs.safetyPlanOn === null || age === null)
    return 'They are at risk of harming themselves, and have no safety plan yet.';
  const made = `safety plan of ${sayDay(needs.safetyPlanOn)}`;
  return age <= at.policy.safetyPlanValidDays
    ? `They have a ${made}.`
    : `Their ${made} is ${age} days old. It must be looked at again before they move.`;
}

/** What the home itself must offer for it (staff at night, a low floor, support hours) is asked by rules of its own. */
export const safetyPlanRule: Rule = {
  id: 'safety-plan',
  class: 'H',
  level: 'person',
  question: 'Is the person at risk of harming themselves, and what does their safety plan say?',
  overridableBy: 'panelChair',
  source: 'Panel practice: a current safety plan wherever there is a risk to self (SOURCES.md 31)',
  kinds: {
    person: (s, at) => (judge(s, at) === 'pass' ? PASSES : kindOf(judge(s, at))),
    place: () => '',
  },
  judge: (s, _p, at) => judge(s, at),
  tell: (s, _p, at) => ({
    sentence: sentence(s, at),
    evidence: [
      evidence(s.needs?.id ?? s.person.id, 'riskToSelf', s.needs?.riskToSelf ?? null, s.needs?.assessedOn),
      evidence(s.needs?.id ?? s.person.id, 'safetyPlanOn', s.needs?.safetyPlanOn ?? null),
    ],
  }),
  remedy(s, _p, at) {
    if (s.needs === null) return nothingToChange;
    if (s.needs.riskToSelf === null)
      return [
        setting(
          'needs',
          s.needs.id,
          { riskToSelf: 'none' },
          1,
          'An open question is answered so: they are not at risk of harming themselves.',
        ),
      ];
    return [
      setting(
        'needs',
        s.needs.id,
        { safetyPlanOn: at.onDay },
        2,
        'The person and their worker agree a safety plan today.',
      ),
    ];
  },
};
