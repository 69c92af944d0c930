import type * as z from 'zod';

/** Where something is wrong in what was sent, as a JSON pointer, and what is allowed there. */
export interface InvalidPart {
  readonly pointer: string;
  readonly message: string;
}

/** What was sent does not have the shape a route asks for. It never repeats what was sent. */
export class InvalidRequest extends Error {
  readonly parts: readonly InvalidPart[];

  constructor(parts: readonly InvalidPart[]) {
    super('The request is not of the shape this route asks for.');
    this.parts = parts;
  }
}

/** @throws InvalidRequest naming each wrong part under `/body` or `/query` */
export function parsePart<T>(schema: z.ZodType<T>, value: unknown, part: 'body' | 'query'): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidRequest(parsed.error.issues.flatMap((issue) => partsOf(issue, `/${part}`)));
}

function partsOf(issue: z.core.$ZodIssue, under: string): InvalidPart[] {
  const pointer = [under, ...issue.path.map((step) => escaped(String(step)))].join('/');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: `${pointer}/${escaped(key)}`, message: 'is not known here' }));
  return [{ pointer, message: issue.message }];
}

/** @source RFC 6901, section 3 */
const escaped = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 80);
