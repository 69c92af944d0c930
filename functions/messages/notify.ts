import { setTimeout as wait } from 'node:timers/promises';
import { NotifyClient } from 'notifications-node-client';
import * as z from 'zod';
import { type Delivery, DeliveryFault } from '../../shared/usecases/messages/deliver.ts';

/** What GOV.UK Notify is to be told. */
export interface NotifyOptions {
  readonly apiKey: string;
  /** A template with `((subject))` as its subject and `((body))` as its text. */
  readonly templateId: string;
  /** The work e-mail of a member; null where none is on record. */
  readonly emailOf: (member: string) => Promise<string | null>;
  /** Where Notify is reached; its own address when left out. */
  readonly url?: string;
  readonly timeout?: number;
}

/** Milliseconds after which a call counts as unanswered. */
const patience = 10_000;

const Answered = z.object({ response: z.object({ status: z.number() }) });
const Sent = z.object({ data: z.object({ notifications: z.array(z.unknown()) }) });

/**
 * Delivers by GOV.UK Notify. A clear no (4xx) is final, but for being asked too often; no answer leaves it open whether the
 * message went out, and is looked up by its reference before another try.
 * @source GOV.UK Notify REST API documentation: error codes, client references
 */
export function notifyDelivery({
  apiKey,
  templateId,
  emailOf,
  url,
  timeout = patience,
}: NotifyOptions): Delivery {
  const client = url === undefined ? new NotifyClient(apiKey) : new NotifyClient(url, apiKey);
  return {
    async send(to, { subject, body }, reference) {
      const address = await emailOf(to);
      if (address === null) throw new DeliveryFault('no-address', true);
      try {
        await within(
          timeout,
          client.sendEmail(templateId, address, { personalisation: { subject, body }, reference }),
        );
      } catch (fault) {
        throw faultOf(fault);
      }
    },
    async wasSent(_to, reference) {
      const asked = client.getNotifications('email', undefined, reference);
      const found = Sent.parse(await within(timeout, asked));
      return found.data.notifications.length > 0;
    },
  };
}

/** @throws Error when there is no answer in time; what was asked may be done all the same */
async function within<T>(milliseconds: number, asked: Promise<T>): Promise<T> {
  const giveUp = new AbortController();
  const late = wait(milliseconds, undefined, { signal: giveUp.signal }).then(() => {
    throw new Error('Notify does not answer.');
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    giveUp.abort();
    late.catch(() => undefined);
  }
}

/** @returns what was answered as a fault with a code; without an answer, the fault as it came: the end is unclear */
function faultOf(fault: unknown): unknown {
  const answered = Answered.safeParse(fault);
  if (!answered.success) return fault;
  const { status } = answered.data.response;
  return new DeliveryFault(
    `notify-${status}`,
    status >= 400 && status < 500 && status !== 429 && status !== 403,
  );
}
