import type { Action } from '../../../shared/access/actions.ts';
import type { Outcome } from '../../../shared/domain/outcome.ts';
import { listWorkers } from '../../../shared/usecases/partnership/list-workers.ts';
import type { Choice } from '../../../shared/web/components/choices.tsx';
import type { Asking, Sent } from '../case-form.tsx';
import { type AskedBy, reading } from '../page.ts';
import type { FoundMove } from './find-move.ts';

/** Something that can be done of an agreed move, on a page of its own. */
export interface Deed {
  /** What its way is called on the page of the move. */
  readonly way: string;
  readonly action: Action;
  /** Null where there is nothing to do of it now. */
  readonly ask: (found: FoundMove, asked: AskedBy) => Asking | null | Promise<Asking | null>;
  readonly send: (asked: AskedBy, found: FoundMove, sent: Sent) => Promise<Outcome<unknown>>;
  /** What the page of the move says once it is done. */
  readonly done: string;
}

export const params = ({ stayId }: FoundMove) => ({ stayId });

/** Workers offered at most; a partnership has fewer of one programme. */
const mostWorkers = 100;

export async function workerChoices(asked: AskedBy): Promise<Choice[]> {
  const found = await listWorkers(asked.deps, reading(asked, {}, { limit: mostWorkers }));
  return found.ok ? found.value.items.map(({ id, role }) => ({ value: id, text: `${id} (${role})` })) : [];
}

export const choicesOf = (ids: readonly string[]): Choice[] => ids.map((id) => ({ value: id, text: id }));
