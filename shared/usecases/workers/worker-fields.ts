import type { PersonWorkers, WorkerPart } from '../../domain/person-workers.ts';
import type { Kept } from '../../store/kind.ts';
import type { Receipt } from '../call.ts';

/** Where a person's file names whoever has each part now. */
export const fieldOf = { primary: 'primaryWorker', coAllocated: 'secondWorker' } as const satisfies Readonly<
  Record<WorkerPart, string>
>;

/** The relationship that began last, in the version its record is in now. */
export function relationshipBegun(book: PersonWorkers, kept: Kept<PersonWorkers> | null): Receipt {
  return { id: book.relationships.at(-1)?.id ?? book.personId, version: (kept?.version ?? 0) + 1 };
}
