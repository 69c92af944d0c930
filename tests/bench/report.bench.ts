import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { createLocalTable, localClient, startDynamoDbLocal } from '../../infra/local/dynamodb-local.ts';
import { Day, Instant } from '../../shared/domain/day.ts';
import { serviceModels } from '../../shared/services/index.ts';
import { itemBytes } from '../../shared/store/capacity.ts';
import { keyNames, listOf } from '../../shared/store/keys.ts';
import { Records } from '../../shared/store/records.ts';
import { measuresOf, needsOf } from '../../shared/usecases/reports/asked.ts';
import { figuresOf } from '../../shared/usecases/reports/figures.ts';
import { type FactName, readReportFacts } from '../../shared/usecases/reports/report-facts.ts';
import { history, itemsOfHistory } from '../support/five-years.ts';
import { writeItems } from '../support/write-items.ts';
import { quantile } from './measure.ts';
import { Report } from './report.ts';
import { sayCount, sayMs, tableOf } from './table.ts';

/**
 * The reports of one partnership over five years, from the table to the figures. What DynamoDB Local takes is not what
 * DynamoDB takes, so a report is told beside the bare queries of the same lists, which make nothing of what they read.
 */
const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: 'tests/bench/results' },
    homes: { type: 'string', default: '80' },
  },
});
const turns = 5;
/** Others on the same processors make every time below longer. */
const [load = 0] = loadavg();
const mostMs = 2_000;
const partnership = 'southampton';
const on = '2026-11-23';
const days = 1_826;
const asked = { from: Day.parse('2021-11-24'), to: Day.parse(on), now: Instant.parse(`${on}T09:00:00Z`) };

/** The lists that stand behind a fact. */
const lists: Readonly<Record<FactName, readonly string[]>> = {
  requests: ['live', 'past'].map((within) => listOf(partnership, 'request', within)),
  proposals: ['live', 'past'].map((within) => listOf(partnership, 'proposal', within)),
  stays: ['live', 'past'].map((within) => listOf(partnership, 'stay', within)),
  contactPlans: ['open', 'closed'].map((within) => listOf(partnership, 'contactPlan', within)),
  homes: [listOf(partnership, 'home')],
  ledgers: [listOf(partnership, 'ledger')],
  vacancies: [listOf(partnership, 'vacancy', 'live')],
  discharges: [],
  suggested: [],
  ratings: [listOf(partnership, 'person')],
  workers: [listOf(partnership, 'personWorkers')],
};

async function bareReads(
  table: { client: DynamoDBDocumentClient; tableName: string },
  needs: ReadonlySet<FactName>,
) {
  const { client, tableName } = table;
  let items = 0;
  await Promise.all(
    [...needs]
      .flatMap((name) => lists[name])
      .map(async (list) => {
        let ExclusiveStartKey: Record<string, unknown> | undefined;
        do {
          const page = await client.send(
            new QueryCommand({
              TableName: tableName,
              IndexName: keyNames.lists.index,
              KeyConditionExpression: '#list = :list',
              ExpressionAttributeNames: { '#list': keyNames.lists.partition },
              ExpressionAttributeValues: { ':list': list },
              ...(ExclusiveStartKey && { ExclusiveStartKey }),
            }),
          );
          items += page.Items?.length ?? 0;
          ExclusiveStartKey = page.LastEvaluatedKey;
        } while (ExclusiveStartKey);
      }),
  );
  return items;
}

async function timed<T>(run: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const began = performance.now();
  const value = await run();
  return { ms: performance.now() - began, value };
}

const told = history({ seed: 7, homes: Number(options.homes), on, days });
const items = itemsOfHistory(partnership, told);
const people = new Set([
  ...told.stays.map(({ stay }) => stay.personId),
  ...told.requests.map(({ request }) => request.personId),
]).size;
const programmes = ['stayingConnected', 'secondStep', 'stepOut'];
const report = new Report(programmes.length);
const emulator = await startDynamoDbLocal(null);
try {
  const base = localClient(emulator.endpoint);
  const client = DynamoDBDocumentClient.from(base);
  const table = { client, tableName: 'homeward-bench-report', pause: async () => undefined };
  await createLocalTable(base, table.tableName, { stream: false });
  await writeItems(table.client, table.tableName, items);
  for (const id of programmes) {
    report.doing(id);
    const model = serviceModels().get(id)!;
    const measures = measuresOf(model);
    const needs = needsOf(measures);
    const make = async () => {
      const facts = await readReportFacts(table, new Records(table, partnership), { ...asked, model }, needs);
      return measures.map((measure) => figuresOf(measure, measure.count(facts)));
    };
    const times = { bare: [] as number[], report: [] as number[] };
    let read = 0;
    // The first turn warms the emulator and the code, and is left out.
    for (let turn = 0; turn <= turns; turn++) {
      const bare = await timed(() => bareReads(table, needs));
      const made = await timed(make);
      read = bare.value;
      if (turn === 0) continue;
      times.bare.push(bare.ms);
      times.report.push(made.ms);
    }
    const [bareMs, ms] = [quantile(times.bare, 0.5), quantile(times.report, 0.5)];
    const isMet = ms <= mostMs;
    report.tell(people, `${model.name}: ${measures.length} measures`, {
      ms,
      note: `${sayCount(read)} records; ${(ms / bareMs).toFixed(1)} times the bare reads (${sayMs(bareMs)}); medians of ${turns}; the aim is ${sayMs(mostMs)} at most: ${isMet ? 'met' : 'missed'}`,
    });
    report.partDone();
  }
} finally {
  report.stop();
  await emulator.stop();
}

const bytes = items.reduce((sum, item) => sum + itemBytes(item), 0);
const rooms = told.homes.length * 3;
const about = [
  `Node ${process.versions.node}; ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, shared with DynamoDB Local; load when it began ${load.toFixed(1)}.`,
  `Five years of one partnership: ${sayCount(rooms)} rooms, ${sayCount(told.stays.length)} stays, ${sayCount(told.requests.length)} requests, ${sayCount(told.contactPlans.length)} contact plans; ${sayCount(items.length)} records, ${(bytes / 2 ** 20).toFixed(1)} MiB.`,
];
const written = tableOf(about, report.rows, []);
process.stdout.write(`${written}\n`);
mkdirSync(options.out, { recursive: true });
writeFileSync(join(options.out, 'report.md'), written);
