import * as z from 'zod';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Shapes as JSON Schema, each named once and pointed at wherever it is used. */
export interface NamedSchemas {
  /** A shape as it must be sent. */
  readonly sent: (schema: z.ZodType) => JsonSchema;
  /** A shape as it is answered. */
  readonly answered: (schema: z.ZodType) => JsonSchema;
  /** What such a pointer points at. */
  readonly at: (pointer: JsonSchema) => JsonSchema;
  /** Those a document points at, directly or through others, in alphabetical order. */
  readonly usedBy: (document: unknown) => Readonly<Record<string, JsonSchema>>;
}

const root = '#/components/schemas/';

/** A shape with its name. */
export type Word = readonly [string, z.ZodType];

export interface Words {
  readonly sent: readonly Word[];
  readonly answered: readonly Word[];
}

/**
 * @param words of several names for one shape the first holds
 * @throws Error when two shapes have one name, or a shape cannot be written as JSON Schema
 */
export function namedSchemas(words: Words): NamedSchemas {
  const names = new Map<z.ZodType, string>();
  for (const [name, schema] of [...words.answered, ...words.sent])
    if (!names.has(schema)) names.set(schema, name);
  const nameOf = (schema: z.ZodType): string => {
    const name = names.get(schema);
    if (name === undefined) throw new RangeError('A route uses a shape that has no name.');
    return name;
  };
  const sent = generated(words.sent, nameOf, 'input');
  const answered = generated(words.answered, nameOf, 'output');
  const apart = namesApart(sent, answered);
  const all = new Map([...sent, ...answered]);
  for (const name of apart) all.set(sentName(name), rerouted(sent.get(name) ?? {}, apart));
  const at = (pointer: JsonSchema): JsonSchema => all.get(String(pointer.$ref).slice(root.length)) ?? {};
  return {
    sent: (schema) => {
      const name = nameOf(schema);
      return { $ref: `${root}${apart.has(name) ? sentName(name) : name}` };
    },
    answered: (schema) => ({ $ref: `${root}${nameOf(schema)}` }),
    at,
    usedBy: (document) => {
      const used = new Set<string>();
      const next = pointersIn(document);
      for (let name = next.pop(); name !== undefined; name = next.pop()) {
        if (used.has(name)) continue;
        used.add(name);
        next.push(...pointersIn(all.get(name)));
      }
      return Object.fromEntries([...used].sort().map((name) => [name, all.get(name) ?? {}]));
    },
  };
}

/** What may be left out, or is turned into something else, is sent in another shape than it is answered. */
const sentName = (name: string): string => `${name}Sent`;

function generated(
  words: readonly Word[],
  nameOf: (schema: z.ZodType) => string,
  io: 'input' | 'output',
): ReadonlyMap<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [, schema] of words) registry.add(schema, { id: nameOf(schema) });
  const { schemas } = z.toJSONSchema(registry, { io, uri: (id) => `${root}${id}` });
  // Where the library puts a shape that holds itself, whose address would be none of OpenAPI's.
  if ('__shared' in schemas) throw new RangeError('A shape that holds itself needs a name.');
  return new Map<string, JsonSchema>(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _address, ...schema }]) => [name, schema]),
  );
}

/** Names whose shapes differ between sent and answered, in themselves or in what they point at. */
function namesApart(
  sent: ReadonlyMap<string, JsonSchema>,
  answered: ReadonlyMap<string, JsonSchema>,
): Set<string> {
  const apart = new Set<string>();
  const differs = ([name, schema]: readonly [string, JsonSchema]): boolean => {
    const other = answered.get(name);
    if (other === undefined || apart.has(name)) return false;
    return (
      JSON.stringify(schema) !== JSON.stringify(other) || pointersIn(schema).some((one) => apart.has(one))
    );
  };
  for (let found = [...sent].filter(differs); found.length > 0; found = [...sent].filter(differs))
    for (const [name] of found) apart.add(name);
  return apart;
}

const pointer = /"\$ref":"#\/components\/schemas\/([^"]+)"/g;

function pointersIn(value: unknown): string[] {
  return [...(JSON.stringify(value) ?? '').matchAll(pointer)].map(([, name = '']) => name);
}

function rerouted(schema: JsonSchema, apart: ReadonlySet<string>): JsonSchema {
  const text = JSON.stringify(schema).replaceAll(pointer, (whole, name: string) =>
    apart.has(name) ? `"$ref":"${root}${sentName(name)}"` : whole,
  );
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}
