import type { PlanValue } from '../domain/plan.ts';
import type { Policy } from '../domain/policy.ts';
import { count } from './words.ts';

/** What a plan would lose, in a sentence for each group of people, then its points. A loss below 0 is a gain. */
export function tellLoss(policy: Policy, { placed, points }: PlanValue): string {
  const people = placed.flatMap((lost, tier) => (lost === 0 ? [] : [tellGroup(policy, tier, lost)]));
  if (people.length === 0 && points === 0) return 'The plan would be worth just as much.';
  const worth = `be worth ${count(Math.abs(points), 'point')} ${points > 0 ? 'less' : 'more'}`;
  if (people.length === 0) return `The plan would place as many people, and ${worth}.`;
  return [...people, ...(points === 0 ? [] : [`It would ${worth}.`])].join(' ');
}

/** What a plan would gain, in a sentence for each group of people, then its points. */
export function tellGain(policy: Policy, { placed, points }: PlanValue): string {
  const [zero, one, two] = placed;
  return tellLoss(policy, { placed: [-zero, -one, -two], points: -points });
}

function tellGroup({ tiers }: Policy, tier: number, lost: number): string {
  const many = count(Math.abs(lost), 'person', 'people');
  const name = (tiers[tier]?.name ?? '').toLowerCase();
  return `The plan would place ${many} ${lost > 0 ? 'fewer' : 'more'} of those “${name}”.`;
}
