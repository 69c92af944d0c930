import type { ClientGroup } from '../domain/codes.ts';
import { ageOn, type Day } from '../domain/day.ts';
import type { Person } from '../domain/person.ts';
import { type ShownCounts, withoutSmall } from './small-counts.ts';

/** People of one group who ask for a place, and how many of them a plan moves; null where a number is kept back. */
export interface GroupCount extends ShownCounts {
  readonly group: string;
}

/** One characteristic, by group. Groups are counted to see whom a change would reach; they never add a point. */
export interface Characteristic {
  readonly characteristic: 'sex registered at birth' | 'age' | 'disability' | 'pregnancy';
  readonly groups: readonly GroupCount[];
}

/** Somebody who asks for a place, and whether each of two plans moves them. */
export interface Reached {
  readonly person: Person;
  readonly before: boolean;
  readonly after: boolean;
}

const ageBands = [
  { group: '16 and 17', below: 18 },
  { group: '18 to 24', below: 25 },
  { group: '25 to 34', below: 35 },
  { group: '35 and over', below: Number.POSITIVE_INFINITY },
];

/**
 * Client groups that stand for a disability, as far as the facts tell: of the body or senses, HIV, learning, mental health.
 * @source Equality Act 2010, section 6 and schedule 1, paragraph 6
 */
const disabilityGroups: ReadonlySet<ClientGroup> = new Set<ClientGroup>(['A', 'B', 'D', 'E']);

interface Division {
  readonly characteristic: Characteristic['characteristic'];
  readonly groups: readonly string[];
  groupOf(person: Person, on: Day): string;
}

const onRecord = ['on record', 'none on record'] as const;

/** The protected characteristics that the facts hold. */
const divisions: readonly Division[] = [
  {
    characteristic: 'sex registered at birth',
    groups: ['female', 'male', 'not recorded'],
    groupOf: (person) => person.sexRegisteredAtBirth ?? 'not recorded',
  },
  {
    characteristic: 'age',
    groups: ageBands.map(({ group }) => group),
    groupOf: ({ dateOfBirth }, on) =>
      ageBands.find(({ below }) => ageOn(dateOfBirth, on) < below)?.group ?? '',
  },
  {
    characteristic: 'disability',
    groups: onRecord,
    groupOf: ({ clientGroups }) => onRecord[clientGroups.some((one) => disabilityGroups.has(one)) ? 0 : 1],
  },
  {
    characteristic: 'pregnancy',
    groups: onRecord,
    groupOf: ({ babyDueOn }) => onRecord[babyDueOn === null ? 1 : 0],
  },
];

export function equalityGroups(people: readonly Reached[], on: Day): Characteristic[] {
  return divisions.map(({ characteristic, groups, groupOf }) => ({
    characteristic,
    groups: counted(people, groups, ({ person }) => groupOf(person, on)),
  }));
}

function counted(
  people: readonly Reached[],
  groups: readonly string[],
  groupOf: (one: Reached) => string,
): GroupCount[] {
  const shown = withoutSmall(
    groups.map((group) => {
      const members = people.filter((one) => groupOf(one) === group);
      return {
        people: members.length,
        before: members.filter((one) => one.before).length,
        after: members.filter((one) => one.after).length,
      };
    }),
  );
  return shown.map((counts, at) => ({ group: groups[at] ?? '', ...counts }));
}
