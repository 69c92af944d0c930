import middy from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpSecurityHeaders from '@middy/http-security-headers';
import type {
  APIGatewayProxyEventV2WithJWTAuthorizer as ApiEvent,
  APIGatewayProxyStructuredResultV2 as ApiResult,
} from 'aws-lambda';
import { reachOf } from '../shared/access/actions.ts';
import { Reference } from '../shared/domain/ids.ts';
import type { Member } from '../shared/domain/member.ts';
import { InvalidRequest } from '../shared/http/invalid-request.ts';
import { type Problem, problemOfRefusal, problemOfRequest } from '../shared/http/problems.ts';
import { Busy, isPassing } from '../shared/store/faults.ts';
import type { Kept } from '../shared/store/kind.ts';
import { CallerChanged, type Deps } from '../shared/usecases/call.ts';
import { placeOf } from '../shared/watch/fault-place.ts';
import type { Log } from '../shared/watch/log-codes.ts';
import { findMember } from './find-member.ts';
import type { Handled, Route } from './route.ts';

/** What a door needs besides what its use cases need. */
export interface DoorDeps extends Deps {
  readonly log: Log;
}

/** Largest body taken, in bytes. */
const mostBytes = 256 * 1024;

/** Seconds after which a caller may try a busy service again. */
const retryAfterSeconds = 1;

/**
 * One Lambda: finds the route, reads who asks and with what, lets one use case run, and answers. Every error is a
 * problem document; what went wrong on our side is logged by code and never told.
 */
export function door(handled: readonly Handled[], deps: DoorDeps) {
  const byKey = new Map(handled.map((one) => [`${one.route.method} ${one.route.path}`, one]));
  return middy<ApiEvent, ApiResult>()
    .use(httpHeaderNormalizer())
    .use(httpSecurityHeaders())
    .handler(async (event) => {
      const found = byKey.get(event.routeKey);
      const answer = found
        ? await answerOf(found, deps, event)
        : problemResult(problemOfRequest('no-such-route'));
      deps.log('request-answered', {
        route: found?.route.name ?? 'none',
        status: answer.statusCode ?? 0,
        request: event.requestContext.requestId,
      });
      return answer;
    });
}

async function answerOf(handled: Handled, deps: DoorDeps, event: ApiEvent): Promise<ApiResult> {
  const { route, run } = handled;
  try {
    const who = await memberOf(deps, event);
    if ('status' in who) return problemResult(who);
    if (!who.data.active || reachOf(who.data.roles, route.action) === null)
      return problemResult(problemOfRefusal('not-allowed'));
    const asked = callOf(route, event);
    if ('status' in asked) return problemResult(asked);
    const outcome = await run(deps, { who, ...asked });
    if (!outcome.ok) return problemResult(problemOfRefusal(outcome.refusal, outcome.facts));
    const told = route.answer.parse(outcome.value);
    return typeof told === 'string' && route.media
      ? textResult(route.status, route.media, told)
      : result(route.status, told);
  } catch (fault) {
    // Nothing was done; whether they still may is asked as if they had just come.
    if (fault instanceof CallerChanged) return answerOf(handled, deps, event);
    return problemResult(problemOfFault(deps, route, event, fault));
  }
}

function problemOfFault({ log }: DoorDeps, route: Route, event: ApiEvent, fault: unknown): Problem {
  if (fault instanceof InvalidRequest) return problemOfRequest('invalid-request', fault.parts);
  // A commit deals with what passes itself, so what comes here is of a read, and nothing was done.
  if (fault instanceof Busy || isPassing(fault)) return problemOfRequest('busy');
  const { requestId } = event.requestContext;
  log('request-faulted', {
    route: route.name,
    request: requestId,
    ...placeOf(fault),
  });
  return { ...problemOfRequest('fault'), facts: { reference: requestId } };
}

/** The member whose token this is. A subject nobody knows has no membership, whatever its token says. */
async function memberOf({ writing }: DoorDeps, event: ApiEvent): Promise<Kept<Member> | Problem> {
  const subject = event.requestContext.authorizer?.jwt?.claims?.sub;
  if (typeof subject !== 'string') return problemOfRequest('unauthenticated');
  if (!Reference.safeParse(subject).success) return problemOfRequest('no-membership');
  return (await findMember(writing, subject)) ?? problemOfRequest('no-membership');
}

type Asked = Omit<Parameters<Handled['run']>[1], 'who'>;

/** Reads headers and body; shapes are judged by the route's own schemas. */
function callOf(route: Route, event: ApiEvent): Asked | Problem {
  const writes = route.method !== 'GET';
  const text = bodyText(event);
  if (text.length > mostBytes) return problemOfRequest('too-large');
  const body = writes ? parseJson(text) : {};
  if (body === undefined) return problemOfRequest('invalid-json');
  const key = event.headers['idempotency-key'] ?? '';
  if (writes && !Reference.safeParse(key).success) return problemOfRequest('idempotency-key-missing');
  const ifMatch = versionOf(event.headers['if-match']);
  if (route.ifMatch && ifMatch === null) return problemOfRequest('if-match-missing');
  return {
    params: event.pathParameters ?? {},
    query: event.queryStringParameters ?? {},
    body,
    key: writes ? key : '',
    payload: `${route.method} ${event.rawPath} ${JSON.stringify(body)}`,
    ifMatch: route.ifMatch ? ifMatch : null,
  };
}

const bodyText = ({ body = '', isBase64Encoded }: ApiEvent): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;

/** No body at all reads as an empty object, for the routes that ask for nothing. */
function parseJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    const parsed: unknown = JSON.parse(text);
    // What cannot be written again, being nested too deep, cannot be answered for with a key either.
    JSON.stringify(parsed);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function versionOf(header: string | undefined): number | null {
  const digits = /^"?(\d{1,9})"?$/.exec(header ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

function result(status: number, value: unknown): ApiResult {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : null;
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(typeof version === 'number' && { etag: `"${version}"` }),
    },
    body: JSON.stringify(value),
  };
}

/** A file to keep, and never to show in the page it was asked from. */
function textResult(status: number, media: string, body: string): ApiResult {
  return {
    statusCode: status,
    headers: {
      'content-type': `${media}; charset=utf-8`,
      'content-disposition': 'attachment',
      'cache-control': 'no-store',
    },
    body,
  };
}

function problemResult(problem: Problem): ApiResult {
  return {
    statusCode: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(problem.status === 503 && { 'retry-after': String(retryAfterSeconds) }),
    },
    body: JSON.stringify(problem),
  };
}
