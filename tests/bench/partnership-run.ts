import { BatchGetCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { localClient } from '../../infra/local/dynamodb-local.ts';
import { Day, Instant } from '../../shared/domain/day.ts';
import { compile, plan } from '../../shared/matching/engine.ts';
import { currentPolicy } from '../../shared/matching/policy.ts';
import { serviceModels } from '../../shared/services/index.ts';
import { keyNames, listOf } from '../../shared/store/keys.ts';
import { publishPlan } from '../../shared/store/publish-plan.ts';
import { Records } from '../../shared/store/records.ts';
import { factsOf } from '../../shared/usecases/engine-facts.ts';
import { namedByContent } from '../../shared/usecases/matching/name-plan.ts';
import { readFacts } from '../../shared/usecases/matching/read-facts.ts';
import { sayGap } from './dated-plans.ts';
import { quantile } from './measure.ts';
import type { PartnershipFigures } from './partnership-figures.ts';

/** One whole run of the planning Lambda on a table: reads, compiles, plans, publishes, and prints what each took. */
const [endpoint, tableName, on] = process.argv.slice(2);
if (!endpoint || !tableName || !on) throw new RangeError('Give an endpoint, a table and a day.');
const atStartBytes = process.memoryUsage().rss;
const turns = 3;
const partnership = 'southampton';
const now = Instant.parse(`${on}T09:00:00Z`);
const models = serviceModels();

const client = DynamoDBDocumentClient.from(localClient(endpoint));
let requests = 0;
client.middlewareStack.add(
  (next) => (args) => {
    requests++;
    return next(args);
  },
  { step: 'initialize', name: 'count' },
);
const table = { client, tableName, pause: async () => undefined };
const records = new Records(table, partnership);

async function timed<T>(run: () => Promise<T>): Promise<{ ms: number; requests: number; value: T }> {
  const before = requests;
  const began = performance.now();
  const value = await run();
  return { ms: performance.now() - began, requests: requests - before, value };
}

/** The same items by the same requests, four at once, and nothing made of them. */
async function bareReads(): Promise<void> {
  const lists = ['person', 'home', 'ledger', 'worker'].map((kind) => listOf(partnership, kind));
  const live = ['vacancy', 'request', 'stay'].map((kind) => listOf(partnership, kind, 'live'));
  await Promise.all(
    [...lists, ...live].map(async (list) => {
      const keys = await bareKeys(list);
      for (let from = 0; from < keys.length; from += 400)
        await Promise.all(
          [0, 100, 200, 300]
            .map((more) => keys.slice(from + more, from + more + 100))
            .filter((some) => some.length > 0)
            .map((Keys) =>
              client.send(
                new BatchGetCommand({ RequestItems: { [tableName!]: { Keys, ConsistentRead: true } } }),
              ),
            ),
        );
    }),
  );
}

async function bareKeys(list: string): Promise<Record<string, unknown>[]> {
  const keys: Record<string, unknown>[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: keyNames.lists.index,
        KeyConditionExpression: '#list = :list',
        ProjectionExpression: '#partition, #sort',
        ExpressionAttributeNames: {
          '#list': keyNames.lists.partition,
          '#partition': keyNames.partition,
          '#sort': keyNames.sort,
        },
        ExpressionAttributeValues: { ':list': list },
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      }),
    );
    keys.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return keys;
}

// The first turn warms the emulator and the code, and is left out. Only what was read last is kept, as in a real run.
const readTimes: number[] = [];
const bareTimes: number[] = [];
let read = await timed(() => readFacts(records));
for (let turn = 0; turn < turns; turn++) {
  bareTimes.push((await timed(bareReads)).ms);
  read = await timed(() => readFacts(records));
  readTimes.push(read.ms);
}
const { value: found, requests: asked } = read;
const { people, homes, ledgers, vacancies, stays, workers } = found;
const all = [people, homes, ledgers, vacancies, found.requests, stays, workers];

const compiled = await timed(async () => compile(factsOf(found, now), currentPolicy, models, Day.parse(on)));
const problem = compiled.value;
const planned = await timed(async () => namedByContent(plan(problem)));
const publish = () =>
  timed(() => publishPlan(table, partnership, planned.value, { madeAt: now, factsFrom: now }));
const published = await publish();
const again = await publish();

const { pool, pairs } = problem;
const figures: PartnershipFigures = {
  turns,
  bare: { ms: quantile(bareTimes, 0.5) },
  read: {
    ms: quantile(readTimes, 0.5),
    requests: asked,
    records: all.reduce((sum, some) => sum + some.length, 0),
  },
  compiled: {
    ms: compiled.ms,
    asking: pool.subjects.length,
    rooms: pool.places.length,
    pairs: pairs.room.length,
  },
  planned: { ms: planned.ms, note: sayGap(planned.value) },
  published: { ms: published.ms, requests: published.requests },
  again: { ms: again.ms, requests: again.requests },
  atStartBytes,
  peakBytes: process.resourceUsage().maxRSS * 1024,
};
process.stdout.write(JSON.stringify(figures));
