import * as z from 'zod';
import { PreviousAccommodation } from './codes.ts';
import { Day } from './day.ts';
import { AtFault, Consequence, DeclinedBy, DeclineReason, ProviderReason } from './declined-move.ts';
import { PartnershipId } from './ids.ts';
import { Pence } from './money.ts';

/** The parts of a score, in the order in which they are shown. */
export const TermId = z.enum([
  'choice',
  'support',
  'location',
  'readiness',
  'continuity',
  'household',
  'affordability',
]);
export type TermId = z.infer<typeof TermId>;

/** What can put a person in an urgency tier. Urgency orders who comes first; it never adds points. */
export const UrgencyGround = z.enum(['delayedDischarge', 'unsafeNow', 'homelessNow', 'waiting']);
export type UrgencyGround = z.infer<typeof UrgencyGround>;

const PointsByCertainty = z.strictObject({
  noticeGiven: z.int().min(0),
  leaseEnd: z.int().min(0),
  forecast: z.int().min(0),
});

const LocalHousingAllowance = z.strictObject({
  partnership: PartnershipId,
  from: Day,
  sharedWeekly: Pence,
  oneBedWeekly: Pence,
  source: z.string().min(1),
});

/** Working days after which somebody is reminded, somebody else is told, and the proposal is given up. */
const StepLimits = z
  .strictObject({ remind: z.int().min(1), escalate: z.int().min(1), expire: z.int().min(1) })
  .refine(({ remind, escalate, expire }) => remind < escalate && escalate <= expire, {
    message: 'a reminder comes before the escalation, and that before the end',
  });

/** Every reason for which a move can be declined, by who says no. `noAnswer`: the provider let its time pass. */
export const declineReasons: Readonly<Record<DeclinedBy, readonly string[]>> = {
  person: ['personDeclined'],
  provider: [...ProviderReason.options, 'noAnswer'],
  panel: DeclineReason.options,
};

const DeclineRule = z.strictObject({
  by: DeclinedBy,
  reason: z.string().min(1),
  consequence: Consequence,
  atFault: AtFault,
  workingDays: z.int().min(1).max(260).nullable(),
});
type DeclineRule = z.infer<typeof DeclineRule>;

/** What a no leads to. @throws RangeError for a reason that the policy says nothing of, which no policy is without */
export function consequenceOf(policy: Policy, by: DeclinedBy, reason: string): DeclineRule {
  const found = policy.declines.find((one) => one.by === by && one.reason === reason);
  if (!found) throw new RangeError(`The policy says nothing of ${reason} by the ${by}.`);
  return found;
}

/**
 * The weights, limits and clocks of one version of the rules a partnership works by. A plan remembers its version, so an
 * old score can be worked out again. Weights are points; areas are square metres; money is pence; distances are metres.
 */
export const Policy = z
  .strictObject({
    id: z.string().min(1),
    version: z.string().min(1),
    validFrom: Day,
    source: z.string().min(1),
    weights: z.record(TermId, z.int().min(0).max(1000)),
    distanceBands: z
      .array(z.strictObject({ withinMetres: z.int().min(1), perMille: z.int().min(0).max(1000) }))
      .min(1),
    /** How many times as far each band reaches in a partnership of scattered places; elsewhere it reaches as it says. */
    distanceStretch: z.array(z.strictObject({ partnership: PartnershipId, times: z.int().min(1).max(10) })),
    choice: z.strictObject({ metPerMille: z.int(), nothingRecordedPerMille: z.int() }),
    supportSurplusPerMillePerHour: z.int().min(0).max(1000),
    needsValidDays: z.int().min(1),
    /** Days after which a safety plan no longer counts. */
    safetyPlanValidDays: z.int().min(1),
    turnaroundWorkingDays: z.int().min(0).max(30),
    /** Working days between making a plan and the first day somebody could move: views, panel, keys. */
    leadWorkingDays: z.int().min(0).max(60),
    horizonDays: z.int().min(1).max(730),
    minimumNights: z.int().min(1).max(366),
    maxChainMoves: z.int().min(1).max(4),
    lateralMoves: z.boolean(),
    movePrice: z.int().min(0),
    uncertaintyPrice: PointsByCertainty,
    latePrice: z.strictObject({ perDay: z.int().min(0), most: z.int().min(0) }),
    tiers: z
      .array(z.strictObject({ name: z.string().min(1), grounds: z.array(UrgencyGround).min(1) }))
      .length(3),
    homelessAccommodation: z.array(PreviousAccommodation),
    affordability: z.strictObject({ weeklyShortfallAllowed: Pence }),
    localHousingAllowance: z.array(LocalHousingAllowance),
    sharedRateUnderAge: z.int(),
    careLeaverExemptUnderAge: z.int(),
    roomAreaSquareMetres: z.strictObject({ onePerson: z.number(), twoPeople: z.number() }),
    licenceNeededFromPersons: z.int().min(2),
    searchNodes: z.int().min(1),
    clocks: z.strictObject({
      /** After making a proposal; a question stops this one too. */
      holdWorkingDays: z.int().min(0),
      /** After a step began. A step of the programme may leave more time, never less. */
      steps: z.strictObject({ personView: StepLimits, providerAnswer: StepLimits, panel: StepLimits }),
      /** Most that a question may stop the clock for. */
      questionWorkingDays: z.int().min(1),
    }),
    /** Further people who may be proposed for a room that is held for somebody; 0: a hold is for one alone. */
    rankedBackups: z.int().min(0).max(200),
    /** What each reason for a no leads to, and whose doing it is. Working days: how long the pair is left alone. */
    declines: z.array(DeclineRule),
    panel: z.strictObject({ quorum: z.int().min(1), quorumForOverride: z.int().min(2) }),
  })
  .superRefine((policy, ctx) => {
    policy.distanceBands.forEach((band, i) => {
      const before = policy.distanceBands[i - 1];
      if (before && band.withinMetres <= before.withinMetres)
        ctx.addIssue({
          code: 'custom',
          path: ['distanceBands', i, 'withinMetres'],
          message: 'bands go outwards',
        });
    });
    for (const [by, reasons] of Object.entries(declineReasons))
      for (const reason of reasons)
        if (!policy.declines.some((one) => one.by === by && one.reason === reason))
          ctx.addIssue({
            code: 'custom',
            path: ['declines'],
            message: `says nothing of ${reason} by the ${by}`,
          });
  });
export type Policy = z.infer<typeof Policy>;
