import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';

/** What a door answered. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export interface Asking {
  readonly body?: unknown;
  /** Idempotency-Key; needed on every write. */
  readonly key?: string;
  readonly ifMatch?: number;
}

/** A client of the service that asks as one demo user or another, over HTTP as anybody would. */
export interface Api {
  ask(user: string, call: string, asking?: Asking): Promise<Answered>;
  /** The same, for what must go well. @throws Error naming the call and what was answered */
  must<T>(shape: z.ZodType<T>, user: string, call: string, asking?: Asking): Promise<T>;
  /** Sets the time, e.g. to `2026-12-01T09:00:00Z`. */
  setClock(now: string): Promise<void>;
  /** Waits until a plan was made that somebody asked for. @throws Error when none is after a while */
  runDone(user: string, runId: string): Promise<void>;
}

/** Milliseconds a plan may take, on a slow machine, and between two looks whether it is there. */
const planLimit = 60_000;
const lookEvery = 200;

const Run = z.object({ status: z.string() });
const Token = z.object({ access_token: z.string() });

/** @param url of the front, e.g. `http://localhost:3000` */
export function apiAt(url: string): Api {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (user: string): Promise<string> => {
    const known = tokens.get(user) ?? freshToken(url, user);
    tokens.set(user, known);
    return known;
  };
  const ask: Api['ask'] = async (user, call, { body, key, ifMatch } = {}) => {
    const [method = 'GET', path = '/'] = call.split(' ');
    const send = async (): Promise<Response> =>
      fetch(`${url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await tokenOf(user)}`,
          ...(method !== 'GET' && { 'content-type': 'application/json', 'idempotency-key': key ?? '' }),
          ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
        },
        ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
      });
    let response = await send();
    if (response.status === 401) {
      // The clock was moved past the end of the token.
      tokens.delete(user);
      response = await send();
    }
    return { status: response.status, body: await response.json() };
  };
  const must: Api['must'] = async (shape, user, call, asking) => {
    const { status, body } = await ask(user, call, asking);
    if (status >= 300) throw new Error(`${call} as ${user} answered ${status}: ${JSON.stringify(body)}`);
    return shape.parse(body);
  };
  return {
    ask,
    must,
    async setClock(now) {
      const response = await fetch(`${url}/local/clock`, { method: 'POST', body: JSON.stringify({ now }) });
      if (!response.ok) throw new Error(`The clock was not set to ${now}: ${await response.text()}`);
    },
    async runDone(user, runId) {
      const limit = Date.now() + planLimit;
      while ((await must(Run, user, `GET /v1/match-runs/${runId}`)).status !== 'done') {
        if (Date.now() > limit)
          throw new Error('No plan was made: functions.log in the data folder says why.');
        await wait(lookEvery);
      }
    },
  };
}

async function freshToken(url: string, user: string): Promise<string> {
  const response = await fetch(`${url}/local/token`, { method: 'POST', body: JSON.stringify({ user }) });
  return Token.parse(await response.json()).access_token;
}
