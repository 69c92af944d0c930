import { describe, expect, test } from 'vitest';
import { openApiDocument } from '../../functions/openapi/document.ts';
import { handler } from '../../functions/openapi/index.ts';
import { openApiPath } from '../../functions/openapi/path.ts';
import { routes } from '../../functions/routes.ts';
import { fits } from '../support/json-schema.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever the document holds
type Any = any;

const document: Any = JSON.parse(JSON.stringify(openApiDocument(routes)));

/** Every object inside a value, with the words of the path to it. */
function* parts(value: Any, path: readonly string[] = []): Generator<readonly [readonly string[], Any]> {
  if (typeof value !== 'object' || value === null) return;
  yield [path, value];
  for (const [name, one] of Object.entries(value)) yield* parts(one, [...path, name]);
}

/** What a local pointer points at. */
function at(ref: string): Any {
  return ref
    .replace(/^#\//, '')
    .split('/')
    .map((word) => word.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((value, word) => value?.[word], document);
}

const resolved = (one: Any): Any => (one.$ref === undefined ? one : at(one.$ref));

const operations: readonly { method: string; path: string; operation: Any }[] = Object.entries<Any>(
  document.paths,
).flatMap(([path, item]) =>
  Object.entries<Any>(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
);

const operationOf = (name: string): Any =>
  operations.find(({ operation }) => operation.operationId === name)?.operation;

describe('the document of the API', () => {
  test('has every route and itself, and nothing else', () => {
    const told = operations.map(({ method, path }) => `${method} ${path}`).sort();
    expect(told).toEqual(
      [...routes.map(({ method, path }) => `${method} ${path}`), `GET ${openApiPath}`].sort(),
    );
  });

  test('names every operation once', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('points only at what is there', () => {
    const pointers = [...parts(document)].flatMap(([path, one]) =>
      typeof one.$ref === 'string' ? [[path.join('/'), one.$ref] as const] : [],
    );
    expect(pointers.length).toBeGreaterThan(500);
    for (const [path, ref] of pointers) expect(at(ref), `${path} points at ${ref}`).toBeTypeOf('object');
  });

  test('holds no shape that nothing points at, and none with an address or dialect of its own', () => {
    const text = JSON.stringify(document);
    for (const [name, schema] of Object.entries<Any>(document.components.schemas)) {
      expect(text).toContain(`"#/components/schemas/${name}"`);
      expect([schema.$id, schema.$schema, schema.$defs]).toEqual([undefined, undefined, undefined]);
    }
  });

  test('declares every parameter of a path, and no other in it', () => {
    for (const { path, operation } of operations) {
      const inPath = (operation.parameters ?? []).map(resolved).filter((one: Any) => one.in === 'path');
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(inPath.map((one: Any) => one.name).sort(), path).toEqual(named.sort());
      expect(
        inPath.every((one: Any) => one.required),
        path,
      ).toBe(true);
    }
  });

  test('asks for Idempotency-Key on every change, and for If-Match where the route does', () => {
    for (const route of routes) {
      const headers = operationOf(route.name)
        .parameters.map(resolved)
        .filter((one: Any) => one.in === 'header')
        .map((one: Any) => one.name);
      expect(headers, route.name).toEqual([
        ...(route.method === 'GET' ? [] : ['Idempotency-Key']),
        ...(route.ifMatch ? ['If-Match'] : []),
      ]);
    }
  });

  test('tells the answer of every route, and each error as a problem document', () => {
    for (const route of routes) {
      const { responses } = operationOf(route.name);
      expect(
        resolved(responses[route.status]).content[route.media ?? 'application/json'].schema,
      ).toHaveProperty('$ref');
      expect(resolved(responses[404]).content['application/problem+json'].schema).toEqual({
        $ref: '#/components/schemas/Problem',
      });
      expect(412 in responses, route.name).toBe(route.ifMatch);
    }
  });

  test('asks for a token everywhere but for the document itself', () => {
    expect(document.security).toEqual([{ bearer: [] }]);
    const open = operations.filter(({ operation }) => operation.security !== undefined);
    expect(open.map(({ path, operation }) => [path, operation.security])).toEqual([[openApiPath, []]]);
  });
});

describe('the shape of a body in the document', () => {
  const route = (name: string) => routes.find((one) => one.name === name)!;
  const bodyOf = (name: string): Any => operationOf(name).requestBody.content['application/json'].schema;
  const sendable: readonly (readonly [string, Record<string, unknown>])[] = [
    ['recordArrival', { on: '2026-11-30' }],
    ['recordDeparture', { on: '2026-11-30', reason: 'plannedMoveOn' }],
    ['answerOffer', { answer: 'accepted', obtained: 'inPerson' }],
    ['recordStay', { personId: 'p-1', roomId: 'r-1', from: '2026-01-01', leavesOn: null }],
    ['addOrganisation', { name: 'A housing association', roles: ['landlord'] }],
    ['takeOutOfService', { from: '2026-11-30', to: '2026-12-04', reason: 'repairs' }],
  ];

  test.each(sendable)('of %s takes what the route takes', (name, body) => {
    const parsed = route(name).body.safeParse(body);
    expect(fits(at, bodyOf(name), body), JSON.stringify(parsed.error?.issues)).toBe(true);
    expect(parsed.success, JSON.stringify(parsed.error?.issues)).toBe(true);
  });

  test.each(sendable)('of %s refuses what the route refuses', (name, body) => {
    const wrong = [
      ...Object.keys(body).map((field) => ({ ...body, [field]: { not: 'this' } })),
      ...Object.keys(body).map((field) => ({ ...body, [field]: '' })),
      { ...body, surprise: true },
      {},
      [],
    ];
    for (const one of wrong) {
      expect(route(name).body.safeParse(one).success, JSON.stringify(one)).toBe(false);
      expect(fits(at, bodyOf(name), one), JSON.stringify(one)).toBe(false);
    }
  });
});

test('the door answers with the document, and lets it be kept for a while', async () => {
  const answer = await handler({}, {} as never);
  expect(answer).toMatchObject({
    statusCode: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' },
  });
  expect(JSON.parse(String(answer.body))).toEqual(document);
});
