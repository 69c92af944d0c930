import { type Answered, type Asking, asker } from './ask.ts';
import { allHandled } from './doors.ts';
import { withHastyRetries } from './faults.ts';
import { meet } from './faults-met.ts';
import type { Combination } from './faults-table.ts';
import { snapshotOf } from './invariants/snapshot.ts';
import { findBroken } from './invariants.ts';
import type { Sent } from './samples/sample.ts';
import type { Story } from './story.ts';

/** A call that meets a fault, and is made again with the same key when all is well. */
export interface Trying {
  /** On a table of its own. */
  readonly story: Story;
  readonly route: string;
  readonly as: string;
  readonly sent: Sent;
  readonly combination: Combination;
  /** The table as it was before the latest changes, where there were any. */
  readonly behind: string | undefined;
}

export interface Tried {
  readonly first: Answered;
  readonly again: Answered;
  readonly onceMore: Answered;
  /** Commits made under the fault, and in all. */
  readonly commits: { readonly first: number; readonly all: number };
  readonly broken: readonly string[];
}

/** @returns null when the call does nothing that could meet the fault */
export async function tried({ story, route, as, sent, combination, behind }: Trying): Promise<Tried | null> {
  const { store } = story;
  const commitsMade = async () => (await snapshotOf(store)).outbox.length;
  const before = await commitsMade();
  await withHastyRetries(store.client);
  const met = meet(store, combination, behind);
  const table = { ...store.deps.writing.table, pause: async () => undefined };
  const writing = { ...store.deps.writing, table, now: met.now };
  const asking: Asking = { as, ...sent, key: 'meets-a-fault' };
  const first = await asker(allHandled, { ...store.deps, writing })(route, asking);
  if (met.end() === 0) return null;
  const made = (await commitsMade()) - before;
  const again = await story.ask(route, asking);
  const onceMore = await story.ask(route, asking);
  const all = (await commitsMade()) - before;
  return { first, again, onceMore, commits: { first: made, all }, broken: await findBroken(store) };
}
