import { Day, sayDay } from '../../domain/day.ts';
import type { Conflict, Vote } from '../../domain/panel.ts';
import type { Decision } from '../../domain/proposal.ts';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { conflictShort, decisionWords, proposalStanding, sayCriterion, voteWords } from '../placing-words.ts';
import { counted } from '../words.ts';
import type { CaseRow } from './panels.tsx';

/** What is on record of one case of a meeting. */
export interface MinutedCase extends CaseRow {
  readonly conflicts: readonly Pick<Conflict, 'by' | 'kind'>[];
  readonly votes: readonly Pick<Vote, 'by' | 'for' | 'reason' | 'criteria'>[];
  readonly decisions: readonly Decision[];
}

/** The minutes of a meeting, as they stand when somebody reads them. */
export function MinutesPage({
  reference,
  on,
  chair,
  members,
  readAt,
  items,
  leftOut,
}: {
  readonly reference: string;
  readonly on: string;
  readonly chair: string;
  readonly members: readonly string[];
  readonly readAt: string;
  readonly items: readonly MinutedCase[];
  /** Cases this reader declared a conflict with. */
  readonly leftOut: number;
}) {
  const day = Day.safeParse(on).data;
  return (
    <div class="app-paper">
      <div class="app-paper__head">
        Minutes of {reference}, printed {readAt}. Confidential: for the panel.
      </div>
      <div class="app-paper__body">
        <h1 class="govuk-heading-l">Minutes of the panel{day && ` on ${sayDay(day)}`}</h1>
        <p class="govuk-body">
          Drafted from what was declared, voted and decided up to {readAt}. Chair: {chair}. On the panel:{' '}
          {members.join(', ')}.
        </p>
        {leftOut > 0 && (
          <p class="govuk-body">
            {counted(leftOut, 'case')} {leftOut === 1 ? 'is' : 'are'} left out here: you declared a conflict
            of interest.
          </p>
        )}
        {items.length + leftOut === 0 && <p class="govuk-body">There was nothing on the agenda.</p>}
        {items.map((item) => (
          <Minute {...item} key={item.proposalId} />
        ))}
      </div>
    </div>
  );
}

function Minute({ who, home, proposalId, status, conflicts, votes, decisions }: MinutedCase) {
  return (
    <section>
      <h2 class="govuk-heading-m">
        {who}: a home at {home}
      </h2>
      <p class="govuk-body">
        <Tag {...proposalStanding[status]} /> {proposalId}
      </p>
      <p class="govuk-body">
        {conflicts.length === 0
          ? 'Nobody declared a conflict of interest.'
          : conflicts.map(({ by, kind }) => `${by} declared a conflict (${conflictShort[kind]}).`).join(' ')}
      </p>
      {votes.length === 0 ? (
        <p class="govuk-body">Nobody has voted.</p>
      ) : (
        <Table
          caption={`Votes on the case of ${who}`}
          captionClass="govuk-table__caption--s"
          firstIsName
          stacks
          columns={[{ text: 'Member' }, { text: 'Vote' }, { text: 'Rests on' }, { text: 'Reason' }]}
          rows={votes.map(({ by, for: what, criteria, reason }) => [
            by,
            voteWords[what],
            criteria.map(sayCriterion).join(', '),
            reason,
          ])}
        />
      )}
      {decisions.length === 0 ? (
        <p class="govuk-body">Nothing has been decided.</p>
      ) : (
        decisions.map((one) => (
          <p class="govuk-body" key={one.id}>
            {decisionWords(one)} Rests on: {one.criteria.map(sayCriterion).join(', ')}. By {one.by}.
          </p>
        ))
      )}
    </section>
  );
}
