import { londonDay } from '../../shared/domain/day.ts';
import { Message } from '../../shared/domain/message.ts';
import { listMessages } from '../../shared/usecases/messages/list-messages.ts';
import { subjectOf } from '../../shared/usecases/messages/words.ts';
import { sayMomentAgo } from '../../shared/web/moments.ts';
import { MessagesPage } from '../../shared/web/pages/messages.tsx';
import { paths } from '../../shared/web/paths.ts';
import { nextPage, pageAsked } from './list-page.ts';
import { type Page, reading } from './page.ts';

/** What became of every message: first those that could not be delivered. */
export const messagesPage: Page = {
  path: 'messages',
  action: 'messages.read',
  at: 'messages',
  async get(asked) {
    const state = Message.shape.status.catch('parked').parse(asked.query.get('show'));
    const part = pageAsked(asked, 50);
    if (!part.ok) return part;
    const page = await listMessages(asked.deps, reading(asked, {}, { ...part.value, state }));
    if (!page.ok) return page;
    const today = londonDay(asked.now);
    const rows = page.value.items.map(({ id, template, to, about, createdAt, fault }) => ({
      ...{ id, to, about, fault },
      says: subjectOf(template),
      when: sayMomentAgo(createdAt, today),
    }));
    const next = nextPage(paths.messages, page.value.next, { show: state });
    return { title: 'Messages', show: <MessagesPage {...{ state, rows, next }} /> };
  },
};
