import { type Day, sayDayShort } from '../../domain/day.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { ButtonLink } from '../components/button.tsx';
import { IdentityBar, SubNavigation, type SubPage } from '../components/moj.tsx';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { pathTo } from '../paths.ts';
import { proposalStanding } from '../placing-words.ts';
import { type NextContactSaid, SayContact } from './people.tsx';

export interface PersonProps {
  readonly title: string;
  /** What was just done; null where nothing was. */
  readonly done: string | null;
  readonly tabs: readonly SubPage[];
  readonly facts: readonly SummaryRow[];
  readonly moves: readonly MoveRow[];
  readonly contacts: readonly ContactRow[];
}

/** A move proposed for somebody. */
export interface MoveRow {
  readonly proposalId: string;
  readonly home: string;
  readonly moveOn: Day;
  readonly status: Proposal['status'];
  /** Whether this reader may say what the person thinks of it. */
  readonly mayAsk: boolean;
}

/** A contact owed that is still open. */
export interface ContactRow extends NextContactSaid {
  readonly personId: string;
  readonly contactPlanId: string;
  readonly gridOn: Day;
  readonly withPhoneSupport: boolean;
  readonly mayRecord: boolean;
}

export function PersonPage({ title, done, tabs, facts, moves, contacts }: PersonProps) {
  return (
    <>
      {done !== null && <NotificationBanner kind="success" text={done} />}
      <IdentityBar title={title} />
      <SubNavigation label="About them" pages={tabs} />
      <h1 class="govuk-heading-l">Summary</h1>
      <SummaryList rows={facts} />
      <h2 class="govuk-heading-m">Moves proposed</h2>
      {moves.length === 0 ? (
        <p class="govuk-body">No move is proposed at the moment.</p>
      ) : (
        <Moves {...{ moves }} />
      )}
      <h2 class="govuk-heading-m">Contacts owed</h2>
      {contacts.length === 0 ? (
        <p class="govuk-body">No contact is owed. Contacts begin with a move.</p>
      ) : (
        <Contacts {...{ contacts }} />
      )}
    </>
  );
}

function Moves({ moves }: Pick<PersonProps, 'moves'>) {
  return (
    <>
      {moves.map(({ proposalId, home, moveOn, status, mayAsk }) => (
        <div key={proposalId}>
          <p class="govuk-body">
            To {home} on {sayDayShort(moveOn)} <Tag {...proposalStanding[status]} />
          </p>
          {mayAsk && (
            <ButtonLink
              text={`Record what they think of ${home}`}
              href={pathTo('personView', { proposalId })}
            />
          )}
        </div>
      ))}
    </>
  );
}

function Contacts({ contacts }: Pick<PersonProps, 'contacts'>) {
  return (
    <Table
      caption="Contacts owed, the next first"
      captionClass="govuk-visually-hidden"
      stacks
      columns={[{ text: 'When' }, { text: 'How' }, { text: 'What became of it' }]}
      rows={contacts.map(({ personId, contactPlanId, gridOn, withPhoneSupport, mayRecord, ...contact }) => [
        <SayContact contact={contact} key="when" />,
        withPhoneSupport ? 'Visit, with support by phone' : 'Visit',
        mayRecord ? (
          <a
            class="govuk-link"
            href={pathTo('recordContact', { personId, contactPlanId, gridOn })}
            key="record"
          >
            Record<span class="govuk-visually-hidden"> the contact due on {sayDayShort(gridOn)}</span>
          </a>
        ) : (
          'Open'
        ),
      ])}
    />
  );
}
