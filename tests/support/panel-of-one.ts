import type { Policy } from '../../shared/domain/policy.ts';
import { currentPolicy } from '../../shared/matching/policy.ts';

/** The policy in force, with a panel of which one member is enough where nothing is special: for tests of other things. */
export const panelOfOne: Policy = { ...currentPolicy, panel: { quorum: 1, quorumForOverride: 2 } };
