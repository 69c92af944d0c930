import { ageOn, type Day } from '../domain/day.ts';
import type { Person } from '../domain/person.ts';

/** People of one group: how many ask for a place, and how many of them a plan moves, before a change and after. */
export interface GroupCount {
  readonly group: string;
  /** Null where a number is kept back, because it or what follows from it is small enough to point at somebody. */
  readonly counts: { readonly people: number; readonly before: number; readonly after: number } | null;
}

/** One characteristic, by group. Groups are counted to see whom a change would reach; they never add a point. */
export interface Characteristic {
  readonly characteristic: 'sex registered at birth' | 'age';
  readonly groups: readonly GroupCount[];
}

/** Somebody who asks for a place, and whether each of two plans moves them. */
export interface Reached {
  readonly person: Person;
  readonly before: boolean;
  readonly after: boolean;
}

/** Counts from 1 up to below this are kept back. Assumes: the usual threshold for small counts of people. */
const fewest = 5;

const ageBands = [
  { group: '16 and 17', below: 18 },
  { group: '18 to 24', below: 25 },
  { group: '25 to 34', below: 35 },
  { group: '35 and over', below: Number.POSITIVE_INFINITY },
];

export function equalityGroups(people: readonly Reached[], on: Day): Characteristic[] {
  const sexOf = ({ person }: Reached): string => person.sexRegisteredAtBirth ?? 'not recorded';
  const bandOf = ({ person }: Reached): string =>
    ageBands.find(({ below }) => ageOn(person.dateOfBirth, on) < below)?.group ?? '';
  return [
    {
      characteristic: 'sex registered at birth',
      groups: counted(people, ['female', 'male', 'not recorded'], sexOf),
    },
    {
      characteristic: 'age',
      groups: counted(
        people,
        ageBands.map(({ group }) => group),
        bandOf,
      ),
    },
  ];
}

type Counts = NonNullable<GroupCount['counts']>;

function counted(
  people: readonly Reached[],
  groups: readonly string[],
  groupOf: (one: Reached) => string,
): GroupCount[] {
  const all = groups.map((group) => {
    const members = people.filter((one) => groupOf(one) === group);
    return {
      group,
      counts: {
        people: members.length,
        before: members.filter((one) => one.before).length,
        after: members.filter((one) => one.after).length,
      },
    };
  });
  const kept = keptBack(all.map(({ counts }) => counts));
  return all.map(({ group, counts }, at) => ({ group, counts: kept.has(at) ? null : counts }));
}

/** Whether a number, or what follows from it by taking one from another, is small enough to point at somebody. */
function pointsAtSomebody({ people, before, after }: Counts): boolean {
  return [people, before, after, people - before, people - after, after - before]
    .map(Math.abs)
    .some((number) => number > 0 && number < fewest);
}

/**
 * The groups that are kept back: those that point at somebody, and as many more, the smallest first, as it takes that
 * the rest of the total is at least two groups and does not point at anybody either.
 */
function keptBack(groups: readonly Counts[]): ReadonlySet<number> {
  const kept = new Set([...groups.keys()].filter((at) => groups.slice(at, at + 1).some(pointsAtSomebody)));
  const bySize = [...groups.keys()].sort(
    (a, b) => (groups[a]?.people ?? 0) - (groups[b]?.people ?? 0) || a - b,
  );
  for (const at of bySize) {
    if (kept.size === 0 || (kept.size > 1 && !pointsAtSomebody(together(groups, kept)))) break;
    kept.add(at);
  }
  return kept;
}

function together(groups: readonly Counts[], some: ReadonlySet<number>): Counts {
  const sum = (of: (counts: Counts) => number): number =>
    groups.reduce((total, counts, at) => total + (some.has(at) ? of(counts) : 0), 0);
  return {
    people: sum((one) => one.people),
    before: sum((one) => one.before),
    after: sum((one) => one.after),
  };
}
