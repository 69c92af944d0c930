import type { Policy } from '../../../shared/domain/policy.ts';
import type { WhatIf } from '../../../shared/matching/engine.ts';
import { tellGain } from '../../../shared/matching/tell-value.ts';
import { count } from './counting.ts';

const effects = {
  placed: 'would get a place',
  betterFit: 'would get a home that fits better',
  sooner: 'could move sooner',
  lostPlace: 'would get no place',
  worseFit: 'would get a home that fits less well',
  later: 'would move later',
} as const;

type Reached = WhatIf['gains'][number];

/** A what-if in words: what the plan would be worth, who gains, who loses, and how many of each group. */
export function whatIfWords(found: WhatIf, policy: Policy): string[] {
  const { before, after, supposed, gains, losses } = found;
  const gain = {
    placed: [0, 1, 2].map((tier) => (after.value.placed[tier] ?? 0) - (before.value.placed[tier] ?? 0)),
    points: after.value.points - before.value.points,
  };
  const [zero = 0, one = 0, two = 0] = gain.placed;
  const unsure =
    before.exact && after.exact
      ? []
      : ['One of the two plans is not proved best, so small differences mean little.'];
  return [
    tellGain(policy, { placed: [zero, one, two], points: gain.points }),
    ...unsure,
    ...(supposed.rooms.length + supposed.people.length > 0
      ? [`Only supposed: ${[...supposed.rooms, ...supposed.people].join(', ')}.`]
      : []),
    '',
    `${count(gains.length, 'person gains', 'people gain')}, ${count(losses.length, 'person loses', 'people lose')}, for ${found.unchanged} nothing changes.`,
    ...[...gains, ...losses].map(reachedWords),
    '',
    'Moved by the plan, today and then, of those who ask:',
    ...found.tiers.map(
      ({ tier, people, before: was, after: will }) =>
        `  ${policy.tiers[tier]?.name ?? 'Residents who ask to move on'}: ${was} and ${will} of ${people}`,
    ),
    '',
    'By group. Groups are counted to see whom a change would reach; they never add a point. Counts below 5 are kept back, and others with them that would give them away.',
    ...found.groups.flatMap(({ characteristic, groups }) => [
      `  ${characteristic}`,
      ...groups.map(
        ({ group, counts }) =>
          `    ${group}: ${counts ? `${counts.before} and ${counts.after} of ${counts.people}` : 'kept back'}`,
      ),
    ]),
  ];
}

function reachedWords({ personId, effect, before, after }: Reached): string {
  const told = (move: Reached['before']): string =>
    move ? `${move.roomId} on ${move.moveOn} (${count(move.points, 'point')})` : 'no room';
  return `  ${personId} ${effects[effect]}: ${told(before)} today, ${told(after)} then.`;
}
