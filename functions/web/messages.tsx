import * as z from 'zod';
import { londonDay } from '../../shared/domain/day.ts';
import { Message } from '../../shared/domain/message.ts';
import { refuse } from '../../shared/domain/outcome.ts';
import { listMessages } from '../../shared/usecases/messages/list-messages.ts';
import { subjectOf } from '../../shared/usecases/messages/words.ts';
import { pageQuery } from '../../shared/usecases/paging.ts';
import { sayMomentAgo } from '../../shared/web/moments.ts';
import { MessagesPage } from '../../shared/web/pages/messages.tsx';
import { paths } from '../../shared/web/paths.ts';
import { type Page, reading } from './page.ts';

/** What became of every message: first those that could not be delivered. */
export const messagesPage: Page = {
  path: 'messages',
  action: 'messages.read',
  at: 'messages',
  async get(asked) {
    const state = Message.shape.status.catch('parked').parse(asked.query.get('show'));
    const after = asked.query.get('after');
    const query = z.strictObject(pageQuery).safeParse({ limit: '50', ...(after !== null && { after }) });
    if (!query.success) return refuse('not-found');
    const page = await listMessages(asked.deps, reading(asked, {}, { ...query.data, state }));
    if (!page.ok) return page;
    const today = londonDay(asked.now);
    const rows = page.value.items.map(({ id, template, to, about, createdAt, fault }) => ({
      ...{ id, to, about, fault },
      says: subjectOf(template),
      when: sayMomentAgo(createdAt, today),
    }));
    const { next } = page.value;
    const more =
      next === null ? null : `${paths.messages}?${new URLSearchParams({ show: state, after: next })}`;
    return { title: 'Messages', show: <MessagesPage {...{ state, rows }} next={more} /> };
  },
};
