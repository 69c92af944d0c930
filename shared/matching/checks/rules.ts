import type { Verdict } from '../../domain/explanation.ts';
import { workingDayNumberOnOrAfter } from '../../domain/working-days.ts';
import type { Place, Setting, Subject } from '../pool-types.ts';
import {
  floorRule,
  roomAreaRule,
  roomPersonsRule,
  selfContainedRule,
  stepFreeRule,
  wetRoomRule,
} from './building.ts';
import { childrenRule, cotSpaceRule } from './children.ts';
import { declinedBeforeRule } from './declined-before.ts';
import { exploitationRule } from './exploitation.ts';
import { petsRule, smokingRule, substanceRule } from './house-rules.ts';
import {
  earlyRecoveryMixRule,
  highRiskMixRule,
  licenceHouseholdsRule,
  licencePersonsRule,
  nonAssociationRule,
  notSuitableRule,
} from './housemates.ts';
import { eligibilityRule, ladderRule, stageRule } from './pathway.ts';
import { ageRule, connectionRule, refusedRule, regulatedAgeRule, sexRule } from './person.ts';
import { affordabilityRule, exclusionZoneRule } from './place-and-money.ts';
import { needsRule, readinessRule } from './progress.ts';
import { providerBanRule } from './provider-ban.ts';
import type { DatedRule, Rule } from './rule.ts';
import { safetyPlanRule } from './safety-plan.ts';
import { sleepInRule, supportHoursRule, supportLevelRule, workerRule } from './support.ts';
import { inServiceRule, inTimeRule, leaseRule, requestReadyRule, roomFreeRule } from './time.ts';

/** Rules whose verdict is the same on every day of the move, those that rule out most first. */
export const undatedRules: readonly Rule[] = [
  requestReadyRule,
  roomFreeRule,
  stageRule,
  ladderRule,
  supportLevelRule,
  supportHoursRule,
  sleepInRule,
  selfContainedRule,
  sexRule,
  stepFreeRule,
  wetRoomRule,
  floorRule,
  roomPersonsRule,
  roomAreaRule,
  childrenRule,
  cotSpaceRule,
  petsRule,
  smokingRule,
  substanceRule,
  notSuitableRule,
  refusedRule,
  declinedBeforeRule,
  needsRule,
  safetyPlanRule,
  readinessRule,
  workerRule,
];

/** Rules that look at the day of the move. */
export const datedRules: readonly DatedRule[] = [
  eligibilityRule,
  ageRule,
  regulatedAgeRule,
  connectionRule,
  nonAssociationRule,
  exploitationRule,
  licencePersonsRule,
  licenceHouseholdsRule,
  highRiskMixRule,
  earlyRecoveryMixRule,
  exclusionZoneRule,
  providerBanRule,
  affordabilityRule,
  inServiceRule,
  leaseRule,
  inTimeRule,
];

export const allRules: readonly Rule[] = [...undatedRules, ...datedRules];

/** Whether every rule that does not look at the day passes. */
export function passesUndated(s: Subject, p: Place, at: Setting): boolean {
  return undatedRules.every((rule) => rule.judge(s, p, at, at.on) === 'pass');
}

/** How many times a move may be put off because of one rule or another before it is given up. */
export const mostTurns = 40;

/**
 * The first working day from `notBefore` on which every dated rule passes. A later `notBefore` never gives an earlier
 * day, so a day worked out from what is known so far is never later than the true one.
 * @param notBefore day number
 * @returns a day number, or null when there is none within the plan's horizon
 */
export function firstDay(s: Subject, p: Place, at: Setting, notBefore: number): number | null {
  let day = workingDayNumberOnOrAfter(notBefore);
  for (let turn = 0; turn < mostTurns; turn++) {
    const failing = datedRules.find((rule) => rule.judge(s, p, at, day) !== 'pass');
    if (!failing) return day;
    const next = nextTurn(failing, s, p, at, day);
    if (next === null) return null;
    day = workingDayNumberOnOrAfter(next);
  }
  return null;
}

/** The next day on which the verdict of a rule may turn; null when that is not within the plan's horizon. Day numbers. */
export function nextTurn(rule: DatedRule, s: Subject, p: Place, at: Setting, day: number): number | null {
  const next = Math.min(...rule.turns(s, p, at).filter((one) => one > day));
  return next <= at.on + at.policy.horizonDays ? next : null;
}

/** The day to judge a pair on: the first day that passes, or else the first day they could have moved. */
export function dayToJudge(s: Subject, p: Place, at: Setting): number {
  const notBefore = Math.max(p.ready, s.earliest);
  return firstDay(s, p, at, notBefore) ?? workingDayNumberOnOrAfter(notBefore);
}

/** The rules that do not pass for a pair on a day, with their verdicts. */
export function notPassing(
  s: Subject,
  p: Place,
  at: Setting,
  day: number,
): { rule: Rule; verdict: Verdict }[] {
  return allRules.flatMap((rule) => {
    const verdict = rule.judge(s, p, at, day);
    return verdict === 'pass' ? [] : [{ rule, verdict }];
  });
}
