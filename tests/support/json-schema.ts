// biome-ignore lint/suspicious/noExplicitAny: a schema is whatever its document holds
type Any = any;

/**
 * Whether a value has the shape that a JSON Schema describes, as far as the bodies of the API need it.
 * @param at finds what a `$ref` points at
 */
export function fits(at: (ref: string) => Any, schema: Any, value: Any): boolean {
  if (schema.$ref !== undefined) return fits(at, at(schema.$ref), value);
  if (schema.anyOf && !schema.anyOf.some((one: Any) => fits(at, one, value))) return false;
  if (schema.oneOf && schema.oneOf.filter((one: Any) => fits(at, one, value)).length !== 1) return false;
  if (schema.allOf && !schema.allOf.every((one: Any) => fits(at, one, value))) return false;
  if (schema.const !== undefined && schema.const !== value) return false;
  if (schema.enum && !schema.enum.includes(value)) return false;
  switch (schema.type) {
    case 'string':
      return (
        typeof value === 'string' &&
        value.length >= (schema.minLength ?? 0) &&
        value.length <= (schema.maxLength ?? Number.POSITIVE_INFINITY) &&
        new RegExp(schema.pattern ?? '', 'u').test(value)
      );
    case 'integer':
    case 'number':
      return (
        typeof value === 'number' &&
        (schema.type === 'number' || Number.isInteger(value)) &&
        value >= (schema.minimum ?? Number.NEGATIVE_INFINITY) &&
        value <= (schema.maximum ?? Number.POSITIVE_INFINITY)
      );
    case 'boolean':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'array':
      return (
        Array.isArray(value) &&
        value.length >= (schema.minItems ?? 0) &&
        value.length <= (schema.maxItems ?? Number.POSITIVE_INFINITY) &&
        value.every((one) => fits(at, schema.items ?? {}, one))
      );
    case 'object':
      return fitsObject(at, schema, value);
    default:
      return true;
  }
}

function fitsObject(at: (ref: string) => Any, schema: Any, value: Any): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { properties = {}, required = [], additionalProperties = true } = schema;
  if (!required.every((name: string) => name in value)) return false;
  return Object.entries(value).every(([name, one]) => {
    if (name in properties) return fits(at, properties[name], one);
    return additionalProperties === false ? false : fits(at, additionalProperties, one);
  });
}
