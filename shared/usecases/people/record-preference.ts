import type { Outcome } from '../../domain/outcome.ts';
import type { Deps, Receipt } from '../call.ts';
import type { NewPreference } from './new-facts.ts';
import { type FactCall, recordFact } from './record-fact.ts';

const kind = {
  list: 'preferences',
  deed: 'preferenceRecorded',
  action: 'people.write',
  bearsOnHome: false,
} as const;

/** Records what a person said they want, or will not take. */
export function recordPreference(deps: Deps, call: FactCall<NewPreference>): Promise<Outcome<Receipt>> {
  return recordFact(deps, call, kind);
}
