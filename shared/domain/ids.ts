import * as z from 'zod';

/**
 * A reference that names one thing for ever: letters, digits, dots, dashes and underscores, at most 64 characters.
 * Facts read from a spreadsheet keep the row's `sourceReference` as their id; facts made by the service get one.
 */
export const Reference = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'letters, digits, dots, dashes and underscores, at most 64');

export const PartnershipId = Reference.brand<'PartnershipId'>();
export type PartnershipId = z.infer<typeof PartnershipId>;
export const OrganisationId = Reference.brand<'OrganisationId'>();
export type OrganisationId = z.infer<typeof OrganisationId>;
export const HomeId = Reference.brand<'HomeId'>();
export type HomeId = z.infer<typeof HomeId>;
export const RoomId = Reference.brand<'RoomId'>();
export type RoomId = z.infer<typeof RoomId>;
export const OutOfServiceId = Reference.brand<'OutOfServiceId'>();
export type OutOfServiceId = z.infer<typeof OutOfServiceId>;
export const VacancyId = Reference.brand<'VacancyId'>();
export type VacancyId = z.infer<typeof VacancyId>;
export const PersonId = Reference.brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;
export const StayId = Reference.brand<'StayId'>();
export type StayId = z.infer<typeof StayId>;
export const NeedsId = Reference.brand<'NeedsId'>();
export type NeedsId = z.infer<typeof NeedsId>;
export const ReadinessId = Reference.brand<'ReadinessId'>();
export type ReadinessId = z.infer<typeof ReadinessId>;
export const RiskId = Reference.brand<'RiskId'>();
export type RiskId = z.infer<typeof RiskId>;
export const ExclusionZoneId = Reference.brand<'ExclusionZoneId'>();
export type ExclusionZoneId = z.infer<typeof ExclusionZoneId>;
export const NonAssociationId = Reference.brand<'NonAssociationId'>();
export type NonAssociationId = z.infer<typeof NonAssociationId>;
export const ProviderBanId = Reference.brand<'ProviderBanId'>();
export type ProviderBanId = z.infer<typeof ProviderBanId>;
export const AnchorId = Reference.brand<'AnchorId'>();
export type AnchorId = z.infer<typeof AnchorId>;
export const PreferenceId = Reference.brand<'PreferenceId'>();
export type PreferenceId = z.infer<typeof PreferenceId>;
export const PersonViewId = Reference.brand<'PersonViewId'>();
export type PersonViewId = z.infer<typeof PersonViewId>;
export const RequestId = Reference.brand<'RequestId'>();
export type RequestId = z.infer<typeof RequestId>;
export const ReadyPeriodId = Reference.brand<'ReadyPeriodId'>();
export type ReadyPeriodId = z.infer<typeof ReadyPeriodId>;
export const DutyToReferId = Reference.brand<'DutyToReferId'>();
export type DutyToReferId = z.infer<typeof DutyToReferId>;
export const CrisisContactId = Reference.brand<'CrisisContactId'>();
export type CrisisContactId = z.infer<typeof CrisisContactId>;
export const ReadmissionId = Reference.brand<'ReadmissionId'>();
export type ReadmissionId = z.infer<typeof ReadmissionId>;
export const IntroductionId = Reference.brand<'IntroductionId'>();
export type IntroductionId = z.infer<typeof IntroductionId>;
export const VisitId = Reference.brand<'VisitId'>();
export type VisitId = z.infer<typeof VisitId>;
export const ResidentViewId = Reference.brand<'ResidentViewId'>();
export type ResidentViewId = z.infer<typeof ResidentViewId>;
export const WorkerId = Reference.brand<'WorkerId'>();
export type WorkerId = z.infer<typeof WorkerId>;
export const RelationshipId = Reference.brand<'RelationshipId'>();
export type RelationshipId = z.infer<typeof RelationshipId>;
export const PlanId = Reference.brand<'PlanId'>();
export type PlanId = z.infer<typeof PlanId>;
export const SuggestionId = Reference.brand<'SuggestionId'>();
export type SuggestionId = z.infer<typeof SuggestionId>;
export const ProposalId = Reference.brand<'ProposalId'>();
export type ProposalId = z.infer<typeof ProposalId>;
export const ChainId = Reference.brand<'ChainId'>();
export type ChainId = z.infer<typeof ChainId>;
export const CascadeId = Reference.brand<'CascadeId'>();
export type CascadeId = z.infer<typeof CascadeId>;
export const DecisionId = Reference.brand<'DecisionId'>();
export type DecisionId = z.infer<typeof DecisionId>;
export const PanelId = Reference.brand<'PanelId'>();
export type PanelId = z.infer<typeof PanelId>;
export const ReviewId = Reference.brand<'ReviewId'>();
export type ReviewId = z.infer<typeof ReviewId>;
export const ContactPlanId = Reference.brand<'ContactPlanId'>();
export type ContactPlanId = z.infer<typeof ContactPlanId>;
export const ServiceModelId = Reference.brand<'ServiceModelId'>();
export type ServiceModelId = z.infer<typeof ServiceModelId>;
export const MemberId = Reference.brand<'MemberId'>();
export type MemberId = z.infer<typeof MemberId>;
export const MatchRunId = Reference.brand<'MatchRunId'>();
export type MatchRunId = z.infer<typeof MatchRunId>;
