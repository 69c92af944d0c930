/**
 * Whether a stream record matches a pattern of an event source mapping. A pattern names fields; each must be one of
 * the values listed, or meet one of the conditions. Fields that a pattern does not name do not matter.
 * @throws RangeError on a condition that is not known here: never let through, never held back by guessing
 */
export function matches(pattern: unknown, value: unknown): boolean {
  if (!isObject(pattern))
    throw new RangeError(`A filter has ${JSON.stringify(pattern)} where fields belong.`);
  return Object.entries(pattern).every(([field, wanted]) => {
    if (field === '$or') return orOf(wanted).some((one) => matches(one, value));
    const there = isObject(value) ? value[field] : undefined;
    if (Array.isArray(wanted)) return wanted.some((one) => meets(one, there));
    return matches(wanted, there);
  });
}

/** Whether a record matches one of the patterns; every record does where there is none. */
export function passes(patterns: readonly unknown[], record: unknown): boolean {
  return patterns.length === 0 || patterns.some((pattern) => matches(pattern, record));
}

function orOf(wanted: unknown): unknown[] {
  if (Array.isArray(wanted)) return wanted;
  throw new RangeError('A filter has an $or without a list.');
}

/** A list in the record meets what one of its members meets. */
function meets(wanted: unknown, there: unknown): boolean {
  if (Array.isArray(there)) return there.some((one) => meets(wanted, one));
  return isObject(wanted) ? meetsCondition(wanted, there) : wanted === there;
}

function meetsCondition(condition: Readonly<Record<string, unknown>>, there: unknown): boolean {
  const [[name, given] = ['nothing', undefined], ...more] = Object.entries(condition);
  if (more.length > 0)
    throw new RangeError(`A filter has two conditions in one: ${JSON.stringify(condition)}.`);
  switch (name) {
    case 'exists':
      return (there !== undefined && !isObject(there)) === given;
    case 'prefix':
      return typeof there === 'string' && there.startsWith(String(given));
    case 'suffix':
      return typeof there === 'string' && there.endsWith(String(given));
    case 'anything-but':
      return (
        there !== undefined && !(Array.isArray(given) ? given : [given]).some((one) => meets(one, there))
      );
    default:
      throw new RangeError(`The local run knows no filter "${name}": teach it in infra/local/filter.ts.`);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
