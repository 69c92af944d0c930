import type { Message } from '../../domain/message.ts';
import { SubNavigation } from '../components/moj.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Table } from '../components/table.tsx';
import { paths } from '../paths.ts';

interface MessagesProps {
  readonly state: Message['status'];
  readonly rows: readonly {
    readonly id: string;
    readonly says: string;
    readonly to: string;
    readonly about: readonly string[];
    readonly when: string;
    readonly fault: string | null;
  }[];
  readonly next: string | null;
}

/** The states of a message as whoever watches over them calls them, the most pressing first. */
const states = [
  ['parked', 'Need somebody'],
  ['failed', 'To be tried again'],
  ['queued', 'Waiting'],
  ['sending', 'On the way'],
  ['sent', 'Sent'],
] as const;

export function MessagesPage({ state, rows, next }: MessagesProps) {
  return (
    <>
      <h1 class="govuk-heading-l">Messages</h1>
      <SubNavigation
        label="Messages"
        pages={states.map(([one, text]) => ({
          text,
          href: `${paths.messages}?${new URLSearchParams({ show: one })}`,
          isCurrent: one === state,
        }))}
      />
      <p class="govuk-body">
        A message names nobody: it says what happened, with a reference, and where to read on.
      </p>
      {rows.length === 0 ? (
        <p class="govuk-body">There are none.</p>
      ) : (
        <Table
          caption="Messages, the oldest first"
          captionClass="govuk-visually-hidden"
          stacks
          columns={[
            { text: 'What it says' },
            { text: 'To' },
            { text: 'About' },
            { text: 'Since' },
            ...(state === 'sent' ? [] : [{ text: 'What went wrong' }]),
          ]}
          rows={rows.map(({ says, to, about, when, fault }) => [
            says,
            to,
            about.join(', '),
            when,
            ...(state === 'sent' ? [] : [fault ?? 'Nothing']),
          ])}
        />
      )}
      <Pagination next={next} />
    </>
  );
}
