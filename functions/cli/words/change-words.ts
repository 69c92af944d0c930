import type { FactChange } from '../../../shared/domain/explanation.ts';

/** Each change in words, with the record and the values it would have. */
export function changeLines(changes: readonly FactChange[]): string[] {
  return changes.map((change) => `  - ${change.sentence} (${where(change)})`);
}

function where({ action, table, id, fields }: FactChange): string {
  if (action === 'remove') return `${table}: ${id} removed`;
  if (action === 'add') return `${table}: a new record`;
  return `${table}: ${id}, ${Object.entries(fields)
    .map(([field, value]) => `${field} = ${JSON.stringify(value)}`)
    .join(', ')}`;
}
