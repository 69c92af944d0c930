import { type Decoded, decode } from './decode.ts';
import { type Header, readHeader } from './header.ts';
import { type Complaint, holdsUnshowable } from './problems.ts';
import { badCell, emptySheet, type Findings, type RawRow, type Sheet } from './sheet.ts';
import { type Split, split } from './split.ts';
import type { Surroundings, Table, TableText } from './table.ts';

/** Most characters of a cell: far more than any column needs, far fewer than a pasted document. */
const MOST_CHARACTERS = 1_000;

/**
 * Reads the rows of one file by its description: each row alone, without a look at other files. What cannot be taken is
 * reported and left out; the rest is read.
 */
export function readSheet<Cells>(
  table: Table<Cells, unknown>,
  content: string | Uint8Array,
  around: Surroundings,
  findings: Findings,
): Sheet<Cells> & Pick<Decoded, 'foreignLineEnds'> {
  const { text, encoding, foreignLineEnds } = decode(content);
  const sheet = { ...emptySheet(table, around), foreignLineEnds };
  if (text.trim() === '') {
    findings.problems.push(badCell(table, null, EMPTY, 'file'));
    sheet.complete = false;
    return sheet;
  }
  const parts = split(
    text,
    table.columns.map(({ name }) => name),
  );
  noteForm(table, encoding, parts, findings);
  reportQuotes(table, parts, findings);
  const [first, ...rows] = parts.rows;
  const header = first ? reportHeader(table, first, findings) : null;
  sheet.complete = header?.readable === true && parts.troubles.length === 0;
  if (header?.readable) readRows(sheet, rows, header, findings);
  return sheet;
}

function reportHeader(table: TableText, cells: readonly string[], findings: Findings): Header {
  const header = readHeader(table, cells);
  const row = { number: 1, raw: {} };
  findings.problems.push(...header.complaints.map((each) => badCell(table, row, each, each.leftOut)));
  const text = `has no column ${header.absent.join(', ')}: taken as blank`;
  if (header.absent.length > 0) findings.notes.push({ file: table.file, row: 1, text });
  return header;
}

const EMPTY: Complaint = {
  column: null,
  why: 'is empty, even without column names',
  fix: 'start from the template, which has the column names in row 1',
};

function readRows<Cells>(sheet: Sheet<Cells>, rows: Split['rows'], header: Header, findings: Findings): void {
  const seen = new Map<string, number>();
  rows.forEach((cells, at) => {
    if (cells === null || cells.every((cell) => cell.trim() === '')) return;
    const row = { number: at + 2, raw: rawRow(sheet.table, cells, header.places) };
    const reference = row.raw.sourceReference ?? '';
    const shape = shapeComplaint(sheet.table, row, cells, header, findings);
    const complaints = [...shape, ...duplicateComplaint(reference, seen), ...unfitCells(row.raw)];
    if (complaints.length === 0) {
      const checked = sheet.read(row.raw);
      if (checked.ok) sheet.rows.set(reference, { ...row, cells: checked.value });
      else complaints.push(...checked.complaints);
    }
    if (complaints.length > 0) sheet.leftOut.push(row.raw);
    // A row without a reference may be the very one that others name.
    if (reference === '') sheet.complete = false;
    findings.problems.push(...complaints.map((each) => badCell(sheet.table, row, each, 'row')));
    if (reference !== '' && !seen.has(reference)) seen.set(reference, row.number);
  });
}

function rawRow(table: TableText, cells: readonly string[], places: Header['places']): RawRow {
  const raw: Record<string, string> = {};
  for (const { name } of table.columns) {
    const at = places.get(name);
    raw[name] = at === undefined ? '' : (cells[at]?.trim() ?? '');
  }
  return raw;
}

/** Spreadsheets drop blank cells at the end of a row, so a row may end early where nothing that is needed is missing. */
function shapeComplaint(
  table: TableText,
  row: { number: number },
  cells: readonly string[],
  { width, places }: Header,
  findings: Findings,
): Complaint[] {
  const count = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const counts = `cells: ${Math.max(count, cells.length)}, column names: ${width}`;
  const fix = 'look for a separator too many or too few; a cell that holds one must stand in quotes';
  if (count > width)
    return [{ column: null, why: `has more cells than row 1 has column names (${counts})`, fix }];
  if (cells.length >= width) return [];
  const lost = table.columns.filter(({ name }) => (places.get(name) ?? -1) >= cells.length);
  if (lost.some(({ blank }) => blank === null))
    return [{ column: null, why: `has fewer cells than row 1 has column names (${counts})`, fix }];
  const text = `ends early (${counts}); the rest was taken as blank: ${lost.map(({ name }) => name).join(', ')}`;
  findings.notes.push({ file: table.file, row: row.number, text });
  return [];
}

function duplicateComplaint(reference: string, seen: ReadonlyMap<string, number>): Complaint[] {
  const before = seen.get(reference);
  if (before === undefined) return [];
  return [
    {
      column: 'sourceReference',
      why: `is the reference of row ${before} already`,
      fix: 'give each row a reference of its own, or delete one of the two',
    },
  ];
}

/** Cells no column can take. */
function unfitCells(raw: RawRow): Complaint[] {
  return Object.entries(raw).flatMap(([column, value]) => {
    if (value.length > MOST_CHARACTERS)
      return [
        {
          column,
          why: `has ${value.length} characters; a cell may have ${MOST_CHARACTERS}`,
          fix: 'look for text pasted into the wrong cell',
        },
      ];
    if (!holdsUnshowable(value)) return [];
    return [{ column, why: 'holds a character that cannot be shown', fix: 'type the cell again' }];
  });
}

function noteForm(table: TableText, encoding: string | null, { separator }: Split, findings: Findings): void {
  const say = (text: string) => findings.notes.push({ file: table.file, row: null, text });
  if (encoding !== null)
    say(`is not UTF-8; it was read as ${encoding}. If letters look wrong, save it as "CSV UTF-8"`);
  if (separator !== ',')
    say(`has ${separator === ';' ? 'semicolons' : 'tabs'} between its cells; it was read all the same`);
}

function reportQuotes(table: TableText, { troubles }: Split, findings: Findings): void {
  for (const { row, ends } of troubles) {
    const complaint = ends
      ? {
          column: null,
          why: 'has a quote (") that opens a cell and is not closed at its end; this row and all after it were not read',
          fix: 'close the quote, and write a quote inside a cell twice ("")',
        }
      : {
          column: null,
          why: 'has a quote (") inside a cell',
          fix: 'put the whole cell in quotes and write the one inside twice ("")',
        };
    findings.problems.push(badCell(table, { number: row, raw: {} }, complaint, 'row'));
  }
}
