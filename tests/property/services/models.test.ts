import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseServiceModel, serviceModels } from '../../../shared/services/index.ts';
import { modelFiles } from '../../../shared/services/load.ts';

const opts = { seed: 20261123, numRuns: 300 };
const models = [...serviceModels().values()];

type Path = readonly (string | number)[];

/** Every value of a file that is text, a number or a yes or no, with its path. */
function leaves(node: unknown, path: Path = []): { path: Path; value: unknown }[] {
  if (Array.isArray(node)) return node.flatMap((one, at) => leaves(one, [...path, at]));
  if (typeof node === 'object' && node !== null)
    return Object.entries(node).flatMap(([key, one]) => leaves(one, [...path, key]));
  return node === null ? [] : [{ path, value: node }];
}

/** Every object of a file that has a name for each of its parts. */
function objects(node: unknown, path: Path = []): Path[] {
  if (Array.isArray(node)) return node.flatMap((one, at) => objects(one, [...path, at]));
  if (typeof node !== 'object' || node === null) return [];
  return [path, ...Object.entries(node).flatMap(([key, one]) => objects(one, [...path, key]))];
}

function put(node: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node)) return node.map((one, at) => (at === key ? put(one, rest, value) : one));
  if (typeof node !== 'object' || node === null) throw new Error(`Nothing at ${key}`);
  const inner: unknown = Reflect.get(node, key);
  return { ...node, [key]: put(inner, rest, value) };
}

const sayPath = (path: Path) =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');

function said(json: unknown): string {
  try {
    parseServiceModel(json, 'm.json');
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

const file = fc.constantFrom(...modelFiles);
const broken = file.chain(({ json }) =>
  fc.constantFrom(...leaves(json)).map(({ path, value }) => ({ json, path, value })),
);

describe('any broken copy of any model is refused', () => {
  test('where a value is of another kind, with its path and what is wrong', () => {
    fc.assert(
      fc.property(broken, ({ json, path, value }) => {
        const wrong = typeof value === 'object' ? 7 : { of: 'another kind' };
        const lines = said(put(json, path, wrong)).split('\n');
        // A union is told at the value, or at the union where no form is close.
        const named = lines.some((line) => {
          const at = line.split(': ')[1] ?? '';
          return sayPath(path).startsWith(at) && at !== '';
        });
        expect(named, `${sayPath(path)}: ${lines.join(' | ')}`).toBe(true);
        expect(lines.every((line) => /^m\.json: \S+: .*(; found |; it is missing)/.test(line))).toBe(true);
      }),
      opts,
    );
  });

  test('where a source is left empty, wherever it stands', () => {
    const sources = modelFiles.flatMap(({ json }) =>
      leaves(json)
        .filter(({ path }) => path.at(-1) === 'source')
        .map(({ path }) => ({ json, path })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...sources), ({ json, path }) => {
        expect(said(put(json, path, ' '))).toContain(
          `m.json: ${sayPath(path)}: must name the document the rule comes from; found " "`,
        );
      }),
      opts,
    );
  });

  test('where an object holds a name nobody knows', () => {
    const places = modelFiles.flatMap(({ json }) => objects(json).map((path) => ({ json, path })));
    fc.assert(
      fc.property(fc.constantFrom(...places), ({ json, path }) => {
        expect(said(put(json, [...path, 'colour'], 'red'))).toMatch(/^m\.json: /);
      }),
      opts,
    );
  });
});

describe.each(models)('the stages of $name', (model) => {
  const later = (from: string) =>
    model.moves.filter((move) => move.from === from && move.direction === 'stepDown');
  const bedStages = model.stages.filter(({ beds }) => beds).map(({ id }) => id);

  test('can all be entered: by newcomers, or by a move from one that can', () => {
    const first = model.stages.toSorted((a, b) => a.order - b.order)[0]!.id;
    const reached = new Set([first, ...model.matching.newcomerStages]);
    for (const stage of reached)
      for (const { to } of model.moves.filter((move) => move.from === stage)) reached.add(to);
    expect([...reached].sort()).toEqual(model.stages.map(({ id }) => id).sort());
  });

  test('go down without a circle', () => {
    const visit = (id: string, above: readonly string[]): void => {
      expect(above).not.toContain(id);
      for (const { to } of later(id)) visit(to, [...above, id]);
    };
    for (const { id } of model.stages) visit(id, []);
  });

  test('lead from every home but the last to one with less support', () => {
    const last = bedStages.filter((id) => later(id).length === 0);
    expect(last.length).toBeLessThanOrEqual(1);
  });

  test('name workers, gates and preparations that exist, and say where each comes from', () => {
    expect(parseServiceModel(JSON.parse(JSON.stringify(model)), 'm.json')).toEqual(model);
    for (const { value, path } of leaves(model).filter((leaf) => leaf.path.at(-1) === 'source'))
      expect(String(value).length, sayPath(path)).toBeGreaterThan(5);
  });
});
