import { Table } from '../components/table.tsx';
import { ChainDiagram } from '../pictures/chain-diagram.tsx';
import type { ChainLink } from '../pictures/chain-layout.ts';

/** The moves that hang together: a picture, and the same as a table. */
export function ChainPart({
  links,
  place,
}: {
  readonly links: readonly ChainLink[];
  /** Which of them the page is about, 1 for the first. */
  readonly place: number;
}) {
  return (
    <div class="app-beside">
      <ChainDiagram links={links} />
      <Table
        caption="The moves in their order"
        captionClass="govuk-table__caption--s"
        firstIsName
        stacks
        columns={[{ text: 'Move' }, { text: 'Who' }, { text: 'From' }, { text: 'To' }, { text: 'On' }]}
        rows={links.map(({ who, from, to, on }, at) => [
          at + 1 === place ? `${at + 1} (this move)` : `${at + 1}`,
          who,
          from ?? 'A new place',
          to,
          on,
        ])}
      />
    </div>
  );
}
