import type { Instant } from '../../domain/day.ts';
import type { MemberId } from '../../domain/ids.ts';
import type { Message } from '../../domain/message.ts';
import { messages } from '../../store/kinds/messages.ts';
import { changeMessage } from '../../store/message-writer.ts';
import { Records, type Table } from '../../store/records.ts';
import { type Letter, letterOf } from './words.ts';

/** Takes messages to their readers. */
export interface Delivery {
  /** @param reference the same for the same message, whenever it is sent @throws DeliveryFault when it is not taken */
  send(to: MemberId, letter: Letter, reference: string, at: Instant): Promise<void>;
  /** Whether a message with this reference was taken before. */
  wasSent(to: MemberId, reference: string): Promise<boolean>;
}

/** Why a message was not taken, as a code that says nothing of who or what. */
export class DeliveryFault extends Error {
  readonly code: string;
  /** Whether another try would be in vain. */
  readonly isFinal: boolean;

  constructor(code: string, isFinal: boolean) {
    super(code);
    this.name = 'DeliveryFault';
    this.code = code;
    this.isFinal = isFinal;
  }
}

/** Tries before a message is parked for somebody to look at. */
export const mostAttempts = 5;

export interface Delivering {
  readonly table: Table;
  readonly now: () => Instant;
  readonly delivery: Delivery;
  /** Where the service is reached. */
  readonly address: string;
}

/**
 * Delivers one message that is in the queue. It is taken in hand first, so two who find it do not both send it; one whose
 * last try ended unclearly is asked about before it is sent again.
 * @returns what became of it; null when somebody else has it, or it is not in the queue
 */
export async function deliver(
  { table, now, delivery, address }: Delivering,
  partnership: string,
  id: string,
): Promise<Message['status'] | null> {
  const records = new Records(table, partnership);
  const kept = await records.get(messages, id);
  if (kept?.data.status !== 'queued') return null;
  const { to, unsure } = kept.data;
  const attempts = kept.data.attempts + 1;
  const taken = await changeMessage(table, kept, { status: 'sending', attempts, triedAt: now() });
  const mine = taken ? await records.get(messages, id) : null;
  if (mine?.data.status !== 'sending') return null;
  let end: Pick<Message, 'status' | 'unsure' | 'fault'>;
  try {
    const wentOut = unsure && (await delivery.wasSent(to, id));
    if (!wentOut) await delivery.send(to, letterOf(kept.data, address), id, now());
    end = { status: 'sent', unsure: false, fault: null };
  } catch (fault) {
    const known = fault instanceof DeliveryFault;
    const isOver = (known && fault.isFinal) || attempts >= mostAttempts;
    end = {
      status: isOver ? 'parked' : 'failed',
      // Whatever is not a clear no may have gone out.
      unsure: !known,
      fault: known ? fault.code : 'unclear',
    };
  }
  await changeMessage(table, mine, end);
  return end.status;
}
