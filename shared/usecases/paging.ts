import * as z from 'zod';
import { isCursor } from '../store/records.ts';

/** How a list is asked for: from where on, and how many at once. */
export const pageQuery = {
  after: z.string().max(500).refine(isCursor, 'Give the next of the page before, as it was').optional(),
  limit: z
    .string()
    .regex(/^(?:[1-9]\d?|100)$/, 'Give a number from 1 to 100')
    .default('50')
    .transform(Number),
};

/** The shape of a page of anything. `next` asks for the page after; null on the last one. */
export function pageOf<T>(item: z.ZodType<T>) {
  return z.strictObject({ items: z.array(item), next: z.string().nullable() });
}
