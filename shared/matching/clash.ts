import type { PersonId } from '../domain/ids.ts';
import { type Exploitation, mayExploit } from '../domain/risk.ts';

/** Somebody as far as it bears on whom they may share a home with. */
interface Sharer extends Exploitation {
  readonly person: { readonly id: PersonId };
  readonly keptApartFrom: ReadonlySet<PersonId>;
}

/** Whether two people must not live in one home: somebody named them, or one might exploit the other. */
export function mustNotShare(a: Sharer, b: Sharer): boolean {
  return a !== b && (a.keptApartFrom.has(b.person.id) || mayExploit(a, b));
}
