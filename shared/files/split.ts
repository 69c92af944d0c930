import { CsvError, parse } from 'csv-parse/sync';
import { columnKey } from './column-key.ts';

const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A quote that is out of place. `row` is the spreadsheet row it stands in; `ends`: nothing after it can be trusted. */
export interface QuoteTrouble {
  readonly row: number;
  readonly ends: boolean;
}

export interface Split {
  readonly separator: Separator;
  /** A row of cells each, blank lines included, so that the index plus 1 is the spreadsheet row. Null: not readable. */
  readonly rows: readonly (readonly string[] | null)[];
  readonly troubles: readonly QuoteTrouble[];
}

/**
 * Splits text with `\n` line ends into rows and cells. Line breaks and separators inside quotes belong to the cell.
 * @param names column names the file may have, by which the separator is told
 */
export function split(text: string, names: readonly string[]): Split {
  // Some spreadsheets write their separator into a line of its own, and never show it as a row.
  const body = text.replace(/^sep=.\n/i, '');
  const separator = separatorOf(body, names);
  const rows: (string[] | null)[] = [];
  const troubles: QuoteTrouble[] = [];
  let rest = Buffer.from(body);
  while (rest.length > 0) {
    const stop = splitInto(rows, rest, separator);
    if (stop === null) break;
    troubles.push({ row: rows.length + 1, ends: stop.ends });
    if (stop.ends) break;
    rows.push(null);
    const lineEnd = rest.indexOf('\n', stop.at);
    rest = lineEnd < 0 ? Buffer.alloc(0) : rest.subarray(lineEnd + 1);
  }
  return { separator, rows, troubles };
}

/** Adds rows up to the end, or up to a quote that is out of place: `at` lies in its row, before it. */
function splitInto(
  rows: (string[] | null)[],
  bytes: Buffer,
  separator: Separator,
): { at: number; ends: boolean } | null {
  try {
    parse(bytes, {
      delimiter: separator,
      record_delimiter: '\n',
      relax_column_count: true,
      max_record_size: 0,
      on_record: (record: string[]) => {
        rows.push(record);
        return null;
      },
    });
    return null;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = typeof error.bytes === 'number' ? error.bytes : bytes.length;
    // A quote inside a cell that does not begin with one spoils its own line only.
    return { at, ends: !/OPENING_QUOTE/.test(error.code) };
  }
}

function separatorOf(text: string, names: readonly string[]): Separator {
  const lineEnd = text.indexOf('\n');
  const header = text.slice(0, Math.min(lineEnd < 0 ? text.length : lineEnd, 10_000));
  const keys = new Set(names.map(columnKey));
  const known = (separator: Separator) =>
    header.split(separator).filter((name) => keys.has(columnKey(name.replaceAll('"', '')))).length;
  const [best] = SEPARATORS.map((separator) => ({ separator, count: known(separator) })).sort(
    (a, b) => b.count - a.count,
  );
  return best?.separator ?? ',';
}
