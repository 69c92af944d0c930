import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, expect, test, vi } from 'vitest';
import { doors } from '../../functions/doors.ts';
import { bundling } from '../../infra/constructs/bundling.ts';

/** Bytes of the largest bundle's code: what a Lambda can read and run within a fraction of a second. */
const mostBytes = 700_000;

/** Bytes of the programmes beside it, which are data: six of them, with room for as many more. */
const mostModelBytes = 200_000;

const folder = mkdtempSync(join(tmpdir(), 'homeward-bundles-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The bundle of a door as it would be deployed, and the files it is made of. */
async function bundled(door: string) {
  const outfile = join(folder, door, 'index.js');
  const { metafile } = await build({ ...bundling(door, outfile), metafile: true });
  const [output] = Object.values(metafile.outputs);
  const parts = Object.entries(output!.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const text = readFileSync(outfile, 'utf8');
  const modelBytes = parts
    .filter(([path]) => /^shared\/services\/[^/]+\.json$/.test(path))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
  return {
    door,
    outfile,
    bytes: output!.bytes - modelBytes,
    modelBytes,
    files: parts.map(([path]) => path),
    // A kind of record is an object with a name and a schema, and names of fields are not shortened.
    kinds: new Set([...text.matchAll(/name:"(\w+)",schema:/g)].map(([, kind]) => kind)),
  };
}

const bundles = await Promise.all(doors.map(({ name }) => bundled(name)));

/** What a door finds in its environment when it starts. */
const environment = {
  SERVICE: 'test',
  TABLE_NAME: 'no-table',
  HASH_SECRET: 'no-secret',
  AWS_REGION: 'eu-west-2',
  PUBLIC_ADDRESS: 'https://homeward.example',
  ISSUER: 'https://issuer.example',
  CLIENT_ID: 'pages',
};

test('every bundle is small', () => {
  // Notify’s own client brings an HTTP client and a token library along, and wakes nobody’s request. The pages bring
  // what they look like, the use cases of all doors, and the engine, which tells who could live in a room.
  const most: Readonly<Record<string, number>> = { messages: 1.5 * mostBytes, web: 2 * mostBytes };
  const mostOf = (door: string): number => most[door] ?? mostBytes;
  const large = bundles.filter(({ door, bytes }) => bytes > mostOf(door));
  expect(large.map(({ door, bytes }) => `${door}: ${bytes} bytes`)).toEqual([]);
  expect(bundles.filter(({ modelBytes }) => modelBytes > mostModelBytes)).toEqual([]);
  expect(bundles.some(({ modelBytes }) => modelBytes > 50_000)).toBe(true);
});

test('no bundle holds what only the command line, the local run or tests use', () => {
  for (const { door, files } of bundles)
    expect(
      files.filter((file) => /^(?:shared\/files|functions\/cli|infra|tests)\//.test(file)),
      door,
    ).toEqual([]);
});

/** Kept by the writer of what keeps the service running, and no kind of record. */
const operational = ['lease', 'readLog', 'session', 'draft'];

test('no door has rights in kinds of record that its code does not know', () => {
  for (const { door, kinds } of bundles) {
    const { reads, writes } = doors.find(({ name }) => name === door)!;
    const unknown = [...reads, ...writes].filter((kind) => !kinds.has(kind) && !operational.includes(kind));
    expect(unknown, door).toEqual([]);
  }
});

test('every bundle starts on its own and exports its handler', () => {
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}');
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  for (const { door, outfile } of bundles)
    expect(createRequire(outfile)(outfile).handler, door).toBeTypeOf('function');
  vi.unstubAllEnvs();
});
