import type { Outcome } from '../../domain/outcome.ts';
import type { Deps, Receipt } from '../call.ts';
import type { NewNeeds } from './new-facts.ts';
import { type FactCall, recordFact } from './record-fact.ts';

const kind = {
  list: 'needs',
  deed: 'needsAssessed',
  action: 'people.write',
  bearsOnHome: true,
} as const;

/** Records what a person needs from a home, from the day it was assessed on. */
export function assessNeeds(deps: Deps, call: FactCall<NewNeeds>): Promise<Outcome<Receipt>> {
  return recordFact(deps, call, kind);
}
