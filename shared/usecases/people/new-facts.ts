import type * as z from 'zod';
import { NeedsAssessment, ReadinessAssessment } from '../../domain/assessment.ts';
import type { PersonFile } from '../../domain/files.ts';
import {
  AnchorId,
  ExclusionZoneId,
  NeedsId,
  NonAssociationId,
  type PersonId,
  PreferenceId,
  ProviderBanId,
  ReadinessId,
  RiskId,
} from '../../domain/ids.ts';
import { ExclusionZone, NonAssociation, ProviderBan, Risk } from '../../domain/risk.ts';
import { Anchor, Preference } from '../../domain/wish.ts';

const owner = { personId: true } as const;

/**
 * The facts of a person as somebody sends them. References may be given, so that a fact keeps the one it has elsewhere;
 * whose fact it is comes from the address.
 */
export const NewNeeds = NeedsAssessment.omit(owner).extend({ id: NeedsId.optional() });
export type NewNeeds = z.infer<typeof NewNeeds>;
export const NewReadiness = ReadinessAssessment.omit(owner).extend({ id: ReadinessId.optional() });
export type NewReadiness = z.infer<typeof NewReadiness>;
export const NewRisk = Risk.omit(owner).extend({ id: RiskId.optional() });
export type NewRisk = z.infer<typeof NewRisk>;
export const NewExclusionZone = ExclusionZone.omit(owner).extend({ id: ExclusionZoneId.optional() });
export type NewExclusionZone = z.infer<typeof NewExclusionZone>;
export const NewNonAssociation = NonAssociation.omit(owner).extend({ id: NonAssociationId.optional() });
export type NewNonAssociation = z.infer<typeof NewNonAssociation>;
export const NewProviderBan = ProviderBan.omit(owner).extend({ id: ProviderBanId.optional() });
export type NewProviderBan = z.infer<typeof NewProviderBan>;
export const NewAnchor = Anchor.omit(owner).extend({ id: AnchorId.optional() });
export type NewAnchor = z.infer<typeof NewAnchor>;
export const NewPreference = Preference.omit(owner).extend({ id: PreferenceId.optional() });
export type NewPreference = z.infer<typeof NewPreference>;

/** The lists of facts in a person's file. */
export type FactList = keyof NewFacts;

/** New facts of a person, by list. */
export interface NewFacts {
  readonly needs: readonly NewNeeds[];
  readonly readiness: readonly NewReadiness[];
  readonly risks: readonly NewRisk[];
  readonly exclusionZones: readonly NewExclusionZone[];
  readonly nonAssociations: readonly NewNonAssociation[];
  readonly bans: readonly NewProviderBan[];
  readonly anchors: readonly NewAnchor[];
  readonly preferences: readonly NewPreference[];
}

/** New facts with whose they are, and with a reference where none was given. */
export function ownedFacts(
  facts: NewFacts,
  personId: PersonId,
  newId: (prefix: string) => string,
): Pick<PersonFile, FactList> {
  const owned = <Fact extends { readonly id?: Id | undefined }, Id>(
    list: readonly Fact[],
    makeId: () => Id,
  ) => list.map((fact) => ({ ...fact, id: fact.id ?? makeId(), personId }));
  return {
    needs: owned(facts.needs, () => NeedsId.parse(newId('needs'))),
    readiness: owned(facts.readiness, () => ReadinessId.parse(newId('readiness'))),
    risks: owned(facts.risks, () => RiskId.parse(newId('risk'))),
    exclusionZones: owned(facts.exclusionZones, () => ExclusionZoneId.parse(newId('exclusion-zone'))),
    nonAssociations: owned(facts.nonAssociations, () => NonAssociationId.parse(newId('non-association'))),
    bans: owned(facts.bans, () => ProviderBanId.parse(newId('provider-ban'))),
    anchors: owned(facts.anchors, () => AnchorId.parse(newId('anchor'))),
    preferences: owned(facts.preferences, () => PreferenceId.parse(newId('preference'))),
  };
}

export const noFacts: NewFacts = {
  needs: [],
  readiness: [],
  risks: [],
  exclusionZones: [],
  nonAssociations: [],
  bans: [],
  anchors: [],
  preferences: [],
};
