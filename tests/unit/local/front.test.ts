import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiEvent, type Front, startFront } from '../../../infra/local/front.ts';
import { type FrontRoute, findRoute } from '../../../infra/local/front-routes.ts';

const routes: FrontRoute[] = [
  { method: 'GET', path: '/v1/homes/{homeId}', door: 'homes', authorized: true },
  { method: 'POST', path: '/v1/homes', door: 'homes', authorized: true },
  { method: 'GET', path: '/v1/homes/new', door: 'forms', authorized: false },
  { method: 'POST', path: '/slow', door: 'slow', authorized: false },
  { method: 'POST', path: '/broken', door: 'broken', authorized: false },
  { method: 'ANY', path: '/pages/{proxy+}', door: 'web', authorized: false },
];

let front: Front;
const events: { door: string; event: ApiEvent }[] = [];

beforeAll(async () => {
  front = await startFront({
    port: 0,
    routes,
    verify: async (token) => (token === 'good' ? { sub: 'officer', exp: '7' } : null),
    invoke: async (door, event) => {
      if (door === 'slow') throw Object.assign(new Error('too long'), { name: 'TimeoutError' });
      if (door === 'broken') throw new Error('secret words');
      events.push({ door, event });
      return { statusCode: 201, headers: { 'X-Door': door }, cookies: ['a=1', 'b=2'], body: '{"ok":true}' };
    },
    also: async (request, response) => {
      if (request.url !== '/local/hello') return false;
      response.end('hello');
      return true;
    },
  });
});
afterAll(() => front.stop());

const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${front.url}${path}`, init);
const good = { authorization: 'Bearer good' };
const last = (): ApiEvent => {
  const found = events.at(-1);
  if (!found) throw new Error('nothing was invoked');
  return found.event;
};

describe('the event a function gets', () => {
  test('has route key, decoded parameters, joined query and headers, cookies and claims', async () => {
    await ask('/v1/homes/oak%20house?tag=a&tag=b&q=x%2Cy', {
      headers: { ...good, 'X-Two': 'one', cookie: 'a=1; b=2' },
    });
    expect(last()).toMatchObject({
      version: '2.0',
      routeKey: 'GET /v1/homes/{homeId}',
      rawPath: '/v1/homes/oak house',
      rawQueryString: 'tag=a&tag=b&q=x%2Cy',
      pathParameters: { homeId: 'oak house' },
      queryStringParameters: { tag: 'a,b', q: 'x,y' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-two': 'one' },
      isBase64Encoded: false,
      requestContext: {
        http: { method: 'GET', path: '/v1/homes/oak house' },
        authorizer: { jwt: { claims: { sub: 'officer', exp: '7' } } },
        routeKey: 'GET /v1/homes/{homeId}',
        stage: '$default',
      },
    });
    expect(last().requestContext.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(last()).not.toHaveProperty('body');
  });

  test('has a JSON body as text and any other in base64', async () => {
    const headers = { ...good, 'content-type': 'application/json' };
    await ask('/v1/homes', { method: 'POST', headers, body: '{"name":"Ø"}' });
    expect(last()).toMatchObject({ body: '{"name":"Ø"}', isBase64Encoded: false });
    await ask('/v1/homes', { method: 'POST', headers: good, body: new URLSearchParams({ a: 'b' }) });
    expect(last()).toMatchObject({ body: Buffer.from('a=b').toString('base64'), isBase64Encoded: true });
  });

  test('comes back as status, headers and cookies', async () => {
    const response = await ask('/v1/homes', { method: 'POST', headers: good, body: '' });
    expect(response.status).toBe(201);
    expect(response.headers.get('x-door')).toBe('homes');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await response.json()).toEqual({ ok: true });
  });
});

describe('what the gateway answers by itself', () => {
  test.each([
    ['no token', {}],
    ['a token that does not hold', { authorization: 'Bearer bad' }],
    ['another scheme', { authorization: 'Basic good' }],
  ])('401 with %s', async (_, headers) => {
    const response = await ask('/v1/homes/a', { headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ message: 'Unauthorized' });
  });

  test.each(['/v1', '/v1/homes', '/v1/homes/a/rooms', '/v1/homes/', '/v1/homes/%ff'])(
    '404 for %s',
    async (path) => {
      const response = await ask(path, { headers: good });
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ message: 'Not Found' });
    },
  );

  test('413 for more than 10 MB', async () => {
    const body = Buffer.alloc(10 * 1024 * 1024 + 1);
    expect((await ask('/v1/homes', { method: 'POST', headers: good, body })).status).toBe(413);
  });

  test('503 when the function takes too long, 500 when it fails, and nothing of why', async () => {
    const slow = await ask('/slow', { method: 'POST' });
    expect([slow.status, await slow.json()]).toEqual([503, { message: 'Service Unavailable' }]);
    const broken = await ask('/broken', { method: 'POST' });
    expect([broken.status, await broken.json()]).toEqual([500, { message: 'Internal Server Error' }]);
  });

  test('what is only on this machine comes first', async () => {
    expect(await (await ask('/local/hello')).text()).toBe('hello');
  });

  test('a port that is taken is one sentence with the way out', async () => {
    const again = startFront({
      port: front.port,
      routes,
      verify: async () => null,
      invoke: async () => ({}),
    });
    await expect(again).rejects.toThrow(
      new RangeError(
        `Port ${front.port} is in use by another program. Choose another: PORT=${front.port + 1} npm run demo`,
      ),
    );
  });
});

describe('the route', () => {
  test('is the most specific one', () => {
    expect(findRoute(routes, 'GET', '/v1/homes/new')?.route.door).toBe('forms');
    expect(findRoute(routes, 'GET', '/v1/homes/old')).toMatchObject({ params: { homeId: 'old' } });
    expect(findRoute(routes, 'POST', '/pages/a/b%20c')).toMatchObject({ params: { proxy: 'a/b c' } });
    expect(findRoute(routes, 'GET', '/pages')).toBeNull();
    const all = [...routes, { method: 'ANY', path: '$default', door: 'rest', authorized: false }];
    expect(findRoute(all, 'GET', '/pages/a')?.route.door).toBe('web');
    expect(findRoute(all, 'DELETE', '/v1/homes/a')?.route.door).toBe('rest');
    const files = ['/files/{rest+}', '/files/{id}'].map((path) => ({
      method: 'GET',
      path,
      door: path,
      authorized: false,
    }));
    expect(findRoute(files, 'GET', '/files/a')?.route.door).toBe('/files/{id}');
    expect(findRoute(files, 'GET', '/files/a/b')?.route.door).toBe('/files/{rest+}');
  });
});
