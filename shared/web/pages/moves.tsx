import { type Day, sayDay, sayDayShort } from '../../domain/day.ts';
import { ButtonLink } from '../components/button.tsx';
import { IdentityBar } from '../components/moj.tsx';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { Pagination } from '../components/pagination.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { pathTo } from '../paths.ts';
import { counted } from '../words.ts';
import type { Way } from './patient.tsx';

/** How an agreed move stands. */
export const moveStanding = {
  provisional: { text: 'Waiting for their answer', colour: 'yellow' },
  confirmed: { text: 'They take it', colour: 'green' },
} as const;

/** A move that is agreed and not made yet. */
export interface MoveAheadRow {
  readonly stayId: string;
  readonly who: string;
  readonly home: string;
  readonly room: string;
  readonly from: Day;
  readonly status: keyof typeof moveStanding;
  /** Steps the programme requires that are still missing. */
  readonly missing: number;
}

export function MovesPage({
  rows,
  next,
}: {
  readonly rows: readonly MoveAheadRow[];
  readonly next: string | null;
}) {
  return (
    <>
      <h1 class="govuk-heading-l">Moves ahead</h1>
      {rows.length === 0 ? (
        <p class="govuk-body">
          No move is ahead{next === null ? '' : ' on this page'}. Once a panel approves one, it stands here
          until somebody has moved in.
        </p>
      ) : (
        <Table
          caption="Moves ahead, the soonest first"
          captionClass="govuk-visually-hidden"
          firstIsName
          stacks
          columns={[
            { text: 'Person' },
            { text: 'Home and room' },
            { text: 'First night' },
            { text: 'How it stands' },
            { text: 'Still missing' },
          ]}
          rows={rows.map(({ stayId, who, home, room, from, status, missing }) => [
            <a class="govuk-link" href={pathTo('move', { stayId })} key="who">
              {who}
            </a>,
            <div key="home">
              {home}
              <br />
              <span class="app-reference-small">{room}</span>
            </div>,
            sayDayShort(from),
            <Tag {...moveStanding[status]} key="status" />,
            missing === 0 ? 'Nothing' : counted(missing, 'step'),
          ])}
        />
      )}
      <Pagination next={next} />
    </>
  );
}

/** A step before a move. */
export interface StepRow {
  readonly name: string;
  readonly state: 'done' | 'missing' | 'setAside' | 'notRequired';
  /** How it is put right, where it is missing. */
  readonly toMend: string | null;
}

const stepTags = {
  done: { text: 'Done', colour: 'green' },
  missing: { text: 'Missing', colour: 'red' },
  setAside: { text: 'Set aside', colour: 'yellow' },
  notRequired: { text: 'Not required', colour: 'grey' },
} as const;

interface MoveProps {
  readonly who: string;
  /** What was just done; null where nothing was. */
  readonly done: string | null;
  readonly facts: readonly SummaryRow[];
  readonly status: { readonly text: string; readonly colour: 'yellow' | 'green' | 'grey' };
  readonly ways: readonly Way[];
  readonly steps: readonly StepRow[];
  /** What happened, newest last: a day, what it was, and what was said of it. */
  readonly meetings: readonly { readonly on: Day; readonly what: string; readonly words: string | null }[];
}

/** One agreed move, until somebody has moved in. */
export function MovePage({ who, done, facts, status, ways, steps, meetings }: MoveProps) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        {done !== null && <NotificationBanner kind="success" text={done} />}
        <IdentityBar title={who} />
        <h1 class="govuk-heading-l">Moving in</h1>
        <p class="govuk-body">
          <Tag {...status} />
        </p>
        <SummaryList rows={facts} />
        <h2 class="govuk-heading-m">Before they move</h2>
        {steps.length === 0 ? (
          <p class="govuk-body">The programme asks for nothing before this move.</p>
        ) : (
          <Table
            caption="Steps before the move"
            captionClass="govuk-visually-hidden"
            firstIsName
            stacks
            columns={[{ text: 'Step' }, { text: 'How it stands' }]}
            rows={steps.map(({ name, state, toMend }) => [
              name,
              <div key="state">
                <Tag {...stepTags[state]} />
                {toMend !== null && <p class="govuk-body-s govuk-!-margin-bottom-0">{toMend}</p>}
              </div>,
            ])}
          />
        )}
        {ways.length > 0 && (
          <div class="govuk-button-group">
            {ways.map(({ text, href }, at) => (
              <ButtonLink key={href} {...{ text, href }} kind={at === 0 ? undefined : 'secondary'} />
            ))}
          </div>
        )}
        <h2 class="govuk-heading-m">Meetings, visits and what residents say</h2>
        {meetings.length === 0 ? (
          <p class="govuk-body">Nothing is on record yet.</p>
        ) : (
          <ul class="govuk-list govuk-list--spaced">
            {meetings.map(({ on, what, words }) => (
              <li key={`${on} ${what} ${words}`}>
                <strong>{sayDay(on)}:</strong> {what}
                {words !== null && <blockquote class="govuk-inset-text app-as-written">{words}</blockquote>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
