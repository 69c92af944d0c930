import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { Reference } from '../../shared/domain/ids.ts';
import { ClockMove, type LocalClock } from './clock.ts';
import { readBody } from './front-event.ts';
import { type Issuer, tokenHours } from './issuer.ts';

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
 * What answers only on this machine: tokens without a password, the clock, and the documents of the issuer.
 * @param moved told after the clock was moved
 * @returns for `startFront`: whether it has answered
 */
export function localRoutes(issuer: Issuer, clock: LocalClock, moved: () => void) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const reply = await replyTo(request, issuer, clock, moved);
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

async function replyTo(
  request: IncomingMessage,
  issuer: Issuer,
  clock: LocalClock,
  moved: () => void,
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
    return JSON.parse((await readBody(request, mostBytes))?.toString('utf8') ?? '');
  } catch {
    return undefined;
  }
}
