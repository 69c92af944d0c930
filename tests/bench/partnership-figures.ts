import * as z from 'zod';

const ms = z.number();
const requests = z.int();

/** What one process tells of a whole run of the planning Lambda. Times in milliseconds; of reading, medians. */
export const PartnershipFigures = z.strictObject({
  turns: z.int(),
  bare: z.strictObject({ ms }),
  read: z.strictObject({ ms, requests, records: z.int() }),
  compiled: z.strictObject({ ms, asking: z.int(), rooms: z.int(), pairs: z.int() }),
  planned: z.strictObject({ ms, note: z.string() }),
  published: z.strictObject({ ms, requests }),
  again: z.strictObject({ ms, requests }),
  /** Resident memory before anything is read, and the most of it there ever was. */
  atStartBytes: z.int(),
  peakBytes: z.int(),
});
export type PartnershipFigures = z.infer<typeof PartnershipFigures>;
