import * as z from 'zod';
import { CodeName, Count, Source, Text } from './words.ts';

/** One step on the way from a proposal to a decision, in the order of the list. Null: no time is set. */
export const ProposalStep = z.strictObject({
  id: z.enum(['personView', 'providerAnswer', 'panel']),
  by: Text,
  asks: Text,
  withinWorkingDays: z.int().min(1).max(60).nullable(),
  source: Source,
});
export type ProposalStep = z.infer<typeof ProposalStep>;

/** The people who decide. `chair` is the id of a member; `quorum` counts members who are present. */
export const Panel = z.strictObject({
  chair: CodeName,
  quorum: z.int().min(2),
  members: z.array(z.strictObject({ id: CodeName, who: Text, mustBePresent: z.boolean() })).min(2),
  source: Source,
});
export type Panel = z.infer<typeof Panel>;

/** Who oversees the programme, and what is reported to them. */
export const Governance = z.strictObject({
  board: z
    .strictObject({
      name: Text,
      members: z.array(Text).min(1),
      reportedToBy: CodeName.nullable(),
      source: Source,
    })
    .nullable(),
  reports: z.array(z.strictObject({ id: CodeName, name: Text, source: Source })),
});

const weight = Count.max(1000).optional();

/** How the engine places people in this programme. Whatever is absent or null is as the partnership's policy says. */
export const Matching = z.strictObject({
  /** True: residents move by a step down only; any other move is a flagged exception. */
  ladderOnly: z.boolean(),
  /** Stages somebody new may move into. Moves between homes alone: a stage without beds is not among them. */
  newcomerStages: z.array(CodeName),
  needsCategories: z.array(CodeName),
  turnaroundWorkingDays: Count.max(30).nullable(),
  /** The most points a term may give, in place of the policy's. */
  weights: z.strictObject({
    choice: weight,
    support: weight,
    location: weight,
    readiness: weight,
    continuity: weight,
    household: weight,
    affordability: weight,
  }),
  source: Source,
});
export type Matching = z.infer<typeof Matching>;
