import { sayDayShort } from '../../../shared/domain/day.ts';
import type { Explanation, Problem } from '../../../shared/matching/engine.ts';
import { personLines } from './option-lines.ts';

/** Who could live in a room, why not the others, and what one more like it would add. */
export function roomWords(problem: Problem, found: Extract<Explanation, { kind: 'room' }>): string[] {
  const name = `${found.roomId} in ${problem.pool.placeOf(found.roomId)?.home.name ?? 'a home'}`;
  const price = found.shadowPrice ? [found.shadowPrice.sentence] : [];
  if (!found.inPool) return [`${name}. ${found.state}`, ...price];
  const whom = found.suggestion
    ? `It is suggested for ${found.suggestion.personId} from ${sayDayShort(found.suggestion.moveOn)}.`
    : 'It is suggested for nobody.';
  return [
    `${name}. ${found.state} ${whom}`,
    ...price,
    '',
    ...personLines('Who could live here, in the order they are considered', problem, found.couldLiveHere),
    ...nearMisses(found),
    'Who could not, by rule:',
    ...found.ruledOut.map((one) => `  ${one.sentence}`),
  ];
}

function nearMisses({ nearMisses: near, nearMissesInAll }: Extract<Explanation, { kind: 'room' }>): string[] {
  if (near.length === 0) return [];
  const rest = nearMissesInAll - near.length;
  return [
    'Who could, but for one thing:',
    ...near.map((one) => `  ${one.personId}, ${one.points} points: ${one.because.sentence}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    '',
  ];
}
