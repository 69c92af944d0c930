import { Policy } from '../domain/policy.ts';
import current from './policy-2026-11.json' with { type: 'json' };

/** The policy in force where a partnership has set none of its own. Refused at start when it is not well formed. */
export const currentPolicy: Policy = Policy.parse(current);
