import type { FactChanged } from '../../domain/basis.ts';
import { fieldWords, partWords } from '../placing-words.ts';
import { Table } from './table.tsx';

/** What reads differently: of each fact what it was and what it is. */
export function ChangesTable({
  caption,
  changes,
}: {
  readonly caption: string;
  readonly changes: readonly FactChanged[];
}) {
  return (
    <Table
      caption={caption}
      captionClass="govuk-table__caption--s"
      firstIsName
      stacks
      columns={[{ text: 'What' }, { text: 'Before' }, { text: 'Now' }]}
      rows={changes.map(({ part, field, before, now }) => [
        [partWords[part], fieldWords(field)].filter((one) => one !== '').join(': '),
        before ?? 'Not there',
        now ?? 'Not there any more',
      ])}
    />
  );
}
