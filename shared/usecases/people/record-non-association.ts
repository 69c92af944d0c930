import type { Outcome } from '../../domain/outcome.ts';
import type { Deps, Receipt } from '../call.ts';
import type { NewNonAssociation } from './new-facts.ts';
import { type FactCall, recordFact } from './record-fact.ts';

const kind = {
  list: 'nonAssociations',
  deed: 'nonAssociationRecorded',
  action: 'constraints.write',
  bearsOnHome: true,
} as const;

/** Records that a person must not live with another. It holds both ways. */
export function recordNonAssociation(
  deps: Deps,
  call: FactCall<NewNonAssociation>,
): Promise<Outcome<Receipt>> {
  return recordFact(deps, call, kind);
}
