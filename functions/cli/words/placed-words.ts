import { sayDayShort } from '../../../shared/domain/day.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import type { Explanation, Problem } from '../../../shared/matching/engine.ts';
import { personLines, roomLines } from './option-lines.ts';
import { chainLines } from './plan-words.ts';
import { checkLines, scoreLines } from './reason-lines.ts';

type Placed = Extract<Explanation, { kind: 'placed' }>;

/** How many reasons against a room are told before the rest are only counted. */
const mostReasons = 3;

/** Why somebody is suggested a room: the score, every check, the chain, what else there was, and how firm it is. */
export function placedWords(problem: Problem, plan: Plan, found: Placed): string[] {
  const { suggestion } = found;
  const home = problem.pool.placeOf(suggestion.roomId)?.home.name ?? suggestion.homeId;
  return [
    `${suggestion.personId} is suggested ${home} (${suggestion.roomId}) from ${sayDayShort(suggestion.moveOn)}.`,
    '',
    ...scoreLines(suggestion.points, suggestion.terms),
    '',
    ...checkLines(suggestion.checks),
    '',
    ...chainLines(problem, plan, found.chain),
    ...roomLines('Other rooms they fit', found.otherRooms),
    ...personLines('Other people who fit this room', problem, found.otherPeople),
    ...excluded(found),
    ...firmness(found),
    `Worked out under policy ${found.policyVersion}.`,
  ];
}

function excluded({ excludedRooms }: Placed): string[] {
  if (excludedRooms.length === 0) return [];
  return [
    'Rooms ruled out for them, the nearest to a match first:',
    ...excludedRooms.map(
      (one) =>
        `  ${one.roomId}, ${one.points} points: ${shortly(one.because.map((reason) => reason.sentence))}`,
    ),
    '',
  ];
}

/** The first reasons, and how many more there are. */
function shortly(sentences: readonly string[]): string {
  const rest = sentences.length - mostReasons;
  return [...sentences.slice(0, mostReasons), ...(rest > 0 ? [`And ${rest} more.`] : [])].join(' ');
}

function firmness({ sensitivity, opportunityCost, freshness }: Placed): string[] {
  return [...opportunityCost.sentences, ...(sensitivity ? [sensitivity.sentence] : []), freshness.sentence];
}
