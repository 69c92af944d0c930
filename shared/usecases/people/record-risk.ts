import type { Outcome } from '../../domain/outcome.ts';
import type { Deps, Receipt } from '../call.ts';
import type { NewRisk } from './new-facts.ts';
import { type FactCall, recordFact } from './record-fact.ts';

const kind = {
  list: 'risks',
  deed: 'riskRecorded',
  action: 'people.write',
  bearsOnHome: true,
} as const;

/** Records a finding on a risk, or that there is none any more. */
export function recordRisk(deps: Deps, call: FactCall<NewRisk>): Promise<Outcome<Receipt>> {
  return recordFact(deps, call, kind);
}
