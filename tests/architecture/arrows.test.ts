import { describe, expect, test } from 'vitest';
import { wrongArrows } from './arrows.ts';
import { projectSources } from './project.ts';

/** What the check says of one made-up file. */
function verdict(path: string, text: string): string[] {
  return wrongArrows([{ path, text }]);
}

test('every import of the project points along the arrows', () => {
  const sources = projectSources();
  expect(sources.length).toBeGreaterThan(10);
  expect(wrongArrows(sources)).toEqual([]);
});

describe('the check of the arrows', () => {
  test.each([
    ['shared/domain/day.ts', '../../functions/deps.ts', 'shared may not use functions'],
    ['functions/cli/main.ts', '../../infra/app.ts', 'functions may not use infra'],
    ['infra/app.ts', '../tests/support/world.ts', 'infra may not use tests'],
    ['infra/local/demo.ts', '../../shared/usecases/plan.ts', 'only functions use usecases'],
    ['shared/domain/day.ts', '../matching/facts.ts', 'domain may not use matching'],
    ['shared/services/model.ts', '../matching/facts.ts', 'services may not use matching'],
    ['shared/matching/facts.ts', '../files/reader.ts', 'matching may not use files'],
    ['shared/matching/facts.ts', '../store/keys.ts', 'matching may not use store'],
    ['shared/files/reader.ts', '../store/keys.ts', 'files may not use store'],
    ['shared/access/roles.ts', '../http/stack.ts', 'access may not use http'],
    ['shared/web/page.ts', '../store/keys.ts', 'web may not use store'],
    ['shared/http/stack.ts', '../usecases/plan.ts', 'http may not use usecases'],
    ['shared/usecases/plan.ts', '../files/reader.ts', 'usecases may not use files'],
    ['shared/utils/misc.ts', '../domain/day.ts', 'utils is no folder of shared'],
    ['functions/homes/list.ts', '../../shared/web/page.tsx', 'only web imports .tsx'],
  ])('finds %s importing %s', (path, target, why) => {
    const [line] = verdict(path, `import { it } from '${target}';\n`);
    expect(line).toMatch(new RegExp(`^${path} imports .*: ${why}$`));
  });

  test.each([
    ['shared/domain/day.ts', 'node:fs', 'domain is pure and uses no node: module'],
    ['shared/matching/plan.ts', 'node:crypto', 'matching is pure and uses no node: module'],
    ['shared/domain/day.ts', 'csv-parse/sync', 'domain may use zod, postcode and no other package'],
    ['shared/matching/plan.ts', 'postcode', 'matching may use zod and no other package'],
    ['shared/matching/plan.ts', '@aws-sdk/client-dynamodb', 'matching may use zod and no other package'],
  ])('finds %s importing %s', (path, target, why) => {
    expect(verdict(path, `import { it } from '${target}';\n`)[0]).toMatch(new RegExp(`: ${why}$`));
  });

  test.each([
    ['a type', "import type { Facts } from '../matching/facts.ts';"],
    ['several lines', "import {\n  facts,\n  type Facts,\n} from '../matching/facts.ts';"],
    ['its effect alone', "import '../matching/facts.ts';"],
    ['passing it on', "export * from '../matching/facts.ts';\nexport { a as b } from './day.ts';"],
    ['later', "const later = async () => await import('../matching/facts.ts');"],
    ['a name in a type', "type Facts = import('../matching/facts.ts').Facts;"],
    ['after a comment', "/* it's here */ import { facts } from '../matching/facts.ts'; // isn't it"],
  ])('finds an import for %s', (_how, text) => {
    expect(verdict('shared/domain/day.ts', text)).toEqual([
      'shared/domain/day.ts imports shared/matching/facts.ts: domain may not use matching',
    ]);
  });

  test('leaves alone what the arrows allow', () => {
    expect(
      wrongArrows([
        { path: 'tests/journeys/a.test.ts', text: "import { plan } from '../../shared/usecases/plan.ts';" },
        {
          path: 'infra/local/demo.ts',
          text: "import { run } from '../../functions/cli/run.ts';\nimport 'node:fs';",
        },
        {
          path: 'functions/homes/list.ts',
          text: "import { list } from '../../shared/usecases/list-homes.ts';",
        },
        {
          path: 'shared/files/reader.ts',
          text: "import { Facts } from '../matching/facts.ts';\nimport 'node:fs';",
        },
        {
          path: 'shared/matching/facts.ts',
          text: "import { model } from '../services/model.ts';\nimport 'zod';",
        },
        { path: 'shared/web/page.ts', text: "import { Page } from './page.tsx';" },
        {
          path: 'shared/domain/day.ts',
          text: "// import { facts } from '../matching/facts.ts';\nimport './ids.ts';",
        },
      ]),
    ).toEqual([]);
  });

  test('finds .tsx that the command line loads over several steps', () => {
    expect(
      wrongArrows([
        { path: 'functions/cli/main.ts', text: "import { page } from '../web/pages.ts';" },
        { path: 'functions/web/pages.ts', text: "import { Page } from '../../shared/web/page.tsx';" },
      ]),
    ).toEqual(['shared/web/page.tsx: loaded by the CDK app or the command line, where Node runs no .tsx']);
  });
});
