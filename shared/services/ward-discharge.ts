import * as z from 'zod';
import { IsoDuration } from '../domain/day.ts';
import { Pence } from '../domain/money.ts';
import { CodeName, Source, Text } from './words.ts';

/** What a programme asks for before a patient leaves hospital, and how it counts what that was worth. */
export const WardDischarge = z.strictObject({
  /** Everything that must be arranged first. The keys come with a moment at which they are handed over. */
  checklist: z.array(z.strictObject({ id: CodeName, name: Text, keys: z.boolean(), source: Source })),
  /** Hour in London from which keys before a day off need somebody to call. */
  keysNeedContact: z.strictObject({ fromHour: z.int().min(0).max(23), source: Source }),
  readmissionWithinDays: z.array(z.int().min(1)).min(1),
  /** The time before and after the discharge in which crisis contacts are compared. */
  crisisContactsOver: IsoDuration,
  bedDays: z.strictObject({
    pencePerDay: Pence,
    year: z.string().min(4),
    source: Source,
    /** How much longer people would have stayed otherwise. */
    otherwise: z.strictObject({ days: z.int().min(1), says: Text, source: Source }),
  }),
});
export type WardDischarge = z.infer<typeof WardDischarge>;
