import { type Day, sayDay, sayDayShort } from '../../../shared/domain/day.ts';
import type { Plan, PlannedChain, RuledOut, Unplaced } from '../../../shared/domain/plan.ts';
import { addWorkingDays } from '../../../shared/domain/working-days.ts';
import type { Problem } from '../../../shared/matching/engine.ts';
import { ruleWords } from '../../../shared/matching/rule-words.ts';
import { chainStory } from '../../../shared/matching/story.ts';
import { count } from './counting.ts';

/** How many people of one group are named before the rest are only counted. */
const mostNamed = 10;

/** A whole plan in plain words, a line each. */
export function planWords(problem: Problem, plan: Plan): string[] {
  return [
    `Plan for ${plan.partnership} on ${sayDay(plan.on)} (policy ${plan.policyVersion}).`,
    'Nothing here is decided. People adopt a suggestion, the person says what they think, and a panel decides.',
    '',
    ...summary(problem, plan),
    '',
    ...byLength(plan).flatMap((chain) => chainLines(problem, plan, chain)),
    ...notPlaced(plan),
    ...notInPool(plan),
  ];
}

/** Longest chain first; of two of one length, the one that places somebody more urgent, then the one that starts sooner. */
export function byLength(plan: Plan): PlannedChain[] {
  const tiers = new Map<string, number>();
  for (const { chainId, tier } of plan.suggestions)
    tiers.set(chainId, Math.min(tier, tiers.get(chainId) ?? tier));
  const urgent = ({ id }: PlannedChain): number => tiers.get(id) ?? Number.POSITIVE_INFINITY;
  return [...plan.chains].sort(
    (a, b) =>
      b.suggestions.length - a.suggestions.length ||
      urgent(a) - urgent(b) ||
      (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : a.id < b.id ? -1 : 1),
  );
}

/** Who the plan places, group by group, and how sure the plan is. */
export function summary(problem: Problem, plan: Plan): string[] {
  const groups = [...problem.policy.tiers.map((tier) => tier.name), 'Residents ready to move on'];
  const lines = groups.map((name, tier) => {
    const placed = plan.suggestions.filter((one) => one.tier === tier).length;
    const all = placed + plan.unplaced.filter((one) => one.tier === tier).length;
    return `  ${name}: ${placed} of ${all}`;
  });
  const multi = plan.chains.filter((chain) => chain.suggestions.length > 1).length;
  const forecast = plan.chains.filter((chain) => chain.certainty === 'forecast').length;
  return [
    `${count(plan.suggestions.length, 'person is', 'people are')} suggested a move, in ${count(plan.chains.length, 'chain')} (${multi} of two moves or more${forecast > 0 ? `; ${forecast} on a forecast vacancy, to be confirmed first` : ''}):`,
    ...lines,
    `Nobody moves before ${sayDayShort(firstMove(problem))}: people's views, the panel and the keys take ${count(problem.policy.leadWorkingDays, 'working day')}.`,
    ...worth(plan),
    plan.exact
      ? `No better plan keeps every rule: the search proved it. It weighed ${count(plan.people, 'person', 'people')} and ${count(plan.rooms, 'room')}; ${count(plan.pairsThatFit, 'pair passes', 'pairs pass')} every check.`
      : `The search stopped early: at most ${plan.upperBound.placed.map((most, i) => most - (plan.value.placed[i] ?? 0)).join(', ')} more people in the first three groups, or ${plan.upperBound.points - plan.value.points} more points, could be had.`,
  ];
}

function firstMove({ onDay, policy }: Problem): Day {
  return addWorkingDays(onDay, policy.leadWorkingDays);
}

/** What the points add up to, and what the plan takes off for disturbing people, for doubt, and for coming late. */
function worth(plan: Plan): string[] {
  const fit = plan.chains.reduce((sum, chain) => sum + chain.points, 0);
  return plan.suggestions.length === 0
    ? []
    : [
        `The points of fit add up to ${fit}; ${fit - plan.value.points} are taken off for the moves themselves, rooms that are not sure, and coming late.`,
      ];
}

export function chainLines(problem: Problem, plan: Plan, chain: PlannedChain): string[] {
  const { heading, moves } = chainStory(problem, plan, chain);
  return [heading, ...moves.map((move, i) => `  ${i + 1}. ${move}`), ''];
}

function notPlaced(plan: Plan): string[] {
  if (plan.unplaced.length === 0) return [];
  const groups = new Map<string, Unplaced[]>();
  for (const one of plan.unplaced) {
    const reason = reasonOf(one);
    groups.set(reason, [...(groups.get(reason) ?? []), one]);
  }
  const lines = [...groups]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([reason, people]) => {
      const named = people
        .slice(0, mostNamed)
        .map((one) => one.personId)
        .join(', ');
      return `  ${reason}: ${named}${people.length > mostNamed ? ` and ${people.length - mostNamed} more` : ''}`;
    });
  return [
    `${count(plan.unplaced.length, 'person is', 'people are')} not placed, by what rules most rooms out for them:`,
    ...lines,
    '',
  ];
}

/** What keeps somebody from a place, in a few words; an answer nobody recorded is no no. */
export function reasonOf(unplaced: Unplaced): string {
  if (unplaced.roomsThatFit.length > 0)
    return 'A room fits, and it goes to somebody more urgent or better suited';
  const [first] = unplaced.ruledOutBy;
  if (!first) return 'No room is free or expected';
  const open = first.unknown === first.rooms && !saysSoItself.has(first.rule);
  return open ? `Not recorded: ${lowerFirst(ruleWords(first.rule))}` : ruleWords(first.rule);
}

/** Rules whose words say already that something is missing. */
const saysSoItself: ReadonlySet<string> = new Set(['needs-known', 'readiness', 'worker-free']);

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** One line on how many rooms a rule keeps from somebody. */
export function ruledOutLine({ rule, rooms, alone, unknown }: RuledOut): string {
  const notes = [
    ...(unknown > 0
      ? [`${unknown === rooms ? 'an' : `for ${unknown} of them an`} answer is not recorded`]
      : []),
    ...(alone > 0
      ? [`nothing else for ${alone === rooms ? (rooms === 1 ? 'it' : 'all of them') : `${alone} of them`}`]
      : []),
  ];
  return `  ${ruleWords(rule)}: ${count(rooms, 'room')}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
}

function notInPool(plan: Plan): string[] {
  if (plan.notInPool.length === 0) return [];
  return [
    `${count(plan.notInPool.length, 'open request is', 'open requests are')} not planned for yet:`,
    ...plan.notInPool.map((one) => `  ${one.personId}: ${one.because}`),
  ];
}
