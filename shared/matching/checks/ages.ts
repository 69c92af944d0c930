import { ageOn, birthday, dayNumber } from '../../domain/day.ts';
import type { Setting, Subject } from '../pool-types.ts';
import { kindOf } from './rule.ts';

/** How far ahead ages are told by a kind: as far as a plan looks, and the turnaround after it. Days. */
export const daysAhead = (at: Setting): number => at.policy.horizonDays + 60;

/** How old somebody is on every day a plan looks at: their age today, and their birthday where it comes in that time. */
export function agesAhead({ person }: Subject, at: Setting): string {
  const age = ageOn(person.dateOfBirth, at.onDay);
  const next = dayNumber(birthday(person.dateOfBirth, age + 1));
  return next <= at.on + daysAhead(at) ? kindOf(age, next) : kindOf(age);
}

/** Whether somebody has reached each of some ages, or the day on which they do in the time a plan looks at. */
export function agesReached({ person }: Subject, at: Setting, ages: readonly number[]): string {
  const days = ages.map((age) => dayNumber(birthday(person.dateOfBirth, age)));
  return kindOf(...days.map((day) => (day <= at.on ? 'yes' : day > at.on + daysAhead(at) ? 'no' : day)));
}
