import * as z from 'zod';
import { OrganisationRole } from '../domain/worker.ts';
import { CodeName, Count, Source, Text } from './words.ts';

/** A job in the programme. `followsPerson` is true for the worker who stays with somebody through every stage. */
export const StaffRole = z.strictObject({
  id: CodeName,
  name: Text,
  /** Full-time equivalents in the whole team; null where the document gives none. */
  fullTimeEquivalent: z.number().min(0).nullable(),
  does: z.array(Text).min(1),
  followsPerson: z.boolean(),
  mayBePersonalAdviser: z.boolean(),
  source: Source,
});
export type StaffRole = z.infer<typeof StaffRole>;

/**
 * How many people a worker or a whole team may support. `people` is the limit the product holds; `range` is what the
 * document says, shown beside it and never used as a limit. With `perFte`, half a post may support half as many.
 */
export const CaseloadLimit = z.strictObject({
  role: CodeName,
  scope: z.enum(['worker', 'team']),
  people: Count.nullable(),
  perFte: z.boolean(),
  range: z.strictObject({ from: Count, to: Count }).nullable(),
  note: Text,
  source: Source,
});
export type CaseloadLimit = z.infer<typeof CaseloadLimit>;

/** How many named workers each person has, and the role of the first of them. */
export const CoAllocation = z.strictObject({
  workersPerPerson: z.int().min(1).max(5),
  primaryRole: CodeName,
  source: Source,
});

/** A part an organisation plays in the programme's homes, and who plays it in the document. */
export const OrganisationPart = z.strictObject({
  role: OrganisationRole,
  does: Text,
  inSource: Text.nullable(),
  source: Source,
});
