import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { Reference } from '../../shared/domain/ids.ts';
import { ClockMove, type LocalClock } from './clock.ts';
import { readBody } from './front-event.ts';
import { type Issuer, tokenHours } from './issuer.ts';
import { CodeSent } from './issuer-codes.ts';
import { lettersIn, sayLetters } from './mailbox.ts';
import { chosenIn, type Persona, signInAsked, signInPage, wayBack } from './sign-in-page.ts';

/** What the local routes work with. */
export interface Local {
  readonly issuer: Issuer;
  readonly clock: LocalClock;
  /** Who may be signed in as. */
  readonly personas: readonly Persona[];
  /** Folder of the messages that were delivered. */
  readonly mailbox: string;
  /** Told after the clock was moved. */
  readonly moved: () => void;
}

/** Bodies here are a few words. */
const mostBytes = 4096;

const TokenAsked = z.strictObject({ user: Reference });

interface Reply {
  readonly status: number;
  readonly body: unknown;
  /** For who asks for plain text: what fits into a shell. */
  readonly plain?: string;
}

/**
 * What answers only on this machine: tokens without a password, the clock, the mailbox of everybody, and the issuer with
 * its page.
 * @returns for `startFront`: whether it has answered
 */
export function localRoutes(local: Local) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (await signsIn(request, response, local)) return true;
    const reply = await replyTo(request, local);
    if (reply === null) return false;
    const plain = reply.plain !== undefined && request.headers.accept === 'text/plain';
    response.writeHead(reply.status, {
      'content-type': plain ? 'text/plain' : 'application/json',
      'cache-control': 'no-store',
    });
    response.end(plain ? reply.plain : JSON.stringify(reply.body));
    return true;
  };
}

/** The issuer's own page, and what it answers to the pages of the product. */
async function signsIn(
  request: IncomingMessage,
  response: ServerResponse,
  { issuer, personas }: Local,
): Promise<boolean> {
  const [path, query = ''] = (request.url ?? '/').split('?');
  if (path !== '/local/authorize' && path !== '/local/code') return false;
  const parts = new URLSearchParams(request.method === 'POST' ? await textOf(request) : query);
  if (path === '/local/code') {
    const sent = CodeSent.safeParse(Object.fromEntries(parts));
    const tokens = sent.success ? await issuer.exchange(sent.data) : null;
    const body = tokens
      ? { ...tokens, token_type: 'Bearer', expires_in: tokenHours * 3600 }
      : { error: 'invalid_grant' };
    const type = { 'content-type': 'application/json', 'cache-control': 'no-store' };
    response.writeHead(tokens ? 200 : 400, type).end(JSON.stringify(body));
    return true;
  }
  const asked = signInAsked(parts, issuer.url);
  const user = request.method === 'POST' ? chosenIn(parts) : null;
  if (asked === null) response.writeHead(400, { 'content-type': 'text/plain' }).end('No such sign-in.');
  else if (user === null) response.writeHead(200, pageHeaders).end(signInPage(asked, personas));
  else response.writeHead(303, { location: wayBack(asked, issuer.code(asked, user), issuer.url) }).end();
  return true;
}

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

async function replyTo(
  request: IncomingMessage,
  { issuer, clock, mailbox, moved }: Local,
): Promise<Reply | null> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const document = request.method === 'GET' ? issuer.documents.get(path) : undefined;
  if (document !== undefined) return { status: 200, body: document };
  switch (`${request.method} ${path}`) {
    case 'GET /local/clock':
      return { status: 200, body: told(clock) };
    case 'POST /local/clock': {
      const move = ClockMove.safeParse(await jsonOf(request));
      if (!move.success)
        return wrong(
          'Give a moment or a number of days.',
          '{"now":"2026-12-01T09:00:00Z"} or {"forwardDays":7}',
        );
      const barred = clock.move(move.data);
      if (barred !== null) return { status: 400, body: { detail: barred } };
      moved();
      return { status: 200, body: told(clock) };
    }
    case 'GET /local/mailbox': {
      const letters = await lettersIn(mailbox);
      return { status: 200, body: letters, plain: sayLetters(letters) };
    }
    case 'POST /local/token': {
      const asked = TokenAsked.safeParse(await jsonOf(request));
      if (!asked.success) return wrong('Give the user whose token you want.', '{"user":"officer"}');
      const access_token = await issuer.token(asked.data.user);
      return {
        status: 200,
        body: { access_token, token_type: 'Bearer', expires_in: tokenHours * 3600 },
        plain: access_token,
      };
    }
    default:
      return null;
  }
}

const told = (clock: LocalClock) => ({ now: clock.now(), offsetSeconds: clock.offsetSeconds() });

const wrong = (detail: string, example: string): Reply => ({ status: 400, body: { detail, example } });

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse(await textOf(request));
  } catch {
    return undefined;
  }
}

const textOf = async (request: IncomingMessage): Promise<string> =>
  (await readBody(request, mostBytes))?.toString('utf8') ?? '';
