import {
  badCell,
  type Findings,
  leaveOut,
  leaveOutAsWell,
  type RawRow,
  type Row,
  type Sheet,
  type SheetsByFile,
} from '../sheet.ts';
import type { NamedColumn } from '../table.ts';

/**
 * Follows every reference of every file until nothing changes. One that names no row is reported and its row left out.
 * One that names a row that was left out is not reported again: where the column may be blank it is blanked, else the
 * row is left out as well.
 */
export function followReferences(sheets: SheetsByFile, findings: Findings): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const sheet of sheets.values())
      for (const column of sheet.table.columns)
        if (column.refersTo) changed = followColumn(sheet, column, sheets, findings) || changed;
  }
}

function followColumn(
  sheet: Sheet<unknown>,
  column: NamedColumn,
  sheets: SheetsByFile,
  findings: Findings,
): boolean {
  const target = column.refersTo && sheets.get(column.refersTo.file);
  if (!target) return false;
  const lost = new Set(target.leftOut.map((raw) => raw.sourceReference));
  let changed = false;
  for (const [reference, row] of sheet.rows) {
    const named = row.raw[column.name] ?? '';
    if (named === '' || target.rows.has(named) || column.refersTo?.when?.(row.raw) === false) continue;
    changed = true;
    if (!lost.has(named) && target.complete) {
      const why = `no ${target.table.thing} has this reference`;
      const fix = fixOf(target, named);
      findings.problems.push(badCell(sheet.table, row, { column: column.name, why, fix }, 'row'));
      leaveOut(sheet, reference);
    } else if (column.blank === null || !blankOut(sheet, reference, row, column.name))
      leaveOutAsWell(sheet, reference, findings);
  }
  return changed;
}

/** Capitals count in a reference: one that differs in nothing else is most likely a slip. */
function fixOf({ table, rows }: Sheet<unknown>, named: string): string {
  const meant = [...rows.keys()].find((each) => each.toLowerCase() === named.toLowerCase());
  return meant === undefined
    ? `use a sourceReference from ${table.file}, or add the ${table.thing}`
    : `did you mean ${meant}? Capitals count in a reference`;
}

/** Blanks a cell; false when the row cannot do without it. */
function blankOut<Cells>(sheet: Sheet<Cells>, reference: string, row: Row<Cells>, column: string): boolean {
  const raw: RawRow = { ...row.raw, [column]: '' };
  const checked = sheet.read(raw);
  if (checked.ok) sheet.rows.set(reference, { ...row, raw, cells: checked.value });
  return checked.ok;
}
