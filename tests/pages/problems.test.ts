import { afterEach, expect, test } from 'vitest';
import type { Page } from '../../functions/web/page.ts';
import { Busy } from '../../shared/store/faults.ts';
import { castOf } from '../support/cast.ts';
import { pageClient } from '../support/page-client.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { htmlFaults } from '../support/screen.ts';
import { testStore } from '../support/store.ts';

let world: PagesWorld;
afterEach(() => world.stop());

/** The start page of a world in which something goes wrong there. */
async function startPage(get: () => never) {
  const store = await testStore();
  await castOf(store, 'southampton', '');
  const broken: Page = { path: 'start', action: 'self.read', get };
  world = await openPages(store, { pages: [broken] });
  const browser = pageClient(world.url);
  await browser.signIn('officer');
  return { ...(await browser.get('/')), store };
}

test('a fault of ours is told in plain words with a reference that our log has, and nothing of the fault', async () => {
  const secret = 'Ada Lovelace, born 1815';
  const { status, text, store } = await startPage(() => {
    throw new Error(secret);
  });
  expect(status).toBe(500);
  expect(text).toContain('Something went wrong');
  const reference = /reference <strong>([^<]+)</.exec(text)?.[1];
  const logged = store.logged.find(({ code }) => code === 'request-faulted');
  expect(logged?.facts).toMatchObject({ request: reference, fault: 'Error' });
  expect(text + JSON.stringify(store.logged)).not.toContain(secret);
  expect(await htmlFaults(text)).toEqual([]);
});

test('a busy service says when to try again', async () => {
  const { status, text, headers } = await startPage(() => {
    throw new Busy('vacancyListed');
  });
  expect([status, headers.get('retry-after')]).toEqual([503, '60']);
  expect(text).toContain('nothing was changed');
});

test('what people say is shown as text, whatever it looks like', async () => {
  const store = await testStore();
  await castOf(store, 'southampton', '');
  const said = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
  const page: Page = { path: 'start', action: 'self.read', get: () => ({ title: said, show: said }) };
  world = await openPages(store, { pages: [page] });
  const browser = pageClient(world.url);
  await browser.signIn('officer');
  const { text } = await browser.get('/');
  expect(text).not.toMatch(/<script|<img/);
  expect(text).toContain('&lt;script>');
});
