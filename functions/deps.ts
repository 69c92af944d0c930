import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Instant } from '../shared/domain/day.ts';
import { currentPolicy } from '../shared/matching/policy.ts';
import { serviceModels } from '../shared/services/index.ts';
import { makeLog } from '../shared/watch/logger.ts';
import type { DoorDeps } from './door.ts';

/** Milliseconds a second try waits at most; later ones up to `mostPause`. Chance spreads contenders out. */
const firstPause = 10;
const mostPause = 200;

/** Milliseconds after which the table counts as not answering: an unclear end, settled by asking again. */
const connectionTimeout = 2_000;
const requestTimeout = 8_000;

/**
 * What a Lambda works with, made from its environment: the only place that reads it.
 * @throws RangeError naming a variable that is not set
 */
export function fromEnvironment(): DoorDeps {
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      maxAttempts: 4,
      requestHandler: { connectionTimeout, requestTimeout, throwOnRequestTimeout: true },
      ...(endpoint && {
        endpoint,
        region: 'local',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      }),
    }),
  );
  const pause = (attempt: number) => wait(Math.random() * Math.min(mostPause, firstPause * 2 ** attempt));
  return {
    log: makeLog(variable('SERVICE')),
    models: serviceModels(),
    policy: currentPolicy,
    writing: {
      table: { client, tableName: variable('TABLE_NAME'), pause },
      secret: variable('HASH_SECRET'),
      now: currentInstant,
      newId,
    },
  };
}

/** How messages are delivered and where they point. At most one way is set; the mailbox is the local run's alone. */
export function messagesFromEnvironment() {
  const { MAILBOX_FOLDER, NOTIFY_API_KEY, NOTIFY_TEMPLATE_ID } = process.env;
  return {
    mailbox: MAILBOX_FOLDER ?? null,
    notify:
      NOTIFY_API_KEY && NOTIFY_TEMPLATE_ID
        ? { apiKey: NOTIFY_API_KEY, templateId: NOTIFY_TEMPLATE_ID }
        : null,
    address: variable('PUBLIC_ADDRESS'),
  };
}

/** Where the pages are, and who signs people in. Only the local run, which is without TLS, has plainly named cookies. */
export function webFromEnvironment() {
  return {
    address: variable('PUBLIC_ADDRESS'),
    issuer: variable('ISSUER'),
    clientId: variable('CLIENT_ID'),
    isPlain: process.env.PLAIN_COOKIES === '1',
  };
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new RangeError(`The environment variable ${name} is not set.`);
  return value;
}

/** The local run moves time by so many seconds; no stage may set it, and synthesis fails if one does. */
function currentInstant(): Instant {
  const offsetSeconds = Number(process.env.CLOCK_OFFSET_SECONDS ?? 0);
  return Instant.parse(new Date(Date.now() + offsetSeconds * 1000).toISOString());
}

/** `proposal-` and 20 letters and digits: enough that two are never the same. */
export function newId(prefix: string): string {
  return `${prefix}-${randomBytes(16).toString('base64url').replaceAll(/[-_]/g, '').slice(0, 20).toLowerCase()}`;
}
