import { codeOf, type Source } from './source.ts';

interface Habit {
  readonly pattern: RegExp;
  readonly why: string;
}

const casts: readonly Habit[] = [
  // A value may be called `any`; a type is what stands behind one of these signs.
  {
    pattern: /(?:[:<|&]|=>|\bas\b|\bsatisfies\b|\bkeyof\b|\btype \w+ =)\s*any\b(?!\s*[(.:])|,\s*any\s*>/,
    why: 'any',
  },
  { pattern: /\bas\s+(?!const\b)[\w${("'[]/, why: 'a cast with as' },
];
const impurities: readonly Habit[] = [
  {
    pattern: /\bDate\.now\b|\bDate\s*\(\s*\)|\bnew Date\b(?!\s*\()|\bTemporal\.Now\b|\bperformance\./,
    why: 'a clock',
  },
  { pattern: /\bMath\.random\b|\bcrypto\b|\brandomUUID\b/, why: 'chance' },
  { pattern: /\bconsole\.|\bprocess\.|\bfetch\s*\(/, why: 'the world outside' },
];

/** @returns one line for each file of the product with a type that says nothing or a cast; tests may have them */
export function casted(sources: readonly Source[]): string[] {
  return sources.filter(({ path }) => !path.startsWith('tests/')).flatMap((source) => found(source, casts));
}

/** @returns one line for each use of clock, chance or the world outside in `shared/domain` and `shared/matching` */
export function impure(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => /^shared\/(domain|matching)\//.test(path))
    .flatMap((source) => found(source, impurities));
}

function found(source: Source, habits: readonly Habit[]): string[] {
  const code = withoutRenames(codeOf(source));
  return habits.flatMap(({ pattern, why }) => {
    const match = pattern.exec(code);
    return match ? [`${source.path}: ${why} (${match[0].trim()})`] : [];
  });
}

/** Drops the imports and export lists, in which `as` gives another name and casts nothing. */
function withoutRenames(code: string): string {
  return code.replace(/^\s*(?:import\s[^;]*?from\s*''|export\s*(?:type\s*)?(?:\*|\{)[^;]*?(?:;|\}))/gm, ' ');
}
