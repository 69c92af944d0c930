import * as z from 'zod';
import { Day } from './day.ts';
import { ExclusionZoneId, NonAssociationId, OrganisationId, PersonId, ProviderBanId, RiskId } from './ids.ts';
import { GridPoint } from './place.ts';

export const RiskCategory = z.enum([
  'arson',
  'violence',
  'sexualHarm',
  'exploitsOthers',
  'riskOfExploitation',
  'cuckooing',
  'propertyDamage',
]);
export type RiskCategory = z.infer<typeof RiskCategory>;

export const RiskLevel = z.enum(['none', 'low', 'medium', 'high']);
export type RiskLevel = z.infer<typeof RiskLevel>;

/** Risks that make somebody easy for others to exploit. */
const exploitable: ReadonlySet<RiskCategory> = new Set(['riskOfExploitation', 'cuckooing']);

/** How somebody's risks bear on exploitation within one home. */
export interface Exploitation {
  readonly exploitsOthers: boolean;
  readonly exploitable: boolean;
}

/** @param risks the newest finding of each category that has not expired; a historic one says nothing about today */
export function exploitationOf(risks: readonly Pick<Risk, 'category' | 'level' | 'current'>[]): Exploitation {
  const now = risks.filter((risk) => risk.current && risk.level !== 'none');
  return {
    exploitsOthers: now.some((risk) => risk.category === 'exploitsOthers'),
    exploitable: now.some((risk) => exploitable.has(risk.category)),
  };
}

/** Whether one of two people may exploit the other if they share a home. */
export function mayExploit(a: Exploitation, b: Exploitation): boolean {
  return (a.exploitsOthers && b.exploitable) || (b.exploitsOthers && a.exploitable);
}

/** A flag with a date and a source, never free text. A historic risk is a note for people; it rules nothing out. */
export const Risk = z.strictObject({
  id: RiskId,
  personId: PersonId,
  category: RiskCategory,
  level: RiskLevel,
  current: z.boolean(),
  recordedOn: Day,
  expiresOn: Day.nullable(),
  setBy: z.string().max(60),
});
export type Risk = z.infer<typeof Risk>;

export const ZoneSetBy = z.enum(['court', 'licence', 'police', 'marac', 'person']);

/** An area a person must not live in: a circle in metres, with who set it and until when. Its cause is never kept. */
export const ExclusionZone = z.strictObject({
  id: ExclusionZoneId,
  personId: PersonId,
  centre: GridPoint,
  radiusMetres: z.int().min(1).max(100_000),
  setBy: ZoneSetBy,
  from: Day,
  expiresOn: Day.nullable(),
});
export type ExclusionZone = z.infer<typeof ExclusionZone>;

/**
 * An organisation that will not house or support a person again for now. It always ends: one that goes on is decided
 * anew and recorded again. Why it was decided is kept by whoever decided it; it is no part of any score.
 */
export const ProviderBan = z.strictObject({
  id: ProviderBanId,
  personId: PersonId,
  organisationId: OrganisationId,
  from: Day,
  /** The last day it holds. */
  expiresOn: Day,
  /** Who decided it: a role or panel, no name. */
  setBy: z.string().min(1).max(60),
});
export type ProviderBan = z.infer<typeof ProviderBan>;

/** Two people who must not live in the same home. It holds both ways whoever recorded it. */
export const NonAssociation = z.strictObject({
  id: NonAssociationId,
  personId: PersonId,
  otherPersonId: PersonId,
  recordedOn: Day,
  expiresOn: Day.nullable(),
});
export type NonAssociation = z.infer<typeof NonAssociation>;
