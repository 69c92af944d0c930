import * as z from 'zod';
import { SupportLevel, UnitType } from './codes.ts';
import { Day } from './day.ts';
import { HomeId, OrganisationId, ServiceModelId } from './ids.ts';
import { GridPoint, Outcode } from './place.ts';
import { RiskCategory } from './risk.ts';

export const Letting = z.enum(['byRoom', 'whole']);
export type Letting = z.infer<typeof Letting>;

export const SexPolicy = z.enum(['any', 'women', 'men']);
export const PetsPolicy = z.enum(['none', 'assistanceOnly', 'byAgreement', 'yes']);
export const SmokingPolicy = z.enum(['none', 'outside', 'inside']);
export const Atmosphere = z.enum(['quiet', 'mixed', 'lively']);
/**
 * What a home has or does that some people ask for because of faith, diet, language or how they take in the world. It
 * meets what somebody themselves asked for, and nothing else: no check reads it, and nobody is matched to it by who they are.
 */
export const HomeFeature = z.enum([
  'halalFood',
  'kosherFood',
  'meatFreeKitchen',
  'prayerSpace',
  'interpreters',
  'signLanguage',
  'softLighting',
  'visualAlarms',
  'outdoorSpace',
]);

export const LicenceStatus = z.enum(['required', 'held', 'applied', 'exempt', 'notRequired']);

/**
 * The licence of a house in multiple occupation. Both limits count everybody who sleeps there, babies included.
 * @source Housing Act 2004 Part 2 (SOURCES.md 6)
 */
export const HmoLicence = z.strictObject({
  status: LicenceStatus,
  maxPersons: z.int().min(1).nullable(),
  maxHouseholds: z.int().min(1).nullable(),
  expiresOn: Day.nullable(),
  exemptionBasis: z.string().max(200).nullable(),
});
export type HmoLicence = z.infer<typeof HmoLicence>;

/**
 * Ofsted's registration for people aged 16 and 17, by category of supported accommodation.
 * @source Supported Accommodation (England) Regulations 2023 (SOURCES.md 7)
 */
export const OfstedCategory = z.enum([
  'notRegistered',
  'selfContained',
  'sharedOnly16And17',
  'sharedMixed',
  'privateResidence',
]);

/** The stage of a programme that a home serves. */
export const HomeOffer = z.strictObject({ serviceModel: ServiceModelId, stage: z.string().min(1) });
export type HomeOffer = z.infer<typeof HomeOffer>;

/**
 * A house or flat. A home that is let whole has exactly one lettable room, so one model serves
 * supported homes, rooms in shared houses and tenancies of one's own.
 */
export const Home = z.strictObject({
  id: HomeId,
  name: z.string().min(1).max(80),
  outcode: Outcode,
  location: GridPoint,
  confidentialAddress: z.boolean(),
  letting: Letting,
  unitType: UnitType,
  offers: z.array(HomeOffer).min(1),
  supportLevel: SupportLevel,
  sleepIn: z.boolean(),
  supportHoursPerWeek: z.number().min(0).max(168),
  ageFrom: z.int().min(16).max(120).nullable(),
  ageTo: z.int().min(16).max(120).nullable(),
  ofsted: OfstedCategory,
  sexPolicy: SexPolicy,
  sexPolicyBasis: z.string().max(200).nullable(),
  sexPolicyReviewOn: Day.nullable(),
  pets: PetsPolicy,
  smoking: SmokingPolicy,
  substanceFree: z.boolean(),
  atmosphere: Atmosphere.nullable(),
  features: z.array(HomeFeature),
  licence: HmoLicence,
  notSuitableFor: z.array(RiskCategory),
  /** Whether babies and children may live there; null where nobody has asked. */
  takesChildren: z.boolean().nullable(),
  maxHighRisk: z.int().min(0).nullable(),
  maxEarlyRecovery: z.int().min(0).nullable(),
  localConnectionRequired: z.boolean(),
  turnaroundWorkingDays: z.int().min(0).max(30).nullable(),
  leaseEndsOn: Day.nullable(),
  owner: OrganisationId.nullable(),
  landlord: OrganisationId.nullable(),
  supportProvider: OrganisationId.nullable(),
  clinicalTeam: OrganisationId.nullable(),
  team: z.string().max(40).nullable(),
});
export type Home = z.infer<typeof Home>;
