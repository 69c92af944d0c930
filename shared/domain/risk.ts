import * as z from 'zod';
import { Day } from './day.ts';
import { ExclusionZoneId, NonAssociationId, PersonId, RiskId } from './ids.ts';
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

/** Two people who must not live in the same home. It holds both ways whoever recorded it. */
export const NonAssociation = z.strictObject({
  id: NonAssociationId,
  personId: PersonId,
  otherPersonId: PersonId,
  recordedOn: Day,
  expiresOn: Day.nullable(),
});
export type NonAssociation = z.infer<typeof NonAssociation>;
