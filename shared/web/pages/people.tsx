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

/** A home of which somebody has not said yet what they think. */
export interface ToAskRow {
  readonly proposalId: string;
  readonly who: string;
  readonly home: string;
  readonly moveOn: Day;
}

interface PeopleProps {
  /** Of all their people, whatever page of them is shown. */
  readonly toAsk: readonly ToAskRow[];
  readonly rows: readonly PersonRow[];
  readonly next: string | null;
}

export function PeoplePage({ toAsk, rows, next }: PeopleProps) {
  return (
    <>
      <h1 class="govuk-heading-l">My people</h1>
      {toAsk.length > 0 && <ToAsk rows={toAsk} />}
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

function ToAsk({ rows }: { readonly rows: readonly ToAskRow[] }) {
  return (
    <section>
      <h2 class="govuk-heading-m">To ask them</h2>
      <p class="govuk-body">
        {counted(rows.length, 'move')} {rows.length === 1 ? 'waits' : 'wait'} for what somebody thinks of a
        home.
      </p>
      <Table
        caption="Homes to ask them about"
        captionClass="govuk-visually-hidden"
        firstIsName
        stacks
        columns={[{ text: 'Person' }, { text: 'Home' }, { text: 'Would move on' }]}
        rows={rows.map(({ proposalId, who, home, moveOn }) => [
          <a class="govuk-link" href={pathTo('personView', { proposalId })} key="who">
            {who}
          </a>,
          home,
          sayDayShort(moveOn),
        ])}
      />
      <h2 class="govuk-heading-m">Everybody</h2>
    </section>
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
