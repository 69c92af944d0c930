import { join } from 'node:path';
import * as z from 'zod';
import type { Instant } from '../../shared/domain/day.ts';
import { openClock } from './clock.ts';
import { keptIn, keptSecret, takeFolder } from './data-folder.ts';
import { demoUsers } from './demo-users.ts';
import { createLocalTable, freePort, localClient, startDynamoDbLocal } from './dynamodb-local.ts';
import { type ApiResult, startFront } from './front.ts';
import { openIssuer } from './issuer.ts';
import { localRoutes } from './local-routes.ts';
import { type PumpOptions, startPump } from './pump.ts';
import { startTicker, type Ticker } from './schedule.ts';
import { synthesise } from './synthesise.ts';
import { readAssembly } from './template.ts';
import { startWorkers } from './workers.ts';

/** The product as it would be deployed, up on this machine. */
export interface LocalRun {
  readonly url: string;
  /** The time here. */
  readonly now: () => Instant;
  /** The table and the key of its hashes, for what has no door: founding a partnership. */
  readonly table: { readonly endpoint: string; readonly tableName: string; readonly secret: string };
  /**
   * Lets changes and the time reach the functions that wait for them, from where they had got to.
   * @param from where to begin the first time
   */
  startStreams(from: PumpOptions['from']): Promise<void>;
  stop(): Promise<void>;
}

export interface LocalOptions {
  /** Where everything is kept. */
  readonly folder: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** Whether to drop what is kept there. */
  readonly fresh: boolean;
}

/** What stands here for what AWS would name. */
const tableName = 'homeward-local';
const region = 'eu-west-2';
const audience = 'homeward-local';

/** Starts it all. @throws RangeError in plain words for what the reader can put right */
export async function startLocal(options: LocalOptions): Promise<LocalRun> {
  const port = options.port === 0 ? await freePort() : options.port;
  await refuseTakenPort(port);
  const data = takeFolder(options.folder, options.fresh);
  const kept = (what: Parameters<typeof keptIn>[1]): string => keptIn(data.path, what);
  const stops: (() => unknown)[] = [data.release];
  const stop = async (): Promise<void> => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    const assembly = kept('assembly');
    const endpoint = await startParts(kept('table'), assembly, stops);
    const secret = keptSecret(kept('secret'));
    const clock = openClock(kept('clock'));
    const issuerUrl = `http://localhost:${port}`;
    const app = readAssembly(assembly, { region, tableName, issuer: issuerUrl, audience, secret });
    const workers = startWorkers({
      functions: app.functions,
      env: {
        DYNAMODB_ENDPOINT: endpoint,
        HASH_SECRET: secret,
        MAILBOX_FOLDER: kept('mailbox'),
        PUBLIC_ADDRESS: issuerUrl,
        PLAIN_COOKIES: '1',
      },
      assembly,
      logs: kept('logs'),
      offsetSeconds: clock.offsetSeconds,
    });
    stops.push(workers.stop);
    const pinned = app.tokens ?? { issuer: issuerUrl, audience: [audience] };
    const issuer = await openIssuer(kept('issuerKey'), pinned, clock.now);
    let ticker: Ticker | null = null;
    const front = await startFront({
      port,
      routes: app.routes,
      verify: issuer.verify,
      invoke: async (door, event) => resultOf(await workers.invoke(door, event)),
      also: localRoutes({
        issuer,
        clock,
        personas: demoUsers,
        mailbox: kept('mailbox'),
        moved: () => ticker?.tick(),
      }),
    });
    stops.push(front.stop);
    return {
      url: front.url,
      now: clock.now,
      table: { endpoint, tableName, secret },
      async startStreams(from) {
        for (const mapping of app.streams) {
          const pump = await startPump({
            endpoint,
            tableName,
            mapping,
            from,
            invoke: workers.invoke,
            checkpoint: join(kept('reached'), `${mapping.function}.json`),
            deadLetters: kept('deadLetters'),
            broken: (fault) => console.error('Changes no longer reach the functions.', fault),
          });
          stops.push(pump.stop);
        }
        ticker = startTicker(
          app.schedules,
          ({ function: name, input }) => workers.invoke(name, input),
          () => Date.parse(clock.now()),
        );
        stops.push(ticker.stop);
        ticker.tick();
      },
      stop,
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** Says so before anything else is started. */
async function refuseTakenPort(port: number): Promise<void> {
  const trial = await startFront({ port, routes: [], verify: async () => null, invoke: async () => ({}) });
  await trial.stop();
}

/** The table, and the app beside it: they take a while each. @returns where the table answers */
async function startParts(table: string, assembly: string, stops: (() => unknown)[]): Promise<string> {
  const giveUp = new AbortController();
  const starting = startTable(table, stops).catch((fault: unknown) => {
    giveUp.abort();
    throw fault;
  });
  const synthesis = synthesise(assembly, giveUp.signal);
  // Both have ended before anything is stopped, so that nothing is left over.
  await Promise.allSettled([starting, synthesis]);
  const endpoint = await starting;
  await synthesis;
  return endpoint;
}

/** DynamoDB Local with the table in it. @returns where it answers */
async function startTable(folder: string, stops: (() => unknown)[]): Promise<string> {
  const emulator = await startDynamoDbLocal(folder);
  stops.push(emulator.stop);
  const client = localClient(emulator.endpoint);
  await createLocalTable(client, tableName);
  client.destroy();
  return emulator.endpoint;
}

const Result = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
});

/** @throws ZodError when a function answers what API Gateway would not take */
function resultOf(answer: unknown): ApiResult {
  return Result.parse(answer);
}
