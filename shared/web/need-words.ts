import type { NeedsAssessment, ReadinessAssessment } from '../domain/assessment.ts';
import { labelOf, supportLevelCodes } from '../domain/codes.ts';
import { type Day, sayDay } from '../domain/day.ts';
import type { Person } from '../domain/person.ts';
import type { Risk } from '../domain/risk.ts';
import type { Anchor } from '../domain/wish.ts';
import { counted, riskWords } from './words.ts';

/** What is on record of what somebody needs, so far as a panel reads it. */
export interface NeedFacts {
  readonly age: number;
  readonly person: Pick<Person, 'householdAdults' | 'householdChildren' | 'babyDueOn' | 'pets'>;
  readonly needs: readonly NeedsAssessment[];
  readonly readiness: readonly ReadinessAssessment[];
  readonly risks: readonly Risk[];
  readonly anchors: readonly Anchor[];
  readonly queuedOn: Day;
  readonly neededBy: Day | null;
  /** Days of delay in hospital so far; null for somebody who is in none. */
  readonly delayDays: number | null;
}

export const anchorWords: Readonly<Record<Anchor['kind'], string>> = {
  family: 'Family',
  friends: 'Friends',
  college: 'College',
  work: 'Work',
  gp: 'Their doctor',
  careTeam: 'Their care team',
  childContact: 'Time with a child',
  faith: 'A place of worship',
  other: 'Another place',
};

interface Row {
  readonly key: string;
  readonly value: string;
}

/** What somebody needs, a line for each thing a panel asks first. What is not on record is said to be so. */
export function needRows(facts: NeedFacts): Row[] {
  const needs = newest(facts.needs, (one) => one.assessedOn);
  return [
    { key: 'Age', value: `${facts.age}` },
    { key: 'Who would move', value: household(facts.person) },
    { key: 'Waiting', value: waiting(facts) },
    {
      key: 'Support',
      value: needs
        ? `${labelOf(supportLevelCodes, needs.supportLevel)}; ${counted(needs.supportHoursPerWeek, 'hour')} a week. Assessed ${sayDay(needs.assessedOn)}.`
        : 'Not assessed',
    },
    { key: 'Must have', value: needs ? mustHaves(needs) : 'Not assessed' },
    { key: 'Risks on record', value: risks(facts.risks) },
    { key: 'Life skills', value: skills(facts.readiness) },
    { key: 'Wants to be near', value: anchors(facts.anchors) },
  ];
}

function newest<T>(all: readonly T[], day: (one: T) => Day): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) => (best === undefined || day(one) >= day(best) ? one : best),
    undefined,
  );
}

function household({ householdAdults, householdChildren, babyDueOn, pets }: NeedFacts['person']): string {
  return [
    counted(householdAdults, 'adult'),
    ...(householdChildren > 0 ? [counted(householdChildren, 'child', 'children')] : []),
    ...(babyDueOn === null ? [] : [`a baby due ${sayDay(babyDueOn)}`]),
    ...(pets && pets.length > 0 ? [counted(pets.length, 'pet')] : []),
  ].join(', ');
}

function waiting({ queuedOn, neededBy, delayDays }: NeedFacts): string {
  return [
    `Since ${sayDay(queuedOn)}`,
    ...(neededBy === null ? [] : [`needs a home by ${sayDay(neededBy)}`]),
    ...(delayDays === null ? [] : [`${counted(delayDays, 'day')} of delay in hospital so far`]),
  ].join('; ');
}

function mustHaves(needs: NeedsAssessment): string {
  const said = [
    ...(needs.sleepIn === 'required' ? ['staff at night'] : []),
    ...(needs.stepFree === 'required' ? ['no steps'] : []),
    ...(needs.wetRoom === 'required' ? ['a wet room'] : []),
    ...(needs.highestFloor === null ? [] : [`floor ${needs.highestFloor} or lower`]),
    ...(needs.selfContained === 'required' ? ['a home to themselves'] : []),
    ...(needs.quiet ? ['a quiet home'] : []),
    ...(needs.substanceFreeHome === 'required' ? ['a home without drugs or alcohol'] : []),
  ].join(', ');
  return said === '' ? 'Nothing special' : `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

function risks(all: readonly Risk[]): string {
  const now = all.filter(({ current, level }) => current && level !== 'none');
  if (now.length === 0) return 'None on record';
  return now
    .map(({ category, level, recordedOn }) => `${riskWords[category]} (${level}, ${sayDay(recordedOn)})`)
    .join('; ');
}

function skills(all: readonly ReadinessAssessment[]): string {
  const last = newest(all, (one) => one.assessedOn);
  const scores = last ? Object.values(last.scores) : [];
  if (!last || scores.length === 0) return 'Not rated';
  const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
  return `${mean.toFixed(1)} of 4 over ${counted(scores.length, 'skill')}. Rated ${sayDay(last.assessedOn)}.`;
}

const anchors = (all: readonly Anchor[]): string =>
  all.length === 0 ? 'Nothing on record' : [...new Set(all.map(({ kind }) => anchorWords[kind]))].join(', ');
