import * as z from 'zod';
import { OrganisationId, PartnershipId, ServiceModelId, WorkerId } from './ids.ts';

/**
 * Somebody who supports people. `caseloadLimit` is how many people they may be first worker to; null means no limit is
 * set. `coveredBy` names who steps in while they are away.
 */
export const Worker = z.strictObject({
  id: WorkerId,
  serviceModel: ServiceModelId,
  role: z.string().min(1).max(60),
  team: z.string().max(40).nullable(),
  fullTimeEquivalent: z.number().min(0).max(1),
  caseloadLimit: z.int().min(0).max(200).nullable(),
  coveredBy: WorkerId.nullable(),
});
export type Worker = z.infer<typeof Worker>;

export const OrganisationRole = z.enum(['owner', 'landlord', 'support', 'clinical', 'commissioner']);

/** Any body that takes part, with the roles it has. */
export const Organisation = z.strictObject({
  id: OrganisationId,
  partnershipId: PartnershipId,
  name: z.string().min(1).max(120),
  roles: z.array(OrganisationRole).min(1),
});
export type Organisation = z.infer<typeof Organisation>;

/** One area's organisations sharing one pool of homes and people. */
export const Partnership = z.strictObject({
  id: PartnershipId,
  name: z.string().min(1).max(80),
  gssCode: z.string().regex(/^E\d{8}$/),
});
export type Partnership = z.infer<typeof Partnership>;
