import { createHash } from 'node:crypto';
import { Message } from '../../domain/message.ts';
import { queueMessage } from '../../store/message-writer.ts';
import type { OutboxEvent } from '../../store/outbox.ts';
import { Records, type Table } from '../../store/records.ts';
import { dueFor } from './events.ts';
import { recipientsOf } from './recipients.ts';

/**
 * Queues what a commit calls for: at most one message of a kind to a member, however often the commit is told of. Whoever
 * did it is not told.
 * @returns how many were queued
 */
export async function queueMessages(table: Table, partnership: string, event: OutboxEvent): Promise<number> {
  const records = new Records(table, partnership);
  let queued = 0;
  for (const due of dueFor(event))
    for (const [to, about] of await recipientsOf(records, due)) {
      if (to === event.by) continue;
      const { template } = due.rule;
      const message = Message.parse({
        ...{ id: idOf(event.commit, template, to), template, to, about: [...about], createdAt: event.at },
        ...{ status: 'queued', attempts: 0, triedAt: null, unsure: false, fault: null },
      });
      if (await queueMessage(table, partnership, message)) queued++;
    }
  return queued;
}

/** The same for the same commit, kind of message and member: so it is queued once. */
function idOf(commit: string, template: string, to: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([commit, template, to]))
    .digest('hex');
  return `message-${digest.slice(0, 32)}`;
}
