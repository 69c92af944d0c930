import { Message } from '../../domain/message.ts';
import type { Kind } from '../kind.ts';

/** Kept outside of commits: a message tells of what was done and does nothing itself. */
export const messages: Kind<Message> = {
  name: 'message',
  schema: Message,
  id: (data) => data.id,
  list: (data) => ({ within: data.status, by: data.createdAt }),
  about: (data) => data.to,
  subjects: () => [],
  state: (data) => data.status,
  rematch: false,
};
