import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { keyNames } from '../../shared/store/keys.ts';
import type { TestStore } from './store.ts';
import { type Sent, tap } from './tap.ts';

/**
 * What becomes of a commit, by what its Idempotency-Key begins with:
 * `lost` it is made, and nobody hears of it; `never` it is not made; `late` nobody hears of it and it reaches the table
 * some time after; `twice` the same, and the service, which believes that it timed out, makes it anew meanwhile.
 */
export const losses = ['lost', 'never', 'late', 'twice'] as const;
export type Loss = (typeof losses)[number];

/** Commits that go astray, once for each key that asks for it. */
export interface Losses {
  /** The proposal that the commit with a key that went astray makes or would have made. */
  proposalOf(key: string): string | null;
  /** How many went astray in each way. */
  readonly counts: Readonly<Record<Loss, number>>;
  /** Sends what is late yet, and waits until all of it has come through or failed. */
  settle(): Promise<void>;
  end(): void;
}

export function loseCommits({ client }: TestStore, seed: number): Losses {
  const random = xoroshiro128plus(seed);
  const astray = new Map<string, string | null>();
  const counts = { lost: 0, never: 0, late: 0, twice: 0 };
  const waiting: { after: number; go: () => Promise<unknown> }[] = [];
  const going: Promise<unknown>[] = [];
  const sendDue = (commands: number): void => {
    for (const one of waiting) one.after -= commands;
    for (const one of waiting.filter(({ after }) => after <= 0)) {
      waiting.splice(waiting.indexOf(one), 1);
      // It may fail, as the records may have moved on; whether it did is for the history to tell.
      going.push(one.go().catch(() => undefined));
    }
  };
  const end = tap(client, async (sent, send) => {
    sendDue(1);
    const commit = commitOf(sent);
    if (!commit || astray.has(commit.key)) return send(sent.input);
    astray.set(commit.key, commit.proposalId);
    counts[commit.loss]++;
    if (commit.loss === 'lost') await send(sent.input);
    if (commit.loss === 'late' || commit.loss === 'twice')
      waiting.push({ after: uniformInt(random, 1, 80), go: () => send(sent.input) });
    throw Object.assign(new Error('went astray'), commit.loss === 'twice' && { name: 'TimeoutError' });
  });
  return {
    proposalOf: (key) => astray.get(key) ?? null,
    counts,
    async settle() {
      sendDue(Number.POSITIVE_INFINITY);
      await Promise.all(going);
    },
    end,
  };
}

/** A commit whose key asks for something to become of it, with the proposal it makes. */
function commitOf({ name, input }: Sent): { key: string; loss: Loss; proposalId: string | null } | null {
  if (!name.startsWith('TransactWrite')) return null;
  const { TransactItems = [] }: TransactWriteCommandInput = input;
  const items = TransactItems.flatMap(({ Put }) => Put?.Item ?? []);
  const own = items.find((item) => item.kind === 'idempotency');
  const key = String(own?.[keyNames.partition]).split('/').at(-1) ?? '';
  const loss = losses.find((one) => key.startsWith(`${one}-`));
  if (!loss) return null;
  const made = items.find((item) => item.kind === 'proposal' && item.version === 1);
  return { key, loss, proposalId: made ? JSON.parse(String(made.data)).id : null };
}
