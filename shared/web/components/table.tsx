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
  /** Whether the first cell of a row is its name. */
  readonly firstIsName?: boolean | undefined;
}

/** Things of one kind, one a row. Each column has a heading, but where there is none to give. */
export function Table({ caption, captionClass, columns, rows, firstIsName }: TableProps) {
  return (
    <table class="govuk-table">
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
      <tbody class="govuk-table__body">
        {rows.map((cells, row) => (
          <tr class="govuk-table__row" key={row}>
            {cells.map((cell, at) =>
              at === 0 && firstIsName ? (
                <th scope="row" class="govuk-table__header" key={columns[at]?.text ?? at}>
                  {cell}
                </th>
              ) : (
                <td
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
