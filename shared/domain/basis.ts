import * as z from 'zod';

/** The parts of what a proposal rests on, each with a digest of its own. */
export const BasisPart = z.enum(['person', 'request', 'constraints', 'home', 'housemates', 'policy']);
export type BasisPart = z.infer<typeof BasisPart>;

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
type Value = z.infer<typeof Value>;

/** Facts as fields by their path, such as `needs[n-1].supportHoursPerWeek`. */
const Fields = z.record(z.string(), Value);
export type Fields = z.infer<typeof Fields>;

/** The facts a proposal rests on, as they were when it was made or last renewed. */
export const Basis = z.record(BasisPart, Fields);
export type Basis = z.infer<typeof Basis>;

/** A digest of each part: two bases are the same when these are. */
export const BasisDigests = z.record(BasisPart, z.string().length(32));
export type BasisDigests = z.infer<typeof BasisDigests>;

/**
 * One field that reads differently now. Null: it was not there, or is no more. Words somebody wrote and dates of birth
 * are told as `changed`, so that an answer can carry the change.
 */
export const FactChanged = z.strictObject({
  part: BasisPart,
  field: z.string(),
  before: z.string().nullable(),
  now: z.string().nullable(),
});
export type FactChanged = z.infer<typeof FactChanged>;

/** Codes, days, numbers and ids. */
const sayable = /^[\w.:-]{0,40}$/;

const untold = 'changed';

/** Lists every field in which two bases differ, by part and path. */
export function changesBetween(before: Basis, now: Basis): FactChanged[] {
  return BasisPart.options.flatMap((part) => {
    const was = before[part];
    const is = now[part];
    const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
    return fields
      .filter((field) => was[field] !== is[field])
      .map((field) => ({ part, field, before: told(field, was[field]), now: told(field, is[field]) }));
  });
}

function told(field: string, value: Value | undefined): string | null {
  if (value === undefined) return null;
  if (field.endsWith('dateOfBirth')) return untold;
  const text = value === null ? 'not recorded' : String(value);
  return value === null || sayable.test(text) ? text : untold;
}

/** A value taken apart into its fields; things in a list go by their ids, or else by their place. */
export function fieldsOf(value: unknown, path = ''): Fields {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null)
    return { [path]: value };
  if (Array.isArray(value)) {
    const each = value.map((one, i) => fieldsOf(one, `${path}[${idOf(one) ?? i}]`));
    return Object.assign({}, ...each);
  }
  if (typeof value !== 'object') return {};
  const each = Object.entries(value).map(([name, one]) => fieldsOf(one, path ? `${path}.${name}` : name));
  return Object.assign({}, ...each);
}

function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return null;
  const id = 'id' in value ? value.id : 'personId' in value ? value.personId : null;
  return typeof id === 'string' ? id : null;
}
