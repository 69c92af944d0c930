import type { Check } from '../domain/explanation.ts';
import type { Rule } from './checks/rule.ts';
import { allRules, dayToJudge } from './checks/rules.ts';
import type { Place, Setting, Subject } from './pool-types.ts';

/** One rule's verdict on a pair in full: sentence, evidence, and the question to ask where a fact is missing. */
function tellCheck(rule: Rule, s: Subject, p: Place, at: Setting, day: number): Check {
  const verdict = rule.judge(s, p, at, day);
  const found = rule.tell(s, p, at, day);
  return {
    rule: rule.id,
    class: found.class ?? rule.class,
    level: rule.level,
    verdict,
    sentence: found.sentence,
    question: verdict === 'unknown' ? (found.question ?? rule.question) : null,
    evidence: [...found.evidence],
    overridableBy: rule.overridableBy,
    source: rule.source,
  };
}

/**
 * Every check of a pair on a day, in the order of the rules.
 * @param day the day of the move, as a day number; left out, the first day they could move
 */
export function checksOf(s: Subject, p: Place, at: Setting, day = dayToJudge(s, p, at)): Check[] {
  return allRules.map((rule) => tellCheck(rule, s, p, at, day));
}
