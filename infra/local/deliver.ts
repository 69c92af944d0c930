import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import type { StreamMapping } from './template.ts';

/** One record of a stream, as far as delivering it needs to know. */
export interface Numbered {
  readonly dynamodb: { readonly SequenceNumber?: string | undefined };
}

export interface Deliver<Event extends Numbered = never> {
  readonly mapping: Pick<StreamMapping, 'function' | 'retries' | 'bisect' | 'partialFailures'>;
  readonly invoke: (name: string, event: unknown) => Promise<unknown>;
  readonly signal: AbortSignal;
  /** Takes what was tried in vain often enough. */
  readonly park: (records: readonly Event[]) => void;
}

/** Milliseconds before the first further try; each later one waits twice as long, up to `mostPause`. */
const firstPause = 100;
const mostPause = 10_000;

const Answer = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]) })
  .catch({ batchItemFailures: [] });

/**
 * Hands a batch to a function until it went through or was tried often enough: from the first record that failed on,
 * and in halves where the mapping says so, so that one bad record does not take others with it.
 * @throws AbortError when the pump is stopped meanwhile; nothing is parked then
 */
export async function deliver<Event extends Numbered>(
  to: Deliver<Event>,
  records: readonly Event[],
  tries = 0,
): Promise<void> {
  if (records.length === 0) return;
  const failedAt = await firstFailure(to, records);
  to.signal.throwIfAborted();
  if (failedAt === null) return;
  const rest = records.slice(failedAt);
  if (failedAt > 0) return deliver(to, rest, 0);
  if (to.mapping.bisect && rest.length > 1) {
    const middle = Math.ceil(rest.length / 2);
    await deliver(to, rest.slice(0, middle), tries);
    return deliver(to, rest.slice(middle), tries);
  }
  if (to.mapping.retries >= 0 && tries >= to.mapping.retries) return to.park(rest);
  await wait(Math.min(mostPause, firstPause * 2 ** tries), undefined, { signal: to.signal });
  return deliver(to, rest, tries + 1);
}

/** Where the first record stands that did not go through; null when all did. */
async function firstFailure(to: Deliver<never>, records: readonly Numbered[]): Promise<number | null> {
  let answer: unknown;
  try {
    answer = await to.invoke(to.mapping.function, { Records: records });
  } catch {
    return 0;
  }
  if (!to.mapping.partialFailures) return null;
  const failed = Answer.parse(answer ?? {}).batchItemFailures.map((one) => one.itemIdentifier);
  if (failed.length === 0) return null;
  const first = records.findIndex((one) => failed.includes(one.dynamodb.SequenceNumber ?? ''));
  // A number that is none of the batch's counts for all of it, as Lambda reads it.
  return Math.max(first, 0);
}
