import { beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import { reachOf } from '../../shared/access/actions.ts';
import { Role } from '../../shared/domain/member.ts';
import { asker } from '../support/ask.ts';
import { allHandled } from '../support/doors.ts';
import { type TestStore, testStore } from '../support/store.ts';

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
  await Promise.all([
    ...Role.options.map((role) => store.member(role, [role])),
    store.member('gone', [...Role.options], { active: false }),
  ]);
});

/** Every parameter of a path names something that may or may not be there: nobody gets so far as to find out. */
const paramsOf = (path: string): Record<string, string> =>
  Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, 'any-1']));

const ask = (name: string, path: string, as?: string) =>
  asker(allHandled, store.deps)(name, { params: paramsOf(path), ...(as !== undefined && { as }), body: {} });

describe.each(routes.map(({ name, path, action }) => ({ name, path, action })))(
  '$name',
  ({ name, path, action }) => {
    const without = Role.options.filter((role) => reachOf([role], action) === null);

    test.each(without)('%s may not', async (role) => {
      const answered = await ask(name, path, role);
      expect(answered).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    });

    test('nobody may who is a member no longer, is none, or is unknown', async () => {
      expect(await ask(name, path, 'gone')).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
      expect(await ask(name, path, 'stranger')).toMatchObject({
        status: 403,
        body: { code: 'no-membership' },
      });
      expect(await ask(name, path, 'no subject!')).toMatchObject({
        status: 403,
        body: { code: 'no-membership' },
      });
      expect(await ask(name, path)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    });
  },
);

test('everybody has a route they may not use, and nobody is without any', () => {
  for (const role of Role.options) {
    const may = routes.filter(({ action }) => reachOf([role], action) !== null);
    expect(may.length).toBeGreaterThan(0);
    expect(may.length).toBeLessThan(routes.length);
  }
});
