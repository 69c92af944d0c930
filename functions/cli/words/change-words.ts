import type { FactChange } from '../../../shared/domain/explanation.ts';
import { cellsOf } from '../../../shared/files/change-cells.ts';

/** Each change in words, with the row and the cells it would be made in. */
export function changeLines(changes: readonly FactChange[]): string[] {
  return changes.map((change) => `  - ${change.sentence} (${where(change)})`);
}

function where(change: FactChange): string {
  const { action, file, sourceReference, cells } = cellsOf(change);
  if (action === 'remove') return `${file}: without row ${sourceReference}`;
  const written = Object.entries(cells)
    .filter(([, value]) => action === 'set' || value !== '')
    .map(([column, value]) => `${column} ${value === '' ? 'blank' : value}`);
  return `${file}, ${action === 'add' ? 'a new row' : `row ${sourceReference}`}: ${written.join(', ')}`;
}
