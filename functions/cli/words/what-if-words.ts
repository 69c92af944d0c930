import type { Policy } from '../../../shared/domain/policy.ts';
import type { WhatIf } from '../../../shared/matching/engine.ts';
import { tellGain } from '../../../shared/matching/tell-value.ts';
import { count } from './counting.ts';

const effects = {
  placed: 'would get a move',
  betterFit: 'would get a home that fits better',
  sooner: 'could move sooner',
  lostPlace: 'would get no move',
  worseFit: 'would get a home that fits less well',
  later: 'would move later',
} as const;

type Reached = WhatIf['gains'][number];

/**
 * A what-if in words: what the plan would be worth, who gains, who loses, and how many of each group.
 * @param policy today's, whose tiers everybody is counted by
 */
export function whatIfWords(found: WhatIf, policy: Policy): string[] {
  const { before, after, gains, losses } = found;
  const unsure =
    before.exact && after.exact
      ? []
      : ['One of the two plans is not proved best, so small differences mean little.'];
  return [
    ...worthWords(found, policy),
    ...unsure,
    ...supposedWords(found),
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
      ...groups.map(groupWords),
    ]),
  ];
}

function groupWords({ group, people, before, after }: WhatIf['groups'][number]['groups'][number]): string {
  if (people === null) return `    ${group}: kept back`;
  return before === null
    ? `    ${group}: kept back of ${people}`
    : `    ${group}: ${before} and ${after ?? 'kept back'} of ${people}`;
}

/** What the plan would be worth to the people there are; its points only where both plans count the same ones. */
function worthWords({ before, after, otherRules, supposed, tiers }: WhatIf, policy: Policy): string[] {
  const more = (tier: number): number => (tiers[tier]?.after ?? 0) - (tiers[tier]?.before ?? 0);
  const placed: [number, number, number] = [more(0), more(1), more(2)];
  const othersToo = supposed.people.length > 0;
  if (!otherRules && !othersToo)
    return [tellGain(policy, { placed, points: after.value.points - before.value.points })];
  return [
    placed.every((one) => one === 0)
      ? 'The plan would place as many of the people there are.'
      : tellGain(policy, { placed, points: 0 }),
    ...(othersToo
      ? ['The points of the two plans are not compared, as one counts people who are only supposed.']
      : []),
    ...(otherRules
      ? [
          'Other rules count points in their own way. So the tiers and points below are by today’s rules, for both plans.',
        ]
      : []),
  ];
}

function supposedWords({ supposed: { rooms, people, peopleMoved } }: WhatIf): string[] {
  if (rooms.length + people.length === 0) return [];
  const moved =
    people.length === 0
      ? []
      : [
          `The plan would find a place for ${peopleMoved} of ${count(people.length, 'supposed person', 'supposed people')}. They are counted nowhere below.`,
        ];
  return [`Only supposed: ${[...rooms, ...people].join(', ')}.`, ...moved];
}

function reachedWords({ personId, effect, before, after }: Reached): string {
  const told = (move: Reached['before']): string =>
    move ? `${move.roomId} on ${move.moveOn} (${count(move.points, 'point')})` : 'none';
  return `  ${personId} ${effects[effect]}: ${told(before)} today, ${told(after)} then.`;
}
