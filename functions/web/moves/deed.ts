import type { Action } from '../../../shared/access/actions.ts';
import type { Outcome } from '../../../shared/domain/outcome.ts';
import type { Choice } from '../../../shared/web/components/choices.tsx';
import type { Asking, Sent } from '../case-form.tsx';
import type { AskedBy } from '../page.ts';
import type { FoundMove } from './find-move.ts';

/** Something that can be done of an agreed move, on a page of its own. */
export interface Deed {
  /** What its way is called on the page of the move. */
  readonly way: string;
  readonly action: Action;
  /** Whether there is anything to do of it now. */
  readonly isOpen: (found: FoundMove) => boolean;
  readonly ask: (found: FoundMove, asked: AskedBy) => Asking | Promise<Asking>;
  readonly send: (asked: AskedBy, found: FoundMove, sent: Sent) => Promise<Outcome<unknown>>;
  /** What the page of the move says once it is done. */
  readonly done: string;
}

export const params = ({ stayId }: FoundMove) => ({ stayId });

export const choicesOf = (ids: readonly string[]): Choice[] => ids.map((id) => ({ value: id, text: id }));
