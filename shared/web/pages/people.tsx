import { type Day, sayDayShort } from '../../domain/day.ts';
import { Pagination } from '../components/pagination.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { pathTo } from '../paths.ts';
import { counted } from '../words.ts';

/** Somebody a worker works with, and what waits for the worker. */
export interface PersonRow {
  readonly personId: string;
  readonly who: string;
  readonly contact: NextContactSaid | null;
  /** Moves on which they have not been asked yet. */
  readonly views: number;
}

export interface NextContactSaid {
  /** Null while somebody is in hospital. */
  readonly on: Day | null;
  readonly isOverdue: boolean;
}

interface PeopleProps {
  readonly rows: readonly PersonRow[];
  readonly next: string | null;
}

export function PeoplePage({ rows, next }: PeopleProps) {
  return (
    <>
      <h1 class="govuk-heading-l">My people</h1>
      {rows.length === 0 ? (
        <p class="govuk-body">
          You work with nobody here yet. Whoever you are named a worker of stands here.
        </p>
      ) : (
        <Table
          caption="The people I work with"
          captionClass="govuk-visually-hidden"
          firstIsName
          stacks
          columns={[{ text: 'Person' }, { text: 'Next contact' }, { text: 'To ask them' }]}
          rows={rows.map(({ personId, who, contact, views }) => [
            <a class="govuk-link" href={pathTo('person', { personId })} key="who">
              {who}
            </a>,
            <SayContact contact={contact} key="contact" />,
            views === 0 ? 'Nothing' : `What they think of ${counted(views, 'home')}`,
          ])}
        />
      )}
      <Pagination next={next} />
    </>
  );
}

export function SayContact({ contact }: { readonly contact: NextContactSaid | null }) {
  if (contact === null) return <span>None owed</span>;
  if (contact.on === null) return <span>Waits until they are back from hospital</span>;
  return (
    <span>
      {sayDayShort(contact.on)} {contact.isOverdue && <Tag text="Late" colour="red" />}
    </span>
  );
}
