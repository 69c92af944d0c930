import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2WithJWTAuthorizer as ApiEvent } from 'aws-lambda';
import type { FoundRoute } from './front-routes.ts';

/** Largest body API Gateway takes, in bytes. */
export const mostBodyBytes = 10 * 1024 * 1024;

/** The whole body, or null when it is larger than `most` bytes. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    // What comes after is read and thrown away, so that the caller hears the answer.
    if (bytes <= most) chunks.push(chunk);
  }
  return bytes > most ? null : Buffer.concat(chunks);
}

interface Received extends FoundRoute {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  /** Claims of the token, where the route asks for one. */
  readonly claims: Readonly<Record<string, string>> | undefined;
  readonly requestId: string;
}

/**
 * The event of an HTTP API, payload format 2.0: lower-case headers, the values of a repeated header or query
 * parameter joined by commas, cookies apart, and a body in base64 unless its type is text.
 */
export function eventOf({ request, route, params, body, claims, requestId }: Received): ApiEvent {
  const method = request.method ?? 'GET';
  const [rawPath = '/', rawQueryString = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const path = decodeURI(rawPath);
  const query = queryOf(rawQueryString);
  const { cookie, ...headers } = headersOf(request.headers);
  const isBase64Encoded = body.length > 0 && !isText(headers['content-type']);
  const now = new Date();
  const routeKey = route.path === '$default' ? '$default' : `${route.method} ${route.path}`;
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString,
    headers,
    isBase64Encoded,
    ...(cookie !== undefined && { cookies: cookie.split(/;\s*/) }),
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    ...(Object.keys(params).length > 0 && { pathParameters: { ...params } }),
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: {
        method,
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
      // A route without an authorizer has none; the type of the event knows only the ones with it.
      authorizer: { principalId: '', integrationLatency: 0, jwt: { claims: { ...claims }, scopes: [] } },
    },
  };
}

function headersOf(raw: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : value]],
    ),
  );
}

function queryOf(rawQueryString: string): Record<string, string> {
  const query = new URLSearchParams(rawQueryString);
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]));
}

/** Without a type a body is taken for text. */
function isText(type = 'text/plain'): boolean {
  return /^(text\/|application\/(json|javascript|xml|[^;]*\+json))/i.test(type);
}
