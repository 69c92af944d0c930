import { accessOf, type Door, doors } from '../../functions/doors.ts';
import { keyNames } from '../../shared/store/keys.ts';
import type { Touched } from './recorder.ts';

const purposes: Readonly<Record<string, string>> = {
  [keyNames.lists.index]: 'lists',
  [keyNames.subjects.index]: 'subjects',
};

/** What a door touched and has no right to, by what it says of itself. */
export function beyond(door: Door, touched: readonly Touched[]): Touched[] {
  const { reads, commits, writes } = accessOf(door);
  return touched.filter(({ operation, kind, index }) => {
    if (index !== null && !door.indexes.some((one) => one === purposes[index])) return true;
    switch (operation) {
      case 'get':
      case 'query':
        return !reads.includes(kind);
      case 'check':
        return !commits || !reads.includes(kind);
      case 'put':
        return !writes.put.includes(kind);
      case 'batch write':
        return !writes.batch.includes(kind);
      case 'update':
        return !writes.update.includes(kind);
      default:
        return true;
    }
  });
}

/** @throws Error when there is none of that name */
export const doorOf = (name: string): Door => {
  const found = doors.find((one) => one.name === name);
  if (!found) throw new Error(`No door is called ${name}.`);
  return found;
};
