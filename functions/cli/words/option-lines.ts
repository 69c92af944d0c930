import { sayDayShort } from '../../../shared/domain/day.ts';
import type { Problem } from '../../../shared/matching/engine.ts';
import type { PersonOption, RoomOption } from '../../../shared/matching/explain.ts';
import { count } from './counting.ts';

/** How many people are named before the rest are only counted. */
const mostNamed = 20;

export function roomLines(heading: string, rooms: readonly RoomOption[]): string[] {
  if (rooms.length === 0) return [];
  const line = (one: RoomOption): string =>
    `  ${one.roomId}: ${one.points} points, from ${sayDayShort(one.day)}${one.takenBy ? `; goes to ${one.takenBy}` : ''}`;
  return [`${heading}:`, ...rooms.map(line), ''];
}

/** People in the order in which they are considered, each with why they come there. */
export function personLines(heading: string, problem: Problem, people: readonly PersonOption[]): string[] {
  if (people.length === 0) return [`${heading}: nobody.`, ''];
  const groups = [
    ...problem.policy.tiers.map((tier) => tier.name.toLowerCase()),
    'resident ready to move on',
  ];
  const line = (one: PersonOption): string =>
    `  ${one.rank}. ${one.personId}: ${one.points} points; ${groups[one.tier]}; waiting ${count(one.waitDays, 'day')}${one.placedIn ? `; goes to ${one.placedIn}` : ''}. ${one.because}`;
  const rest = people.length - mostNamed;
  return [
    `${heading}:`,
    ...people.slice(0, mostNamed).map(line),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    '',
  ];
}
