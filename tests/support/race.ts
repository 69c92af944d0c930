import type { Answered } from './ask.ts';

/**
 * Lets contenders go at once: each is asked for first, waits at the barrier, and all are released in the same turn.
 * @returns what each met, in the order of their numbers
 */
export async function race<T = Answered>(
  contenders: number,
  contend: (number: number) => Promise<T>,
): Promise<T[]> {
  const barrier = Promise.withResolvers<void>();
  let waiting = 0;
  const everybody = Array.from({ length: contenders }, async (_, number) => {
    waiting++;
    await barrier.promise;
    return contend(number);
  });
  if (waiting !== contenders) throw new Error('Somebody is not at the barrier.');
  barrier.resolve();
  return Promise.all(everybody);
}

/** How many answers there are of each status, with the code of a problem: `{'200': 1, '409 room-taken': 31}`. */
export function tally(answers: readonly Answered[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const name = status < 400 ? String(status) : `${status} ${body?.code}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
