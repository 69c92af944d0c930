import { labelOf } from '../domain/codes.ts';
import { sayDay, sayDayShort } from '../domain/day.ts';
import { anyDelayReasonCodes } from '../domain/discharge-codes.ts';
import type { TermScore } from '../domain/explanation.ts';
import type { MoveCertainty, Plan, PlannedChain, Suggestion } from '../domain/plan.ts';
import type { Problem } from './compile.ts';

const sure: Readonly<Record<MoveCertainty, string>> = {
  confirmed: 'The first room is free, so the dates hold.',
  noticeGiven: 'The first room is expected: its resident has given notice.',
  leaseEnd: 'The first room is expected: a lease ends.',
  forecast: 'The first room is a forecast. Nobody can approve this before it is confirmed.',
};

/** A chain told in the order in which it happens: a heading, then one paragraph a move. Names homes and references only. */
export function chainStory(
  problem: Problem,
  plan: Plan,
  chain: PlannedChain,
): { heading: string; moves: string[] } {
  const links = plan.suggestions.filter((one) => one.chainId === chain.id);
  const moves = links.length === 1 ? 'One move' : `A chain of ${links.length} moves`;
  const days =
    chain.startsOn === chain.completesOn
      ? `on ${sayDay(chain.startsOn)}`
      : `from ${sayDay(chain.startsOn)} to ${sayDay(chain.completesOn)}`;
  return {
    heading: `${moves}, ${days}. ${sure[chain.certainty]}`,
    moves: links.map((link, i) => tellMove(problem, link, links[i - 1])),
  };
}

function tellMove(problem: Problem, link: Suggestion, before: Suggestion | undefined): string {
  const place = problem.pool.placeOf(link.roomId);
  const home = place?.home.name ?? link.homeId;
  const freed = before
    ? `That frees ${link.roomId}, ready again on ${sayDayShort(link.roomReadyOn)} after ${turnaround(place?.house.turnaround ?? 0)}.`
    : `${link.roomId} is ${place?.vacancy?.status === 'open' ? '' : 'expected to be '}free from ${sayDayShort(link.roomReadyOn)}.`;
  const total = link.terms.reduce((sum, term) => sum + term.outOf, 0);
  return [
    freed,
    `${link.personId}, ${circumstances(problem, link)}, moves to ${home} on ${sayDayShort(link.moveOn)}.`,
    `The fit is ${link.points} of ${total} points. ${strongest(link.terms).join(' ')}`,
  ].join(' ');
}

const turnaround = (days: number): string =>
  days === 0 ? 'no break' : `${days} working ${days === 1 ? 'day' : 'days'} to make it ready`;

/** Where somebody is today, what makes it urgent, and how long they have waited, in a few plain words. */
export function circumstances(
  problem: Problem,
  who: Pick<Suggestion, 'personId' | 'requestId' | 'tier' | 'waitDays' | 'delayDays'>,
): string {
  const subject = problem.pool.subjectOf(who.personId);
  const waiting = `waiting for ${days(who.waitDays)}`;
  if (who.delayDays !== null) {
    const period = problem.facts.readyPeriods
      .filter((one) => one.requestId === who.requestId && one.endedOn === null)
      .at(-1);
    const why = period
      ? ` (delay reason ${period.delayReason}: ${labelOf(anyDelayReasonCodes, period.delayReason)})`
      : '';
    return `ready to leave hospital for ${days(who.delayDays)}${why}`;
  }
  if (subject?.request.unsafeNow) return `unsafe where they are and ${waiting}`;
  if (subject?.request.kind === 'discharge') return `in hospital, not ready to leave yet, and ${waiting}`;
  if (subject?.home)
    return `who lives in ${subject.home.name} and ${subject.stay?.leavesOn ? 'has given notice' : 'has asked to move on'}`;
  return who.tier === 1 ? `homeless now and ${waiting}` : waiting;
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** Why this home, in at most two sentences: the terms that something on record bears on and that are met best. */
function strongest(scored: readonly TermScore[]): string[] {
  return scored
    .filter((term) => term.asked && term.points * 5 >= term.outOf * 4)
    .slice(0, 2)
    .map((term) => term.sentence);
}
