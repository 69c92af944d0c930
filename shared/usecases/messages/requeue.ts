import { Instant } from '../../domain/day.ts';
import type { Message } from '../../domain/message.ts';
import { messages } from '../../store/kinds/messages.ts';
import { changeMessage } from '../../store/message-writer.ts';
import { Records } from '../../store/records.ts';
import { type Deps, nowOf } from '../call.ts';

/** Minutes before a message that failed is tried again, by the number of its tries; the last for any more. */
const waits = [1, 5, 30, 120];

/** Minutes after which a message in somebody's hands was left by a process that died. */
const lost = 15;

/**
 * Puts back in the queue what failed a while ago, and what a process that died left behind: the change of the record
 * wakes whoever delivers.
 * @returns how many were put back
 */
export async function requeue(deps: Deps, partnership: string): Promise<number> {
  const { table } = deps.writing;
  const records = new Records(table, partnership);
  const now = nowOf(deps);
  const [failed, sending] = await Promise.all([
    records.all(messages, 'failed'),
    records.all(messages, 'sending'),
  ]);
  let put = 0;
  for (const { id } of [...failed, ...sending]) {
    const kept = await records.get(messages, id);
    if (!kept || now < dueAt(kept.data)) continue;
    const unsure = kept.data.unsure || kept.data.status === 'sending';
    if (await changeMessage(table, kept, { status: 'queued', unsure })) put++;
  }
  return put;
}

function dueAt({ status, attempts, triedAt, createdAt }: Message): Instant {
  const minutes = status === 'sending' ? lost : (waits[attempts - 1] ?? waits.at(-1) ?? lost);
  return Instant.parse(new Date(Date.parse(triedAt ?? createdAt) + minutes * 60_000).toISOString());
}
