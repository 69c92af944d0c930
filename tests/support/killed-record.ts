import { keyNames } from '../../shared/store/keys.ts';
import { snapshotOf } from './invariants/snapshot.ts';
import type { Write } from './killed-clients.ts';
import type { TestStore } from './store.ts';

/** The answers that are kept for keys, as the table has them: by who asked, and their key. */
export type KeptAnswers = ReadonlyMap<string, unknown>;

/** How a change is found among the answers that are kept. */
export const nameOf = ({ as, key }: Write): string => `${as}/${key}`;

/** Every answer that is kept, read from the table past the service. */
export async function keptAnswers(store: TestStore): Promise<KeptAnswers> {
  const { items } = await snapshotOf(store);
  return new Map(
    items
      .filter(({ kind }) => kind === 'idempotency')
      .map((item) => [
        String(item[keyNames.partition]).split('#idempotency#')[1] ?? '',
        JSON.parse(String(item.data)).answer,
      ]),
  );
}
