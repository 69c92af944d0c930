import type { Outcome } from '../../domain/outcome.ts';
import type { Deps, Receipt } from '../call.ts';
import type { NewAnchor } from './new-facts.ts';
import { type FactCall, recordFact } from './record-fact.ts';

const kind = {
  list: 'anchors',
  deed: 'anchorRecorded',
  action: 'people.write',
  bearsOnHome: false,
} as const;

/** Records a place a person wants to live near. */
export function recordAnchor(deps: Deps, call: FactCall<NewAnchor>): Promise<Outcome<Receipt>> {
  return recordFact(deps, call, kind);
}
