import * as z from 'zod';
import { Deed } from '../domain/audit.ts';
import { Instant } from '../domain/day.ts';

/** A record whose state a commit changed. */
const Moved = z.object({ kind: z.string(), id: z.string(), to: z.string() });

/** What a commit tells the rest of the service, in the same transaction: what was done, and which states changed. */
export const OutboxEvent = z.object({
  commit: z.string(),
  at: Instant,
  by: z.string(),
  deed: Deed,
  told: z.record(z.string(), z.string()),
  /** Whose audit trails name it. */
  subjects: z.array(z.string()),
  moved: z.array(Moved),
});
export type OutboxEvent = z.infer<typeof OutboxEvent>;
