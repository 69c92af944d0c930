import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { doors } from '../../functions/doors.ts';
import { createLocalTable, localClient, startDynamoDbLocal } from '../../infra/local/dynamodb-local.ts';
import { itemBytes } from '../../shared/store/capacity.ts';
import { demoCase } from '../support/naive/random-world.ts';
import { itemsOf } from '../support/on-record.ts';
import { writeItems } from '../support/write-items.ts';
import { PartnershipFigures } from './partnership-figures.ts';
import { Report } from './report.ts';
import { sayCount, sayMs, tableOf } from './table.ts';

/**
 * A whole run of the planning Lambda, from the table and back, by size of the partnership: each size in a process of its
 * own that may use as much memory as the Lambda may. What DynamoDB Local takes is not what DynamoDB takes, so reading is
 * told beside the bare requests it is made of.
 */
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'tests/bench/results' },
  },
});
const sizes = options.quick ? [1_000] : [1_000, 5_000, 20_000];
const on = '2026-11-23';
const { memoryMegabytes, timeoutSeconds } = doors.find(({ name }) => name === 'stream')!;
/** What Node needs beside its heap: code, buffers, stacks, and the columns of the engine, which lie outside of it. */
const besideHeap = 450;

async function runIn(endpoint: string, tableName: string): Promise<PartnershipFigures> {
  const file = join(import.meta.dirname, 'partnership-run.ts');
  const heap = `--max-old-space-size=${memoryMegabytes - besideHeap}`;
  const child = spawn(process.execPath, [heap, file, endpoint, tableName, on], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.all([text(child.stdout), new Promise((ended) => child.once('exit', ended))]);
  if (child.exitCode !== 0) throw new Error(`The run ended with ${child.exitCode}.`);
  return PartnershipFigures.parse(JSON.parse(said));
}

function tell(report: Report, people: number, bytes: number, run: PartnershipFigures): void {
  const { read, bare, compiled, planned, published, again } = run;
  const times = (read.ms / bare.ms).toFixed(1);
  const size = `${sayCount(read.records)} records, ${(bytes / 2 ** 20).toFixed(1)} MiB`;
  report.tell(people, 'read', {
    ms: read.ms,
    note: `${size}, ${read.requests} requests; ${times} times the bare requests (${sayMs(bare.ms)}); medians of ${run.turns}`,
  });
  report.tell(people, 'compile', {
    ms: compiled.ms,
    note: `${sayCount(compiled.asking)} ask, ${sayCount(compiled.rooms)} rooms, ${sayCount(compiled.pairs)} pairs fit`,
  });
  report.tell(people, 'plan', { ms: planned.ms, note: planned.note });
  report.tell(people, 'publish', { ms: published.ms, note: `${published.requests} requests` });
  report.tell(people, 'the same plan once more', { ms: again.ms, note: `${again.requests} requests` });
  const seconds = (read.ms + compiled.ms + planned.ms + published.ms) / 1_000;
  report.tell(people, 'the whole run', {
    ms: seconds * 1_000,
    note: `${Math.round((100 * seconds) / timeoutSeconds)}% of the ${timeoutSeconds} s it may take`,
  });
  const megabytes = run.peakBytes / 2 ** 20;
  report.tell(people, 'most memory at once', {
    figure: `${Math.round(megabytes)} MiB`,
    note: `${Math.round((100 * megabytes) / memoryMegabytes)}% of the ${memoryMegabytes} MB it may use; Node and its code alone take ${Math.round(run.atStartBytes / 2 ** 20)}`,
  });
  if (megabytes > memoryMegabytes) report.faults.push(`${people} people do not fit the Lambda's memory`);
  if (seconds > timeoutSeconds) report.faults.push(`${people} people do not fit the Lambda's time`);
}

const report = new Report(sizes.length);
const emulator = await startDynamoDbLocal(null);
try {
  const client = localClient(emulator.endpoint);
  for (const people of sizes) {
    report.doing(`a partnership of ${people}`);
    const tableName = `homeward-bench-${people}`;
    await createLocalTable(client, tableName, { stream: false });
    const { facts } = demoCase({ partnership: 'southampton', on, seed: 7, people });
    const items = itemsOf(facts);
    await writeItems(DynamoDBDocumentClient.from(client), tableName, items);
    const bytes = items.reduce((sum, item) => sum + itemBytes(item), 0);
    tell(report, people, bytes, await runIn(emulator.endpoint, tableName));
    report.partDone();
  }
} finally {
  report.stop();
  await emulator.stop();
}

const about = [
  `Node ${process.versions.node}; ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, shared with DynamoDB Local.`,
  `A process a size with a heap of ${memoryMegabytes - besideHeap} MiB of the ${memoryMegabytes} MB of the Lambda.`,
];
const table = tableOf(about, report.rows, []);
process.stdout.write(`${table}\n${report.faults.map((fault) => `FAULT: ${fault}\n`).join('')}`);
mkdirSync(options.out, { recursive: true });
writeFileSync(join(options.out, 'partnership.md'), table);
process.exitCode = report.faults.length > 0 ? 1 : 0;
