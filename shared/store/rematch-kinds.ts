import * as homes from './kinds/homes.ts';
import * as partnerships from './kinds/partnerships.ts';
import * as people from './kinds/people.ts';
import * as placing from './kinds/placing.ts';
import * as plans from './kinds/plans.ts';

/**
 * The kinds of record whose change may change what the engine would suggest: the filter of the stream. What the engine
 * writes is not among them, so it never wakes itself.
 */
export const rematchKinds: readonly string[] = [homes, partnerships, people, placing, plans]
  .flatMap((kinds) => Object.values(kinds).filter(isRematchKind))
  .map((kind) => kind.name)
  .sort();

function isRematchKind(one: unknown): one is { readonly name: string } {
  return typeof one === 'object' && one !== null && 'name' in one && 'rematch' in one && one.rematch === true;
}
