import type * as z from 'zod';
import { Message } from '../../domain/message.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import { messages } from '../../store/kinds/messages.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { pageOf } from '../paging.ts';

export const MessagePage = pageOf(Message);

/** Messages in one state, oldest first: above all those that are parked and want somebody to look. */
export async function listMessages(
  deps: Deps,
  call: Call<unknown, unknown, { after?: string | undefined; limit: number; state: Message['status'] }>,
): Promise<Outcome<z.infer<typeof MessagePage>>> {
  const { after, limit, state } = call.query;
  const page = await recordsOf(deps, call).list(messages, { within: state, after, limit });
  return done({ items: page.items.map(({ data }) => data), next: page.next });
}
