import { refuse } from '../domain/outcome.ts';
import type { Call } from './call.ts';

/** A refusal when somebody has changed a record since the caller read it; null when If-Match names it as it is. */
export function changedSince(kept: { readonly version: number }, { ifMatch }: Pick<Call, 'ifMatch'>) {
  return kept.version === ifMatch ? null : refuse('version-changed', { version: String(kept.version) });
}
