import type { PersonShown } from '../access/project-person.ts';
import type { NeedsAssessment } from '../domain/assessment.ts';
import { clientGroupCodes, labelOf, type SupportLevel } from '../domain/codes.ts';
import { riskWords } from './words.ts';

/** What a home must offer somebody, in a line or two, and nothing of who they are. */
export interface NeedProfile {
  readonly about: string;
  readonly needs: string;
  readonly risks: string;
}

const supportWords: Readonly<Record<SupportLevel, string>> = {
  low: 'low support',
  medium: 'medium support',
  high: 'staff day and night',
  floating: 'floating support',
};

type AccessNeeds = Pick<
  NeedsAssessment,
  'sleepIn' | 'stepFree' | 'wetRoom' | 'highestFloor' | 'selfContained' | 'quiet'
>;

/** Told alike for everybody, however much more of a person somebody may read elsewhere. */
export function needProfile(person: PersonShown): NeedProfile {
  if (person.level !== 'profile') {
    const { needs: assessed, person: about, risks: found } = person;
    const needs = assessed.toSorted((a, b) => (a.assessedOn < b.assessedOn ? 1 : -1))[0] ?? null;
    const risks = found.filter(({ current, level }) => current && level !== 'none');
    return {
      about: `${person.age}, ${groupsOf(about.clientGroups)}`,
      needs: needsOf(needs?.supportLevel ?? null, needs),
      risks: risksOf([...new Set(risks.map(({ category }) => category))]),
    };
  }
  return {
    about: `${person.ageBand}, ${groupsOf(person.clientGroups)}`,
    needs: needsOf(person.supportLevel, person.accessNeeds),
    risks: risksOf(person.riskCategories),
  };
}

const groupsOf = (groups: readonly (typeof clientGroupCodes)[number]['code'][]): string =>
  groups.map((code) => labelOf(clientGroupCodes, code).toLowerCase()).join('; ') || 'no group on record';

function needsOf(level: SupportLevel | null, access: AccessNeeds | null): string {
  if (access === null) return 'Nobody has assessed what they need';
  const { sleepIn, stepFree, wetRoom, highestFloor, selfContained, quiet } = access;
  const told = [
    level === null ? null : supportWords[level],
    sleepIn === 'required' && 'somebody there at night',
    stepFree === 'required' && 'no steps',
    wetRoom === 'required' && 'a wet room',
    highestFloor !== null && `floor ${highestFloor} at most`,
    selfContained === 'required' && 'a home of their own',
    quiet && 'quiet',
  ].filter((one) => typeof one === 'string');
  return capital(told.join(', ')) || 'No need that rules homes out';
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const risksOf = (categories: readonly (keyof typeof riskWords)[]): string =>
  capital(categories.map((one) => riskWords[one].toLowerCase()).join(', ')) || 'No risk now';
