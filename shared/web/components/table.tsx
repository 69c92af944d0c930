import type { ComponentChildren } from 'preact';
import { classes } from './classes.ts';

export interface Column {
  readonly text: string;
  readonly isNumber?: boolean | undefined;
}

interface TableProps {
  readonly caption?: string | undefined;
  readonly captionClass?: string | undefined;
  readonly columns: readonly Column[];
  /** The cells of each row, in the order of the columns. */
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** Whether rows stand one under the other on a phone, each cell under its column's name. */
  readonly stacks?: boolean | undefined;
  /** Whether the first cell of a row is its name. */
  readonly firstIsName?: boolean | undefined;
}

/** Things of one kind, one a row. Each column has a heading, but where there is none to give. */
export function Table({ caption, captionClass, columns, rows, firstIsName, stacks }: TableProps) {
  return (
    <table class={classes('govuk-table', stacks && 'app-stacks')} {...roleOf(stacks, 'table')}>
      {caption !== undefined && (
        <caption class={classes('govuk-table__caption', captionClass)}>{caption}</caption>
      )}
      {columns.some(({ text }) => text !== '') && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {columns.map(({ text, isNumber }) => (
              <th
                key={text}
                scope="col"
                class={classes('govuk-table__header', isNumber && 'govuk-table__header--numeric')}
              >
                {text}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body" {...roleOf(stacks, 'rowgroup')}>
        {rows.map((cells, row) => (
          <tr class="govuk-table__row" key={row} {...roleOf(stacks, 'row')}>
            {cells.map((cell, at) =>
              at === 0 && firstIsName ? (
                <th
                  scope="row"
                  class="govuk-table__header"
                  key={columns[at]?.text ?? at}
                  {...roleOf(stacks, 'rowheader')}
                >
                  {cell}
                </th>
              ) : (
                <td
                  {...roleOf(stacks, 'cell')}
                  data-label={stacks ? columns[at]?.text : undefined}
                  key={columns[at]?.text ?? at}
                  class={classes('govuk-table__cell', columns[at]?.isNumber && 'govuk-table__cell--numeric')}
                >
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Said outright where the look of a table is taken away, as browsers then forget that it is one. */
const roleOf = (stacks: boolean | undefined, role: 'table' | 'rowgroup' | 'row' | 'rowheader' | 'cell') =>
  stacks ? { role } : {};
