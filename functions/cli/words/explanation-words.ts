import { sayDayShort } from '../../../shared/domain/day.ts';
import type { Check, TermScore } from '../../../shared/domain/explanation.ts';
import type { Plan, Suggestion } from '../../../shared/domain/plan.ts';
import type { Explanation, Problem } from '../../../shared/matching/engine.ts';
import type { PersonOption, RoomOption } from '../../../shared/matching/explain.ts';
import { circumstances } from '../../../shared/matching/story.ts';
import { changeLines } from './change-words.ts';
import { count } from './counting.ts';
import { chainLines, ruledOutLine, ruleWords } from './plan-words.ts';

/** An explanation in plain words, a line each. */
export function explanationWords(problem: Problem, plan: Plan, found: Explanation): string[] {
  switch (found.kind) {
    case 'placed':
      return placed(problem, plan, found);
    case 'unplaced':
      return unplaced(problem, found);
    case 'notInPool':
      return [`${found.personId} is not part of the plan. ${found.because}`];
    case 'room':
      return room(problem, found);
  }
}

type Of<Kind extends Explanation['kind']> = Extract<Explanation, { kind: Kind }>;

function placed(problem: Problem, plan: Plan, found: Of<'placed'>): string[] {
  const { suggestion } = found;
  return [
    `${suggestion.personId} is suggested ${homeName(problem, suggestion)} (${suggestion.roomId}) from ${sayDayShort(suggestion.moveOn)}.`,
    '',
    ...scoreLines(suggestion.points, suggestion.terms),
    '',
    ...checkLines(suggestion.checks),
    '',
    ...chainLines(problem, plan, found.chain),
    ...roomLines('Other rooms they fit', found.otherRooms),
    ...personLines('Other people who fit this room', problem, found.otherPeople),
    `Worked out under policy ${found.policyVersion}.`,
  ];
}

function homeName(problem: Problem, suggestion: Suggestion): string {
  return problem.pool.placeOf(suggestion.roomId)?.home.name ?? suggestion.homeId;
}

export function scoreLines(points: number, terms: readonly TermScore[]): string[] {
  const most = terms.reduce((sum, term) => sum + term.outOf, 0);
  return [
    `How well it fits: ${points} of ${most} points`,
    ...terms.map(
      (term) =>
        `  ${term.term.padEnd(11)}${String(term.points).padStart(3)} of ${String(term.outOf).padEnd(4)}${term.sentence}`,
    ),
  ];
}

function checkLines(checks: readonly Check[]): string[] {
  const passed = checks.filter((check) => check.verdict === 'pass').length;
  const marks = { pass: 'yes', fail: 'NO', unknown: '?' } as const;
  return [
    `Checks: ${passed} of ${checks.length} pass`,
    ...checks.map(
      (check) =>
        `  ${marks[check.verdict].padEnd(4)}${check.sentence}${check.question ? ` Ask: ${check.question}` : ''}`,
    ),
  ];
}

function unplaced(problem: Problem, { unplaced: who, roomsThatFit, nearest }: Of<'unplaced'>): string[] {
  return [
    `${who.personId}, ${circumstances(problem, who)}, is not placed in this plan.`,
    `Of ${count(who.roomsConsidered, 'room')}, ${count(who.roomsThatFit.length, 'fits', 'fit').replace(/^0 /, 'none ')}. What stands in the way of the others:`,
    ...who.ruledOutBy.slice(0, 6).map(ruledOutLine),
    '',
    ...roomLines('Rooms that fit, and who they go to', roomsThatFit),
    ...(nearest
      ? [
          `The room within nearest reach is ${nearest.roomId}. It would be a match with ${nearest.points} points if this were so:`,
          ...changeLines(nearest.changes),
        ]
      : ['No change to the record would open another room for them.']),
  ];
}

function room(problem: Problem, found: Of<'room'>): string[] {
  const name = `${found.roomId} in ${problem.pool.placeOf(found.roomId)?.home.name ?? 'a home'}`;
  if (!found.inPool) return [`${name}. ${found.state}`];
  const whom = found.suggestion
    ? `It is suggested for ${found.suggestion.personId} from ${sayDayShort(found.suggestion.moveOn)}.`
    : 'It is suggested for nobody.';
  return [
    `${name}. ${found.state} ${whom}`,
    '',
    ...personLines('Who could live here', problem, found.couldLiveHere),
    'Who could not, by rule:',
    ...found.ruledOut.map(
      (one) =>
        `  ${ruleWords(one.rule)}: ${count(one.people, 'person', 'people')}${one.alone > 0 ? `, ${one.alone} by this alone` : ''}`,
    ),
  ];
}

function roomLines(heading: string, rooms: readonly RoomOption[]): string[] {
  if (rooms.length === 0) return [];
  const line = (one: RoomOption): string =>
    `  ${one.roomId}: ${one.points} points, from ${sayDayShort(one.day)}${one.takenBy ? `; goes to ${one.takenBy}` : ''}`;
  return [`${heading}:`, ...rooms.map(line), ''];
}

function personLines(heading: string, problem: Problem, people: readonly PersonOption[]): string[] {
  if (people.length === 0) return [`${heading}: nobody else.`, ''];
  const groups = [
    ...problem.policy.tiers.map((tier) => tier.name.toLowerCase()),
    'resident ready to move on',
  ];
  const line = (one: PersonOption): string =>
    `  ${one.personId}: ${one.points} points; ${groups[one.tier]}; waiting ${count(one.waitDays, 'day')}${one.placedIn ? `; goes to ${one.placedIn}` : ''}`;
  return [`${heading}:`, ...people.map(line), ''];
}
