import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paths } from '../../shared/web/paths.ts';
import { castOf } from '../support/cast.ts';
import { pageClient } from '../support/page-client.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { testStore } from '../support/store.ts';

let world: PagesWorld;
beforeAll(async () => {
  const store = await testStore();
  await castOf(store, 'southampton', '');
  world = await openPages(store);
});
afterAll(() => world.stop());

const addresses = Object.values(paths).map((path) => path.replace(/\{\w+\}/g, 'some-1'));

describe('every answer of the pages is kept from caches, frames and scripts:', () => {
  test.each([...addresses, '/no-such-page', '/assets/none.css'])('%s', async (address) => {
    const officer = pageClient(world.url);
    await officer.signIn('officer');
    for (const browser of [pageClient(world.url), officer]) {
      const { headers, text } = await browser.get(address);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy.split('; ')).toEqual([
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self' data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]);
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'same-origin',
        'strict-transport-security': 'max-age=63072000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      expect(text).not.toMatch(/<script|<style| style=| on\w+=/);
    }
  });
});

test('the stylesheet is kept for ever under an address that changes with it', async () => {
  const browser = pageClient(world.url);
  const page = await browser.get('/privacy');
  const address = /href="(\/assets\/pages-[0-9a-f]{16}\.css)"/.exec(page.text)?.[1] ?? '';
  const { status, headers, text } = await browser.get(address);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(text).not.toMatch(/GDS Transport|@font-face|crown|url\((?!data:)/i);
  expect((await browser.get('/assets/pages.css')).to).toBe(address);
});

test('an address of the API that is none answers as the API does', async () => {
  const { status, headers, text } = await pageClient(world.url).get('/v1/nothing');
  expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  expect(JSON.parse(text).code).toBe('no-such-route');
});
