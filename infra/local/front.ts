import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type {
  APIGatewayProxyEventV2WithJWTAuthorizer as ApiEvent,
  APIGatewayProxyStructuredResultV2 as ApiResult,
} from 'aws-lambda';
import { eventOf, mostBodyBytes, readBody } from './front-event.ts';
import { type FrontRoute, findRoute } from './front-routes.ts';

export type { ApiEvent, ApiResult, FrontRoute };

/** A front that is up. */
export interface Front {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

export interface FrontOptions {
  /** 0 takes any that is free. */
  readonly port: number;
  readonly routes: readonly FrontRoute[];
  /** The claims of a token that holds, or null. */
  readonly verify: (token: string) => Promise<Readonly<Record<string, string>> | null>;
  /** Runs a door's function; an error named `TimeoutError` reads as a gateway that waited in vain. */
  readonly invoke: (door: string, event: ApiEvent) => Promise<ApiResult>;
  /** Asked before the routes; true when it has answered. */
  readonly also?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
}

/**
 * An HTTP server on this machine alone that stands where API Gateway's HTTP API stands: it finds the route, asks for
 * a token, makes the event and sends what the function answers.
 * @throws RangeError in plain words when the port is taken
 */
export async function startFront(options: FrontOptions): Promise<Front> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else send(response, plain(500, 'Internal Server Error'));
    });
  });
  await new Promise<void>((up, failed) => {
    server.once('error', (error) => failed(portTaken(error, options.port)));
    server.listen(options.port, '127.0.0.1', up);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://localhost:${port}`,
    port,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function portTaken(error: Error, port: number): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new RangeError(
      `Port ${port} is in use by another program. Choose another: PORT=${port + 1} npm run demo`,
    );
  if (code === 'EACCES')
    return new RangeError(`Port ${port} may not be used. Choose another: PORT=3001 npm run demo`);
  return error;
}

async function answer(
  options: FrontOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (options.also && (await options.also(request, response))) return;
  const url = request.url ?? '/';
  const found = findRoute(options.routes, request.method ?? 'GET', url.split('?')[0] ?? '/');
  if (!found) return send(response, plain(404, 'Not Found'));
  const claims = found.route.authorized ? await claimsOf(options, request) : undefined;
  if (claims === null) return send(response, unauthorized);
  const body = await readBody(request, mostBodyBytes);
  if (body === null) return send(response, plain(413, 'Request Entity Too Large'));
  const event = eventOf({ request, ...found, body, claims, requestId: randomUUID() });
  send(response, await resultOf(options, found.route.door, event));
}

async function claimsOf({ verify }: FrontOptions, request: IncomingMessage) {
  const token = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return token === undefined ? null : await verify(token);
}

async function resultOf({ invoke }: FrontOptions, door: string, event: ApiEvent): Promise<ApiResult> {
  try {
    return await invoke(door, event);
  } catch (fault) {
    return fault instanceof Error && fault.name === 'TimeoutError'
      ? plain(503, 'Service Unavailable')
      : plain(500, 'Internal Server Error');
  }
}

/** What API Gateway answers by itself. */
function plain(statusCode: number, message: string): ApiResult {
  return {
    statusCode,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message }),
  };
}

const unauthorized: ApiResult = {
  ...plain(401, 'Unauthorized'),
  headers: { 'content-type': 'application/json', 'www-authenticate': 'Bearer' },
};

function send(response: ServerResponse, { statusCode = 200, headers = {}, ...rest }: ApiResult): void {
  const { body = '', cookies, isBase64Encoded = false } = rest;
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  response.writeHead(statusCode, {
    ...Object.fromEntries(named),
    ...(cookies && { 'set-cookie': cookies }),
    'content-length': bytes.length,
  });
  response.end(bytes);
}
