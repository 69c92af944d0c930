import * as z from 'zod';
import { IntroductionTo } from '../domain/before-move.ts';
import { SupportLevel } from '../domain/codes.ts';
import { ContactPattern } from '../domain/contact-plan.ts';
import { CodeName, Count, Source, Text, Years } from './words.ts';

/** The home a stage is lived in. `bedrooms` is null where the document gives no number. */
const StageHome = z.strictObject({
  sharing: z.enum(['shared', 'selfContained']),
  /** True where the document calls it a house in multiple occupation. */
  hmo: z.boolean(),
  bedrooms: z.int().min(1).nullable(),
  staffOffice: z.boolean(),
  features: z.array(Text),
  source: Source,
});

/** The kind of agreement a resident usually has. Staff record it; the product never drafts or serves a notice. */
const StageAgreement = z.strictObject({
  type: z.enum([
    'licence',
    'introductoryTenancy',
    'secureTenancy',
    'starterTenancy',
    'assuredTenancy',
    'assuredPeriodicTenancy',
  ]),
  source: Source,
});

/** A step of the programme, with or without beds. A later stage (higher `order`) is a more independent one. */
export const Stage = z.strictObject({
  id: CodeName,
  name: Text,
  order: Count,
  purpose: Text,
  beds: z.boolean(),
  supportLevel: z.literal([...SupportLevel.options, null]),
  staffOnSite: z.enum(['sleepIn', 'none']),
  /** Advice only: staff are reminded, and no stay ends because of it. Null where the programme sets no time. */
  intendedMonths: z.int().min(1).max(240).nullable(),
  weeklyContacts: z
    .strictObject({ atLeast: z.int().min(1).max(21), byRole: CodeName, source: Source })
    .nullable(),
  /** The readiness gate to enter the stage. */
  gate: CodeName.nullable(),
  /** What must be done before somebody moves in, by id of the model's `beforeMoveIn`. */
  needs: z.array(CodeName),
  /** What staff start on the first day, so that the next step is never late. */
  startsOnEntry: z.array(z.strictObject({ id: CodeName, name: Text, source: Source })),
  home: StageHome.nullable(),
  agreement: StageAgreement.nullable(),
  /** True where the person stays in the home of the stage before, and only the support changes. */
  sameHome: z.boolean().optional(),
  source: Source,
});
export type Stage = z.infer<typeof Stage>;

/** A step between stages the programme knows. `stepDown` is towards less support; `lateral` keeps the level. */
export const Move = z.strictObject({
  from: CodeName,
  to: CodeName,
  direction: z.enum(['stepDown', 'stepUp', 'lateral']),
  source: Source,
});
export type Move = z.infer<typeof Move>;

const preparation = { id: CodeName, name: Text, mayBeWaivedWithReason: z.boolean(), source: Source };

/** Something that must have happened before a move-in: a meeting, a named worker, or another step on record. */
export const Preparation = z.discriminatedUnion('kind', [
  z.strictObject({
    ...preparation,
    kind: z.literal('introduction'),
    to: IntroductionTo,
    atLeast: z.int().min(1),
  }),
  z.strictObject({ ...preparation, kind: z.literal('namedWorker'), role: CodeName }),
  z.strictObject({ ...preparation, kind: z.literal('record'), what: Text }),
]);
export type Preparation = z.infer<typeof Preparation>;

/** The contacts owed after a move, who makes them, and how far a partnership may move the end age. */
export const StageContacts = ContactPattern.extend({
  id: CodeName,
  name: Text,
  byRole: CodeName,
  endsAtAgeMayBeSetTo: Years.nullable(),
  note: Text.optional(),
  source: Source,
});
export type StageContacts = z.infer<typeof StageContacts>;

/** A contact owed by the clock after an event, such as a ward's within 72 hours. */
export const FollowUp = z.strictObject({
  id: CodeName,
  name: Text,
  after: z.enum(['wardDischarge', 'moveIn']),
  withinHours: z.int().min(1),
  byRole: CodeName,
  /** True where nobody may be recorded as discharged before somebody has taken the follow-up on. */
  ownerNeededFirst: z.boolean(),
  source: Source,
});
export type FollowUp = z.infer<typeof FollowUp>;
