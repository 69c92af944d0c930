import * as z from 'zod';
import type { Route } from '../route.ts';
import { knownWords } from './known-words.ts';
import { openApiPath } from './path.ts';
import { ProblemShown, problemStatuses } from './problem.ts';
import { type JsonSchema, type NamedSchemas, namedSchemas, type Word } from './schemas.ts';

/** What the API offers, by OpenAPI 3.1, made of the routes and the very shapes that what is sent is judged by. */
export function openApiDocument(routes: readonly Route[]) {
  const schemas = namedSchemas({
    sent: [...knownWords, ...routes.flatMap(sentWords)],
    answered: [['Problem', ProblemShown], ...knownWords, ...routes.map(answeredWord)],
  });
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes)
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, schemas) };
  paths[openApiPath] = { get: ownOperation };
  const responses = responsesOf(schemas);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Homeward',
      version: '1',
      description:
        'Suggests, proposes and records moves into supported homes. Times are UTC; days are those of London; money is in pence; distances are metres in a straight line.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    tags: [...new Set(routes.map((route) => route.door))].map((name) => ({ name })),
    paths,
    components: {
      schemas: schemas.usedBy({ paths, responses }),
      parameters: { idempotencyKey, ifMatch },
      responses,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}
export type OpenApiDocument = ReturnType<typeof openApiDocument>;

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'A new random key for each change, and the same one when it is sent again: then it is done once, and answered the same.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' },
};

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The version that was read, such as "3".',
  schema: { type: 'string', pattern: '^"?[0-9]{1,9}"?$' },
};

const ownOperation = {
  operationId: 'readOpenApi',
  summary: 'Read this document.',
  security: [],
  responses: {
    200: {
      description: 'What the API offers.',
      content: { 'application/json': { schema: { type: 'object' } } },
    },
  },
};

/** `addHome` names `AddHomeBody` and its like, for shapes that have no name yet. */
const wordOf = ({ name }: Route): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

function sentWords(route: Route): Word[] {
  const word = wordOf(route);
  return [
    [`${word}Path`, route.params],
    [`${word}Query`, route.query],
    [`${word}Body`, route.body],
  ];
}

const answeredWord = (route: Route): Word => [`${wordOf(route)}Answer`, route.answer];

function operationOf(route: Route, schemas: NamedSchemas) {
  const writes = route.method !== 'GET';
  return {
    operationId: route.name,
    summary: route.summary,
    tags: [route.door],
    parameters: [
      ...parametersOf('path', schemas.at(schemas.sent(route.params))),
      ...parametersOf('query', schemas.at(schemas.sent(route.query))),
      ...(writes ? [{ $ref: '#/components/parameters/idempotencyKey' }] : []),
      ...(route.ifMatch ? [{ $ref: '#/components/parameters/ifMatch' }] : []),
    ],
    ...(writes && {
      requestBody: { required: true, content: { 'application/json': { schema: schemas.sent(route.body) } } },
    }),
    responses: {
      [route.status]: {
        description: writes ? 'It is done.' : 'What was asked for.',
        content: { [route.media ?? 'application/json']: { schema: schemas.answered(route.answer) } },
      },
      ...Object.fromEntries(
        statusesOf(route).map((status) => [status, { $ref: `#/components/responses/${status}` }]),
      ),
    },
  };
}

const Fields = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
});

function parametersOf(where: 'path' | 'query', schema: JsonSchema) {
  const { properties, required } = Fields.parse(schema);
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema: one,
  }));
}

/** The statuses a route may answer with besides its own. */
function statusesOf({ method, ifMatch: versioned }: Route): number[] {
  const onlyWrites = [409, 413, 503];
  const onlyVersioned = [412, 428];
  return Object.keys(problemStatuses)
    .map(Number)
    .filter((status) => method !== 'GET' || !onlyWrites.includes(status))
    .filter((status) => versioned || !onlyVersioned.includes(status));
}

function responsesOf(schemas: NamedSchemas) {
  const content = { 'application/problem+json': { schema: schemas.answered(ProblemShown) } };
  return Object.fromEntries(
    Object.entries(problemStatuses).map(([status, { description, byGateway }]) => [
      status,
      { description, ...(!byGateway && { content }) },
    ]),
  );
}
