import * as z from 'zod';
import { MemberId, OrganisationId, PartnershipId, WorkerId } from './ids.ts';

/** What somebody does here. A member may have several roles; separation of duties is by case, not by role. */
export const Role = z.enum([
  'housingOfficer',
  'wardCoordinator',
  'supportWorker',
  'panelMember',
  'panelChair',
  'providerManager',
  'programmeLead',
  'auditor',
  'systemAdmin',
]);
export type Role = z.infer<typeof Role>;

/**
 * Who may use the service, as whom. The id is the subject of their token, and the token says nothing more: partnership,
 * organisation and roles are read from here at each request, so a role that is taken away ends at once.
 */
export const Member = z.strictObject({
  id: MemberId,
  partnershipId: PartnershipId,
  organisationId: OrganisationId.nullable(),
  roles: z.array(Role).min(1),
  /** The worker they are, where people are assigned to them. */
  workerId: WorkerId.nullable(),
  /** The hospital site whose patients are theirs. */
  hospitalSite: z.string().max(12).nullable(),
  active: z.boolean(),
});
export type Member = z.infer<typeof Member> & {
  /** The workers they cover for today: read with each request, never kept with the member. */
  readonly covering?: readonly WorkerId[];
};

/** Where a member gets their messages: their work e-mail, kept apart from what they may do. */
export const Contact = z.strictObject({ memberId: MemberId, email: z.email().max(254) });
export type Contact = z.infer<typeof Contact>;
