import {
  DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { createLocalTable, localClient, startDynamoDbLocal } from '../../infra/local/dynamodb-local.ts';
import { Instant } from '../../shared/domain/day.ts';
import { done } from '../../shared/domain/outcome.ts';
import type { Worker } from '../../shared/domain/worker.ts';
import { commit, type Writing } from '../../shared/store/commit.ts';
import type { Kind } from '../../shared/store/kind.ts';
import { workers } from '../../shared/store/kinds/partnerships.ts';
import { create } from '../../shared/store/steps.ts';
import { Receipt } from '../../shared/usecases/call.ts';
import { aWorker } from '../support/scenes.ts';

/** Pairs of a commit and the bare transaction it makes, one after the other, so that a busy moment slows both alike. */
const pairs = 300;
const warmUp = 50;

/** What a commit is to take at most, as a multiple of the bare transaction. */
const mostTimes = 1.5;

const tableName = 'homeward-bench';
type Actions = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** The transaction that a commit sends, heard on its way. */
function hear(client: DynamoDBDocumentClient): () => Actions {
  let last: Actions = [];
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        if (commandName === 'TransactWriteItemsCommand' && 'TransactItems' in args.input)
          last = args.input.TransactItems as Actions;
        return next(args);
      },
    { step: 'initialize', name: 'hear', override: true },
  );
  return () => last;
}

/** The same transaction with keys of its own, so that it goes through as the first did. */
function anew(actions: Actions, run: string): Actions {
  return actions.map((action) => {
    const { Put } = action;
    return Put ? { Put: { ...Put, Item: { ...Put.Item, PK: `${Put.Item?.PK}-${run}` } } } : action;
  });
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
}

/** What a commit is made of: how many records, and how many people and homes whose trails name them. */
interface Shape {
  readonly what: string;
  readonly records: number;
  readonly subjects: number;
}

const shapes: readonly Shape[] = [
  { what: 'a fact of a person', records: 1, subjects: 1 },
  { what: 'an approval', records: 10, subjects: 3 },
  { what: 'a chain of three', records: 25, subjects: 6 },
];

async function measured(client: DynamoDBDocumentClient, writing: Writing, shape: Shape) {
  const { what, records, subjects } = shape;
  const heard = hear(client);
  const kind: Kind<Worker> = {
    ...workers,
    subjects: ({ id }) => [`person:${Number(id.split('-').at(-1)) % subjects}`],
  };
  const committed: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < warmUp + pairs; run++) {
    const ids = Array.from({ length: records }, (_, i) => `of-${records}-${run}-${i}`);
    const key = `${records}-${run}`;
    const intent = { partnership: 'bench', by: 'admin', deed: 'workerAdded', key, payload: key } as const;
    const start = performance.now();
    await commit(writing, { ...intent, answer: Receipt }, async () =>
      done({
        steps: ids.map((id) => create('bench', kind, aWorker(id))),
        answer: { id: key, version: 1 },
      }),
    );
    const between = performance.now();
    const TransactItems = anew(heard(), 'bare');
    const startBare = performance.now();
    await client.send(new TransactWriteCommand({ TransactItems }));
    if (run < warmUp) continue;
    committed.push(between - start);
    bare.push(performance.now() - startBare);
  }
  const times = median(committed) / median(bare);
  return {
    'use case': what,
    actions: records + subjects + 2,
    'bare transaction, ms': median(bare).toFixed(2),
    'commit, ms': median(committed).toFixed(2),
    times: times.toFixed(2),
    'within the aim': times <= mostTimes ? 'yes' : 'NO',
  };
}

const emulator = await startDynamoDbLocal(null);
try {
  const base = localClient(emulator.endpoint);
  await createLocalTable(base, tableName, { stream: false });
  const client = DynamoDBDocumentClient.from(base);
  let ids = 0;
  const writing: Writing = {
    table: { client, tableName, pause: async () => undefined },
    secret: 'a secret for the bench',
    now: () => Instant.parse('2026-04-20T09:00:00Z'),
    newId: (prefix) => `${prefix}-${++ids}`,
  };
  const rows = [];
  for (const shape of shapes) rows.push(await measured(client, writing, shape));
  console.log(`A commit beside the bare TransactWriteItems it makes, median of ${pairs} pairs.`);
  console.log(
    `Aimed at: ${mostTimes} times. What is above the transaction is mostly the reads of the trails it adds to.`,
  );
  console.table(rows);
} finally {
  await emulator.stop();
}
