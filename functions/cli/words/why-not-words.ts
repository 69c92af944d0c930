import type { Problem, WhyNot } from '../../../shared/matching/engine.ts';
import { isMatch } from '../../../shared/matching/smallest-change.ts';
import { changeLines } from './change-words.ts';
import { scoreLines } from './explanation-words.ts';
import { ruleWords } from './plan-words.ts';

/** Why not, in plain words, a line each. */
export function whyNotWords(problem: Problem, found: WhyNot): string[] {
  const home = problem.pool.placeOf(found.roomId)?.home.name ?? '';
  const pair = `${found.personId} and ${found.roomId}${home ? ` in ${home}` : ''}`;
  switch (found.verdict) {
    case 'suggested':
      return [`${pair}: the plan suggests this move.`, '', ...scoreLines(found.points, found.terms)];
    case 'fits':
      return [
        `${pair}: every check passes.`,
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
    return shown.length > 0
      ? [
          `No change to the record would make this a match. What stands in the way: ${shown.map(ruleWords).join('; ')}.`,
        ]
      : [
          `No change to the record would make this a match. With the above changed, this would stand in the way: ${found.fixed.map(ruleWords).join('; ')}.`,
        ];
  }
  return [
    `It would be a match with ${found.points} points if this were so:`,
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
  const people = found.cost.placed.reduce((sum, count) => sum + count, 0);
  const [first] = found.cost.placed;
  const loss =
    first > 0
      ? `${first} fewer of the most urgent people would be placed`
      : people > 0
        ? `${people} fewer people would be placed`
        : `the plan would be worth ${found.cost.points} points less`;
  return [`${held}With this move instead, ${loss}.`];
}
