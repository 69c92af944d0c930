import type { Day } from '../domain/day.ts';
import type { PersonFile } from '../domain/files.ts';
import type { Occupant } from '../domain/ledger.ts';
import { householdSize } from '../domain/person.ts';
import { exploitationOf } from '../domain/risk.ts';
import { hasHighRisk, inForce, latest, newestRisks } from '../matching/lookups.ts';

/** What a home's ledger keeps of somebody, read the way the engine reads it. */
export function occupantOf(file: PersonFile, on: Day): Occupant {
  const risks = newestRisks(file.risks, on);
  return {
    personId: file.person.id,
    size: householdSize(file.person),
    highRisk: hasHighRisk(risks),
    earlyRecovery: latest(file.needs, (one) => one.assessedOn)?.recovery === 'early',
    keptApartFrom: file.nonAssociations
      .filter((one) => inForce(one.recordedOn, one.expiresOn, on))
      .map((one) => one.otherPersonId),
    ...exploitationOf(risks),
  };
}
