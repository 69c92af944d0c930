import type { Outcome } from '../../domain/outcome.ts';
import type { Deps, Receipt } from '../call.ts';
import type { NewReadiness } from './new-facts.ts';
import { type FactCall, recordFact } from './record-fact.ts';

const kind = {
  list: 'readiness',
  deed: 'readinessRated',
  action: 'people.write',
  bearsOnHome: false,
} as const;

/** Records one rating of what a person can do without help. */
export function rateReadiness(deps: Deps, call: FactCall<NewReadiness>): Promise<Outcome<Receipt>> {
  return recordFact(deps, call, kind);
}
