import type { Day } from '../domain/day.ts';
import { PartnershipId } from '../domain/ids.ts';
import type { GridPoint } from '../domain/place.ts';
import type { Facts } from '../matching/facts.ts';
import type { Models } from './domain-kinds.ts';
import { factsOf } from './facts-of.ts';
import { type FileName, fileNames } from './file-names.ts';
import type { Texts } from './named-files.ts';
import type { BadCell, Note } from './problems.ts';
import { readSheets } from './read-sheets.ts';
import { checkRelations } from './relations/all.ts';
import type { Findings, Sheet } from './sheet.ts';
import { tablesOf } from './tables.ts';

export interface ReadOptions {
  /** A reference, e.g. southampton. */
  readonly partnership: string;
  /** The day the facts are for: births, stays and assessments lie on it or before. */
  readonly on: Day;
  readonly models: Models;
  /** Where outcodes lie, from `readOutcodes`. */
  readonly outcodes: ReadonlyMap<string, GridPoint>;
}

export interface FactsRead {
  /** What could be taken. It holds no row that was left out, and none that refers to one. */
  readonly facts: Facts;
  /** In the order of the files and their rows. */
  readonly problems: readonly BadCell[];
  readonly notes: readonly Note[];
  /** The spreadsheet row a fact was read from; null when the facts hold nothing of that reference from that file. */
  readonly rowOf: (file: FileName, sourceReference: string) => number | null;
}

/**
 * Reads facts from the contents of CSV files, by file name. A cell, row or file that cannot be taken is reported with
 * what to do about it, and everything else is read all the same.
 * @throws ZodError when `partnership` is no reference
 */
export function readTables(texts: Texts, { partnership, on, models, outcodes }: ReadOptions): FactsRead {
  const findings: Findings = { problems: [], notes: [], followers: [] };
  const around = { on, models, outcodes };
  const tables = tablesOf(models);
  const sheets = readSheets(tables, texts, around, findings);
  const byFile = new Map(Object.values(sheets).map((sheet: Sheet<unknown>) => [sheet.table.file, sheet]));
  checkRelations(sheets, byFile, on, findings);
  const facts = factsOf(PartnershipId.parse(partnership), tables, sheets, around, findings);
  return {
    facts,
    problems: inFileOrder(findings.problems),
    notes: [...findings.notes, ...followerNotes(findings)],
    rowOf: (file, sourceReference) => byFile.get(file)?.rows.get(sourceReference)?.number ?? null,
  };
}

function inFileOrder(problems: readonly BadCell[]): BadCell[] {
  const known: readonly string[] = fileNames;
  const order = ({ file, row }: BadCell) => [known.indexOf(file), row ?? 0] as const;
  return problems.toSorted((a, b) => {
    const [[fileA, rowA], [fileB, rowB]] = [order(a), order(b)];
    return fileA - fileB || rowA - rowB;
  });
}

const ROWS_NAMED = 10;

/** One line a file for rows that went with the rows they rest on. */
function followerNotes({ followers }: Findings): Note[] {
  return fileNames.flatMap((file) => {
    const rows = followers.filter((each) => each.file === file).map(({ row }) => row);
    if (rows.length === 0) return [];
    const named = rows
      .toSorted((a, b) => a - b)
      .slice(0, ROWS_NAMED)
      .join(', ');
    const more = rows.length > ROWS_NAMED ? ` and ${rows.length - ROWS_NAMED} more` : '';
    const text = `left out as well, because they rest on rows that were left out: row ${named}${more}`;
    return [{ file, row: null, text }];
  });
}
