import * as z from 'zod';
import { Day } from '../domain/day.ts';
import { ServiceModelId } from '../domain/ids.ts';
import { MeasureCode } from '../domain/measure.ts';
import { Governance, Matching, Panel, ProposalStep } from './deciding.ts';
import { EligibilityRule } from './eligibility.ts';
import { MoveOn } from './move-on.ts';
import { Readiness } from './readiness.ts';
import { CaseloadLimit, CoAllocation, OrganisationPart, StaffRole } from './staff.ts';
import { FollowUp, Move, Preparation, Stage, StageContacts } from './stages.ts';
import { EndCondition, Offer, OutcomeMeasure, Principle } from './support.ts';
import { AreaPathway, FundingPeriod, HomeSearch, SupportStep } from './support-steps.ts';
import { WardDischarge } from './ward-discharge.ts';
import { CodeName, Source, Text } from './words.ts';

/** Every part of a service model and its own limits. What holds between the parts is in `model-checks.ts`. */
export const ModelShape = z.strictObject({
  id: CodeName.pipe(ServiceModelId),
  version: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a year and month such as 2026-11'),
  name: Text,
  area: Text,
  source: Source,
  /** First and last day of the model; null while no end is known. */
  validFrom: Day,
  validTo: Day.nullable(),
  /** Who the programme is for, in a few words. */
  subject: Text,
  provides: z.enum(['homes', 'support', 'job support']),
  /** When the programme says it ends for a person, and whether the document says so or the model infers it. */
  statedEnd: z.strictObject({ says: Text, basis: z.enum(['stated', 'inferred']), source: Source }),
  /** Why the programme exists: the risks it answers, and its answers. */
  why: z.strictObject({ risks: z.array(Text), answers: z.array(Text), source: Source }),
  eligibility: z.array(EligibilityRule).min(1),
  stages: z.array(Stage).min(1),
  moves: z.array(Move),
  beforeMoveIn: z.array(Preparation),
  staffRoles: z.array(StaffRole).min(1),
  caseloadLimits: z.array(CaseloadLimit),
  coAllocation: CoAllocation,
  organisationParts: z.array(OrganisationPart),
  contactPatterns: z.array(StageContacts),
  followUps: z.array(FollowUp),
  /** For programmes that take people from a hospital ward. */
  wardDischarge: WardDischarge.optional(),
  /** For programmes people move on from. */
  moveOn: MoveOn.optional(),
  readiness: Readiness,
  wraparoundOffers: z.array(Offer),
  /** Education, employment and training. */
  workAndLearningOffers: z.array(Offer),
  /** Steps of the support that are no move: consultations, reviews and milestones. */
  supportSteps: z.array(SupportStep).optional(),
  /** Stretches of money, kept apart from anybody's support. */
  fundingPeriods: z.array(FundingPeriod).optional(),
  /** The pathways of the area, where this programme is one of several. */
  pathways: z.array(AreaPathway).optional(),
  /** What is asked when somebody looks for a home with the help of this programme. */
  homeSearch: HomeSearch.optional(),
  principles: z.array(Principle),
  endConditions: z.array(EndCondition).min(1),
  outcomeMeasures: z.array(OutcomeMeasure),
  /** What the programme's report prints, in order; every measure there is where it is left out. */
  reportMeasures: z
    .array(MeasureCode)
    .min(1)
    .refine((codes) => new Set(codes).size === codes.length, 'must name each measure once')
    .optional(),
  proposalSteps: z.array(ProposalStep).min(1),
  panel: Panel,
  governance: Governance,
  matching: Matching,
  /** What the document teaches or leaves open, for people who run the programme. Nothing reads it. */
  notes: z.array(z.strictObject({ about: CodeName, says: z.array(Text).min(1), source: Source })),
});
export type ModelShape = z.infer<typeof ModelShape>;
