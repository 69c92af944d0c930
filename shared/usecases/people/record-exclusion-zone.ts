import type { Outcome } from '../../domain/outcome.ts';
import type { Deps, Receipt } from '../call.ts';
import type { NewExclusionZone } from './new-facts.ts';
import { type FactCall, recordFact } from './record-fact.ts';

const kind = {
  list: 'exclusionZones',
  deed: 'exclusionZoneRecorded',
  action: 'constraints.write',
  bearsOnHome: false,
} as const;

/** Records an area a person must not live in. It may begin on a later day. */
export function recordExclusionZone(deps: Deps, call: FactCall<NewExclusionZone>): Promise<Outcome<Receipt>> {
  return recordFact(deps, call, kind);
}
