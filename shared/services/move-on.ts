import * as z from 'zod';
import { IsoDuration } from '../domain/day.ts';
import { MoveOnCategory } from '../domain/departure.ts';
import { Source } from './words.ts';

/**
 * What the programme calls a good end of a stay, which departures its move-on rate leaves out, and how long after a
 * planned move somebody asks whether the home has lasted.
 */
export const MoveOn = z
  .strictObject({
    planned: z.array(MoveOnCategory).min(1),
    excluded: z.array(MoveOnCategory),
    sustainedAt: z.array(IsoDuration).refine((times) => new Set(times).size === times.length, {
      error: 'must name each time once',
    }),
    source: Source,
  })
  .refine(({ planned, excluded }) => planned.every((one) => !excluded.includes(one)), {
    path: ['excluded'],
    error: 'must not name what counts as planned',
  });
export type MoveOn = z.infer<typeof MoveOn>;
