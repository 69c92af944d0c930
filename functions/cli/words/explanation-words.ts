import type { Plan } from '../../../shared/domain/plan.ts';
import type { Explanation, Problem } from '../../../shared/matching/engine.ts';
import { circumstances } from '../../../shared/matching/story.ts';
import { nth } from '../../../shared/matching/words.ts';
import { changeLines } from './change-words.ts';
import { count } from './counting.ts';
import { roomLines } from './option-lines.ts';
import { placedWords } from './placed-words.ts';
import { ruledOutLine } from './plan-words.ts';
import { roomWords } from './room-words.ts';

/** An explanation in plain words, a line each. */
export function explanationWords(problem: Problem, plan: Plan, found: Explanation): string[] {
  switch (found.kind) {
    case 'placed':
      return placedWords(problem, plan, found);
    case 'unplaced':
      return unplacedWords(problem, found);
    case 'notInPool':
      return [`${found.personId} is not part of the plan. ${found.because}`];
    case 'room':
      return roomWords(problem, found);
  }
}

type Unplaced = Extract<Explanation, { kind: 'unplaced' }>;

function unplacedWords(problem: Problem, found: Unplaced): string[] {
  const { unplaced: who, roomsThatFit, nearest } = found;
  return [
    `${who.personId}, ${circumstances(problem, who)}, is not placed in this plan.`,
    `Of ${count(who.roomsConsidered, 'room')}, ${count(who.roomsThatFit.length, 'fits', 'fit').replace(/^0 /, 'none ')}. What stands in the way of the others:`,
    ...who.ruledOutBy.slice(0, 6).map(ruledOutLine),
    '',
    ...roomLines('Rooms that fit, and who they go to', roomsThatFit),
    ...expected(found),
    ...(nearest
      ? [
          `The room within nearest reach is ${nearest.roomId}. It would be a match with ${nearest.points} points${nearest.rank === null ? '' : `, ${nth(nearest.rank)} in line`}, if this were so:`,
          ...changeLines(nearest.changes),
        ]
      : ['We know of no change to the record that would open another room for them.']),
  ];
}

function expected({ expectations }: Unplaced): string[] {
  return [
    expectations.sentence,
    ...[...expectations.onlyTime, ...expectations.byReadiness].map(
      (one) => `  ${one.roomId}: ${one.sentence}`,
    ),
    '',
  ];
}
