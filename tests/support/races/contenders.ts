import { expect } from 'vitest';
import type { Deed } from '../../../shared/domain/audit.ts';
import { auditOf } from '../../../shared/store/audit.ts';
import type { Subject } from '../../../shared/store/kind.ts';
import type { Answered } from '../ask.ts';
import { stopCommits } from '../meanwhile.ts';
import { race, tally } from '../race.ts';
import { approval, type Rival } from '../rivals.ts';
import type { World } from '../world.ts';
import type { Round } from './rounds.ts';

/** Says an approval in a member's name. */
export const decide = (world: World, rival: Rival, member: string, key?: string): Promise<Answered> =>
  world.as(member).post(`/v1/proposals/${rival.id}/decisions`, approval, {
    ifMatch: rival.version,
    ...(key !== undefined && { key }),
  });

export const isWon = ({ status }: Answered): boolean => status < 300;

/** Every answer is a final refusal with a reason: nothing tells a loser to try again. */
export function expectLost(answers: readonly Answered[], status = 409): void {
  const final = answers.filter(
    (one) => one.status === status && typeof one.body.code === 'string' && !('retry-after' in one.headers),
  );
  expect(final, JSON.stringify(tally(answers))).toHaveLength(answers.length);
}

/** One answer is a success, and every other one a final 409. @returns the success */
export function expectOneWinner(answers: readonly Answered[]): Answered {
  const [winner, ...more] = answers.filter(isWon);
  expect(more, JSON.stringify(tally(answers))).toEqual([]);
  if (!winner) throw new Error(`Nobody won: ${JSON.stringify(tally(answers))}`);
  expectLost(answers.filter((one) => one !== winner));
  return winner;
}

/** Two deeds of which each may stand in the way of the other. */
export interface Duel {
  /** What `one` does, as the audit trail calls it: it is stopped before it writes. */
  readonly deed: Deed;
  readonly one: (number: number) => Promise<Answered>;
  readonly other: (number: number) => Promise<Answered>;
  /** The most contenders that do the other; half of all when left out. */
  readonly mostOthers?: number;
}

/**
 * Lets some contenders do one deed and the rest another, which begins when the first of the former has read all it
 * needs and is about to write. In a round that is held it also ends before that write.
 */
export async function duel(
  world: World,
  { contenders, isHeld }: Round,
  { deed, one, other, mostOthers = contenders }: Duel,
): Promise<{ readonly ones: Answered[]; readonly others: Answered[] }> {
  const count = Math.min(contenders / 2, mostOthers);
  const stopped = stopCommits(world.store.client, deed);
  const others = Promise.withResolvers<void>();
  let toCome = count;
  const answers = race(contenders, async (number) => {
    if (number >= count) return one(number - count);
    await stopped.reached;
    if (!isHeld) stopped.letGo();
    const answer = await other(number);
    if (--toCome === 0) others.resolve();
    return answer;
  });
  const ended = await Promise.race([
    others.promise,
    answers.then(
      () => undefined,
      () => undefined,
    ),
  ]).then(() => {
    stopped.letGo();
    return answers;
  });
  return { ones: ended.slice(count), others: ended.slice(0, count) };
}

/** What was done to somebody or something, in the order in which it was committed. */
export async function deedsOn(world: World, subject: Subject): Promise<Deed[]> {
  const entries = await auditOf(world.store.deps.writing.table, 'southampton', subject);
  return entries.map(({ deed }) => deed);
}
