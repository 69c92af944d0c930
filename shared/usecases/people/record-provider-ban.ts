import type { Outcome } from '../../domain/outcome.ts';
import type { Deps, Receipt } from '../call.ts';
import type { NewProviderBan } from './new-facts.ts';
import { type FactCall, recordFact } from './record-fact.ts';

const kind = {
  list: 'bans',
  deed: 'providerBanRecorded',
  action: 'constraints.write',
  bearsOnHome: false,
} as const;

/** Records that an organisation will not house or support a person until a day. */
export function recordProviderBan(deps: Deps, call: FactCall<NewProviderBan>): Promise<Outcome<Receipt>> {
  return recordFact(deps, call, kind);
}
