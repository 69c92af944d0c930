import * as z from 'zod';
import { Day, IsoDuration } from '../domain/day.ts';
import { AnchorKind } from '../domain/wish.ts';
import { CodeName, Source, Text } from './words.ts';

const step = { id: CodeName, name: Text, source: Source };

/**
 * A step of the support itself, apart from any move. A consultation: a worker and somebody with other training think
 * about the work together. A review: a look back so long after the start, which ends nothing. A milestone: how far
 * somebody has come since they were referred, in the order of the list; the programme counts people at each.
 */
export const SupportStep = z.discriminatedUnion('kind', [
  z.strictObject({
    ...step,
    kind: z.literal('consultation'),
    /** The role that is consulted. */
    byRole: CodeName,
    about: z.enum(['person', 'team']),
    /** Null where the programme sets no rhythm: it is held when a worker asks for it. */
    every: IsoDuration.nullable(),
  }),
  z.strictObject({ ...step, kind: z.literal('review'), at: z.array(IsoDuration).min(1), asks: Text }),
  z.strictObject({ ...step, kind: z.literal('milestone'), reachedWhen: Text }),
]);
export type SupportStep = z.infer<typeof SupportStep>;

/** A stretch of money for the programme. Its end is the contract's: it ends nobody's support. */
export const FundingPeriod = z.strictObject({
  id: CodeName,
  from: Day,
  /** Last day; null while no end is known. */
  to: Day.nullable(),
  funder: Text,
  says: Text,
  source: Source,
});
export type FundingPeriod = z.infer<typeof FundingPeriod>;

/** One of several pathways of an area, with whom it is for. `ours` marks the one this programme runs. */
export const AreaPathway = z.strictObject({
  id: CodeName,
  name: Text,
  ledBy: Text,
  sex: z.enum(['any', 'women', 'men']),
  substanceUseOnly: z.boolean(),
  ours: z.boolean(),
  source: Source,
});
export type AreaPathway = z.infer<typeof AreaPathway>;

/** What workers of this programme ask about when somebody looks for a home, whoever provides it. */
export const HomeSearch = z.strictObject({
  /** Places to be near. */
  anchors: z.array(AnchorKind),
  /** Wishes and limits that a home must be asked about. */
  asksOf: z.array(
    z.enum([
      'pets',
      'womenOnlyOrSelfContained',
      'baby',
      'confidentialAddress',
      'exclusionZones',
      'affordability',
    ]),
  ),
  /** A day in the person's record by which a home is needed; null where the programme knows of none. */
  neededBefore: z.enum(['babyDueOn']).nullable(),
  source: Source,
});
export type HomeSearch = z.infer<typeof HomeSearch>;
