import { describe, expect, test } from 'vitest';
import { casted, impure } from './habits.ts';
import { projectSources } from './project.ts';

const verdict = (check: typeof casted, text: string) => check([{ path: 'shared/domain/made-up.ts', text }]);

test('the product has no any and no cast', () => {
  expect(casted(projectSources())).toEqual([]);
});

test('domain and matching use no clock, no chance and nothing of the world outside', () => {
  expect(impure(projectSources())).toEqual([]);
});

describe('the check of types', () => {
  test.each([
    'let x: any;',
    'const list: any[] = [];',
    'const byId = new Map<string, any>();',
    'const list: Array<any> = [];',
    'type Loose = any;',
    'type Loose = string | any;',
    'const f = (): any => 1;',
    'const id = text as PersonId;',
    'const id = text as unknown as PersonId;',
    'const pair = text as [string, string];',
    'const wide = { a: 1 } as { a: number };',
    "import * as z from 'zod';\nconst id = z.parse(text) as PersonId;",
    `const said = \`\${text as PersonId}\`;`,
  ])('finds %s', (text) => {
    expect(verdict(casted, text)).toHaveLength(1);
  });

  test.each([
    'const kinds = ["a", "b"] as const;',
    "import * as z from 'zod';",
    "import {\n  type A as B,\n  c as d,\n} from './a.ts';",
    "export * as days from './day.ts';",
    "export { a as b } from './a.ts';",
    'const rule = { any: [first, second], all: [] };',
    'const { all, any } = rule;',
    'const won = await Promise.any(tries);',
    "const text = 'as soon as any: any is free'; // as said",
    `const text = \`as good as \${any(room)}\`;`,
  ])('leaves %s alone', (text) => {
    expect(verdict(casted, text)).toEqual([]);
  });

  test('lets tests cast', () => {
    expect(casted([{ path: 'tests/made-up.test.ts', text: 'const id = text as PersonId;' }])).toEqual([]);
  });
});

describe('the check of purity', () => {
  test.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const now = new Date;',
    'const today = Temporal.Now.plainDateISO();',
    'const started = performance.now();',
    'const tie = Math.random();',
    'const id = crypto.randomUUID();',
    'console.log(plan);',
    'const home = process.env.HOME;',
    "const answer = await fetch('https://example.org');",
  ])('finds %s', (text) => {
    expect(verdict(impure, text)).toHaveLength(1);
  });

  test.each([
    'const day = new Date(millis);',
    '// not Date.now(), but an argument',
    "const why = 'Math.random';",
  ])('leaves %s alone', (text) => {
    expect(verdict(impure, text)).toEqual([]);
  });

  test('binds domain and matching alone', () => {
    const text = 'const now = Date.now();';
    expect(impure([{ path: 'shared/matching/plan.ts', text }])).toHaveLength(1);
    expect(impure([{ path: 'functions/deps.ts', text }])).toEqual([]);
  });
});
