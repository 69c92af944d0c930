import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import { type DoorDeps, door } from '../../functions/door.ts';
import type { Handled } from '../../functions/route.ts';

/** What a route answered. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came back
  readonly body: any;
}

export interface Asking {
  /** The subject of the token; none: the gateway let it through unsigned, which it never does. */
  readonly as?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The text of the body as it is, in place of `body`. */
  readonly text?: string;
  /** A new one for each call when left out; null sends none. */
  readonly key?: string | null;
  readonly ifMatch?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A file as its text; anything else as the JSON it is. */
export const bodyOf = (type: unknown, text: string): unknown =>
  String(type).startsWith('text/csv') ? text : JSON.parse(text);

let keys = 0;

/** Asks a door by the name of a route, with the event API Gateway would make. */
export function asker(handled: readonly Handled[], deps: DoorDeps) {
  const handler = door(handled, deps);
  return async (name: string, asking: Asking = {}): Promise<Answered> => {
    const route = handled.find((one) => one.route.name === name)?.route;
    if (!route) throw new Error(`No route is called ${name}.`);
    const result = await handler(eventOf(route.method, route.path, asking), {} as Context);
    return {
      status: result.statusCode ?? 0,
      headers: result.headers as Record<string, string>,
      body: bodyOf(result.headers?.['content-type'], result.body ?? 'null'),
    };
  };
}

function eventOf(method: string, path: string, asking: Asking): APIGatewayProxyEventV2WithJWTAuthorizer {
  const {
    as,
    params = {},
    query = {},
    body,
    text,
    key = `key-${String(++keys).padStart(6, '0')}`,
    ifMatch,
    headers = {},
  } = asking;
  const rawPath = Object.entries(params).reduce((at, [name, id]) => at.replace(`{${name}}`, id), path);
  const event = {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: {
      'content-type': 'application/json',
      ...(method !== 'GET' && key !== null && { 'idempotency-key': key }),
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
      ...headers,
    },
    pathParameters: params,
    queryStringParameters: query,
    requestContext: {
      requestId: 'request-1',
      http: { method, path: rawPath },
      authorizer: { jwt: { claims: as === undefined ? {} : { sub: as }, scopes: [] } },
    },
    isBase64Encoded: false,
    body: text ?? (body === undefined ? undefined : JSON.stringify(body)),
  };
  return event as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
}
