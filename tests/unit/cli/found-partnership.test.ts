import { afterEach, expect, inject, test, vi } from 'vitest';
import { run } from '../../../functions/cli/program.ts';
import { Day } from '../../../shared/domain/day.ts';
import { members, partnerships } from '../../../shared/store/kinds/partnerships.ts';
import { Records } from '../../../shared/store/records.ts';
import { testStore } from '../../support/store.ts';

afterEach(() => vi.unstubAllEnvs());

const founding = [
  'found-partnership',
  '--id',
  'exmoor',
  '--name',
  'Exmoor',
  '--gss',
  'E07000042',
  '--admin',
  'first-admin',
];

async function told(args: readonly string[]) {
  const lines: string[] = [];
  const io = {
    out: (text: string) => lines.push(text),
    err: (text: string) => lines.push(text),
    progress: false,
    today: Day.parse('2026-04-20'),
  };
  return { code: await run(args, io), text: lines.join('\n') };
}

test('the command founds a partnership with its first admin, once however often it is run', async () => {
  const store = await testStore();
  vi.stubEnv('TABLE_NAME', store.tableName);
  vi.stubEnv('HASH_SECRET', 'a secret for tests');
  vi.stubEnv('SERVICE', 'command-line');
  vi.stubEnv('DYNAMODB_ENDPOINT', inject('dynamoDbEndpoint'));
  expect(await told(founding)).toEqual({
    code: 0,
    text: 'Founded exmoor. Its first system admin is first-admin.',
  });
  expect(await told(founding)).toMatchObject({ code: 0 });
  const records = new Records(store.deps.writing.table, 'exmoor');
  expect((await records.get(partnerships, 'exmoor'))?.data.name).toBe('Exmoor');
  expect((await records.get(members, 'first-admin'))?.data.roles).toEqual(['systemAdmin']);
  const other = await told(founding.map((one) => (one === 'Exmoor' ? 'Other' : one)));
  expect(other).toMatchObject({ code: 1 });
});

test('the command says which part of the environment is missing, and which option is wrong', async () => {
  vi.stubEnv('TABLE_NAME', '');
  expect(await told(founding)).toMatchObject({
    code: 2,
    text: expect.stringContaining('Fix: set TABLE_NAME'),
  });
  const wrong = founding.map((one) => (one === 'E07000042' ? 'nowhere' : one));
  expect(await told(wrong)).toMatchObject({ code: 2, text: expect.stringContaining('gssCode') });
});
