import type { Problem, WhyNot } from '../../../shared/matching/engine.ts';
import { ruleWords } from '../../../shared/matching/rule-words.ts';
import { isMatch } from '../../../shared/matching/smallest-change.ts';
import { tellLoss } from '../../../shared/matching/tell-value.ts';
import { nth } from '../../../shared/matching/words.ts';
import { changeLines } from './change-words.ts';
import { scoreLines } from './reason-lines.ts';

/** Why not, in plain words, a line each. */
export function whyNotWords(problem: Problem, found: WhyNot): string[] {
  const home = problem.pool.placeOf(found.roomId)?.home.name ?? '';
  const pair = `${found.personId} and ${found.roomId}${home ? ` in ${home}` : ''}`;
  switch (found.verdict) {
    case 'suggested':
      return [`${pair}: the plan suggests this move.`, '', ...scoreLines(found.points, found.terms)];
    case 'fits':
      return [
        `${pair}: every check passes.${found.rank === null ? '' : ` They are ${nth(found.rank)} in line for it.`}`,
        ...competition(problem, found),
        '',
        ...scoreLines(found.points, found.terms),
      ];
    case 'ruledOut':
      return [`${pair}: not a match.`, ...failing(found), '', ...change(found)];
  }
}

function failing({ checks }: WhyNot): string[] {
  return checks
    .filter((check) => check.verdict !== 'pass')
    .map((check) =>
      check.verdict === 'fail'
        ? `  NO  ${check.sentence}${check.class === 'S' ? ' This is law: nobody may set it aside.' : ''}`
        : `  ?   ${check.sentence} Ask: ${check.question}`,
    );
}

function change({ change: found, checks }: WhyNot): string[] {
  if (found === null) return [];
  if (!isMatch(found)) {
    const named = new Set(checks.filter((check) => check.verdict !== 'pass').map((check) => check.rule));
    const shown = found.fixed.filter((rule) => named.has(rule));
    const [when, rules] =
      shown.length > 0
        ? ['What stands in the way:', shown]
        : ['With the above changed, this would stand in the way:', found.fixed];
    return [
      `We know of no change to the record that would make this a match. ${when}`,
      ...rules.map((rule) => `  - ${ruleWords(rule)}`),
    ];
  }
  return [
    `It would be a match with ${found.points} points${found.rank === null ? '' : `, ${nth(found.rank)} in line for the room`}, if this were so:`,
    ...changeLines(found.changes),
    ...(found.inReach
      ? []
      : ['Even then the room would not be free in time: whoever lives there has nowhere to move to.']),
  ];
}

function competition(problem: Problem, { competition: found, roomId }: WhyNot): string[] {
  if (found === null) return [];
  if (found.cost === null) {
    const resident = problem.pool.placeOf(roomId)?.resident?.person.id;
    return [
      found.freed || !resident
        ? 'No plan that keeps every rule includes this move.'
        : `The room is not free: ${resident} lives there and has nowhere to move to in time.`,
    ];
  }
  const held = found.heldBy ? `The room goes to ${found.heldBy}. ` : '';
  return [`${held}With this move instead, ${lowerFirst(tellLoss(problem.policy, found.cost))}`];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
