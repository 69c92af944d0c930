import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/**
 * What is wrong with a JSON file, a line for each bad value: `file: stages[1].order: what is allowed; what was found`.
 * @param json what was read from the file
 * @param issues what a zod schema said of it
 */
export function problemLines(file: string, json: unknown, issues: readonly Issue[]): string[] {
  const texts = new Map<string, string>();
  const problems = issues
    .flatMap((issue) => settled(issue, json))
    .flatMap((issue) => problemsOf(issue, json));
  for (const { path, text } of problems) if (!texts.has(sayPath(path))) texts.set(sayPath(path), text);
  return [...texts].map(([path, text]) => `${file}: ${path}: ${text}`);
}

interface Problem {
  path: readonly PropertyKey[];
  text: string;
}

function problemsOf(issue: Issue, json: unknown): Problem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return { path, text: `is not a name the model knows; ${found(path, json)}` };
    });
  return [{ path: issue.path, text: `${allowed(issue)}; ${found(issue.path, json)}` }];
}

/** Of a union, the problems of the one form the author most likely meant. */
function settled(issue: Issue, json: unknown): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const [meant = []] = issue.errors
    .map((branch) => branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })))
    .sort((a, b) => strangeness(a, issue.path, json) - strangeness(b, issue.path, json));
  return meant.flatMap((inner) => settled(inner, json));
}

/** How little a form fits: names it does not know and names it misses weigh more than wrong values inside. */
function strangeness(branch: readonly Issue[], at: readonly PropertyKey[], json: unknown): number {
  const misfits = branch.map((issue) => {
    if (issue.code === 'unrecognized_keys' && issue.path.length === at.length) return issue.keys.length;
    return issue.path.length === at.length || valueAt(issue.path, json) === undefined ? 1 : 0;
  });
  return misfits.reduce((sum: number, misfit) => sum + misfit, 0) * 1000 + branch.length;
}

function allowed(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPE_WORDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${oneOf(issue.values)}`;
    case 'invalid_union':
      return 'options' in issue && issue.options ? `must be ${oneOf(issue.options)}` : issue.message;
    case 'too_small':
      return `must ${issue.origin === 'array' ? 'hold' : 'be'} at least ${issue.minimum}`;
    case 'too_big':
      return `must ${issue.origin === 'array' ? 'hold' : 'be'} at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'date' ? 'must be a day such as 2026-11-30' : issue.message;
    default:
      return issue.message;
  }
}

const TYPE_WORDS: Record<string, string> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function oneOf(values: readonly z.core.util.Primitive[]): string {
  const words = values.map(String);
  return words.length === 1 ? `${words[0]}` : `one of ${words.join(', ')}`;
}

function found(path: readonly PropertyKey[], json: unknown): string {
  const text = JSON.stringify(valueAt(path, json));
  if (text === undefined) return 'it is missing';
  return `found ${text.length > 60 ? `${text.slice(0, 57)}...` : text}`;
}

function valueAt(path: readonly PropertyKey[], json: unknown): unknown {
  let value = json;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === String(key))?.[1];
  }
  return value;
}

function sayPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the whole file';
  const steps = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return steps.join('').replace(/^\./, '');
}
