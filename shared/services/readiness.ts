import * as z from 'zod';
import { CodeName, Source, Text } from './words.ts';

const Rating = z.int().min(0).max(4);

/** What people learn on the way: one thing that is rated. */
const Domain = z.strictObject({ id: CodeName, name: Text, covers: Text });

/**
 * When somebody is ready to enter a stage: the worker's rating of every domain is at least `minimumEach`, and the
 * person's own is at least `minimumOwn` where that is given.
 */
const Gate = z.strictObject({
  id: CodeName,
  name: Text,
  minimumEach: Rating,
  minimumOwn: Rating.optional(),
  source: Source,
});

/** How readiness is rated and when it is enough. The scale is the product's: 0 not yet, to 4 does it without help. */
export const Readiness = z.strictObject({
  scale: z.strictObject({ min: z.literal(0), max: z.literal(4) }),
  domains: z.array(Domain),
  /** Different people who must have rated, the person themselves counted. */
  raters: z.int().min(1),
  /** Of those, workers. */
  workerRaters: z.int().min(1),
  /** True where the person's own rating is needed. */
  ownRating: z.boolean(),
  /** Days a rating counts, the day it was made included as day 0; an older one is stale. */
  validDays: z.int().min(1),
  gates: z.array(Gate),
  source: Source,
});
export type Readiness = z.infer<typeof Readiness>;
