import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cookiesOver } from '../../functions/web/cookies.ts';
import { ownAddress } from '../../functions/web/sign-in.ts';
import { castOf } from '../support/cast.ts';
import { type PageClient, pageClient } from '../support/page-client.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { type TestStore, testStore } from '../support/store.ts';

let store: TestStore;
let world: PagesWorld;
let browser: PageClient;

beforeEach(async () => {
  store = await testStore();
  await castOf(store, 'southampton', '');
  world = await openPages(store);
  browser = pageClient(world.url);
});
afterEach(() => world.stop());

describe('signing in', () => {
  test('leads to the issuer and back to the page that was asked for', async () => {
    const away = await browser.get('/vacancies?show=promised');
    expect([away.status, away.to]).toEqual([303, '/sign-in?to=%2Fvacancies%3Fshow%3Dpromised']);
    const back = await browser.signIn('officer', '/vacancies?show=promised');
    expect([back.status, back.to]).toEqual([303, '/vacancies?show=promised']);
    expect((await browser.get('/')).status).toBeLessThan(400);
  });

  test('asks for a code with PKCE, a state and a nonce, and to be asked who one is each time', async () => {
    const { to } = await browser.get('/sign-in');
    const asked = Object.fromEntries(new URL(to).searchParams);
    expect(asked).toMatchObject({
      ...{ response_type: 'code', scope: 'openid', code_challenge_method: 'S256', prompt: 'login' },
      redirect_uri: `${world.url}/signed-in`,
    });
    for (const secret of ['state', 'nonce', 'code_challenge']) expect(asked[secret]).toMatch(/^[\w-]{43}/);
    const other = Object.fromEntries(new URL((await browser.get('/sign-in')).to).searchParams);
    expect(other.nonce).not.toBe(asked.nonce);
  });

  test('keeps nothing in the cookie but chance, and in the table not even that', async () => {
    await browser.signIn('officer');
    const id = browser.cookies.get('session');
    expect(id).toMatch(/^[\w-]{43}$/);
    const { Items = [] } = await store.client.send(new ScanCommand({ TableName: store.tableName }));
    expect(Items.filter(({ kind }) => kind === 'session')).toHaveLength(1);
    expect(JSON.stringify(Items)).not.toContain(id);
  });

  test.each([
    ['another state', (query: URLSearchParams) => query.set('state', 'made-up.Lw')],
    ['no state', (query: URLSearchParams) => query.delete('state')],
    ['another code', (query: URLSearchParams) => query.set('code', 'made-up')],
    ['another issuer', (query: URLSearchParams) => query.set('iss', 'https://elsewhere.example')],
    ['an error', (query: URLSearchParams) => query.set('error', 'access_denied')],
  ])('ends nowhere with %s', async (_what, spoil) => {
    const back = await wayBack(browser);
    spoil(back.searchParams);
    const got = await browser.get(back.href);
    expect(got.status).toBe(401);
    expect(got.text).toContain('You are not signed in');
    expect(browser.cookies.has('session')).toBe(false);
  });

  test('is no good in another browser, nor a second time', async () => {
    const back = await wayBack(browser);
    const thief = pageClient(world.url);
    await thief.get('/sign-in');
    expect((await thief.get(back.href)).status).toBe(401);
    expect((await browser.get(back.href)).status).toBe(303);
    expect((await browser.get(back.href)).status).toBe(401);
  });

  test('lets in only members, as their membership is now', async () => {
    const { to } = await browser.get('/sign-in');
    const asked = Object.fromEntries(new URL(to).searchParams);
    const back = await browser.post('/local/authorize', { ...asked, user: 'nobody-known' });
    await browser.get(back.to);
    const got = await browser.get('/');
    expect([got.status, got.text.includes('You have no access yet')]).toEqual([403, true]);
    const officer = pageClient(world.url);
    await officer.signIn('officer');
    await store.member('officer', ['auditor']);
    expect((await officer.get('/vacancies')).status).toBe(403);
    await store.member('officer', ['housingOfficer'], { active: false });
    expect((await officer.get('/')).status).toBe(403);
  });
});

describe('a session', () => {
  const minutesLater = (minutes: number) =>
    store.setNow(new Date(Date.parse('2026-04-20T09:00:00Z') + minutes * 60_000).toISOString());

  test('ends after 15 minutes without a request', async () => {
    await browser.signIn('lead');
    minutesLater(14);
    expect((await browser.get('/requests')).status).toBe(200);
    minutesLater(28);
    expect((await browser.get('/requests')).status).toBe(200);
    minutesLater(43);
    expect((await browser.get('/')).to).toBe('/sign-in');
  });

  test('ends after 8 hours, however much it is used', async () => {
    await browser.signIn('lead');
    for (let minutes = 10; minutes < 480; minutes += 10) {
      minutesLater(minutes);
      expect((await browser.get('/requests')).status).toBe(200);
    }
    minutesLater(480);
    expect((await browser.get('/')).to).toBe('/sign-in');
  });

  test('ends when somebody signs out, and the browser is told to forget', async () => {
    await browser.signIn('lead');
    await browser.get('/requests');
    const stolen = browser.cookies.get('session') ?? '';
    const out = await browser.post('/sign-out', { formToken: browser.formToken() });
    expect([out.status, out.to]).toEqual([303, '/signed-out']);
    expect(out.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(browser.cookies.has('session')).toBe(false);
    expect((await browser.get('/', { cookie: `session=${stolen}` })).to).toBe('/sign-in');
  });
});

describe('a form is taken', () => {
  const out = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    browser.post('/sign-out', fields, headers);

  test('only with the token of this session', async () => {
    await browser.signIn('lead');
    const other = pageClient(world.url);
    await other.signIn('panel');
    await other.get('/panels');
    for (const fields of [
      { formToken: ' ' },
      { formToken: '' },
      { formToken: 'x'.repeat(43) },
      { formToken: other.formToken() },
    ])
      expect((await out(fields)).status).toBe(403);
    expect((await browser.get('/requests')).status).toBe(200);
  });

  test.each([
    ['another site', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }],
    ['a page beside ours', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'http://localhost:1' }],
    ['a hidden origin', { origin: 'null' }],
  ])('not from %s', async (_what, headers) => {
    await browser.signIn('lead');
    await browser.get('/requests');
    expect((await out({ formToken: browser.formToken() }, headers)).status).toBe(403);
  });

  test('not when it is too large, nor without a session', async () => {
    expect((await out({ formToken: 'x' })).status).toBe(401);
    await browser.signIn('lead');
    await browser.get('/requests');
    expect((await out({ formToken: browser.formToken(), more: 'x'.repeat(300_000) })).status).toBe(413);
  });
});

test('cookies are bound to the address where there is TLS', () => {
  const cookies = cookiesOver({ isPlain: false });
  const id = 'a'.repeat(43);
  expect(cookies.set('session', id, null)).toBe(
    `__Host-session=${id}; Path=/; HttpOnly; SameSite=Lax; Secure`,
  );
  expect(cookies.read([`session=${id}`], 'session')).toBeNull();
  expect(cookies.read(['other=1', `__Host-session=${id}`], 'session')).toBe(id);
  expect(cookies.read(['__Host-session=short'], 'session')).toBeNull();
});

test('nobody is led elsewhere after signing in', () => {
  for (const wanted of [
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere',
    '/unknown',
    null,
    '/a\n',
  ])
    expect(ownAddress(wanted)).toBe('/');
  expect(ownAddress('/vacancies?show=coming')).toBe('/vacancies?show=coming');
});

/** Where the issuer would send the browser back to. */
async function wayBack(client: PageClient): Promise<URL> {
  const { to } = await client.get('/sign-in');
  const asked = Object.fromEntries(new URL(to).searchParams);
  return new URL((await client.post('/local/authorize', { ...asked, user: 'officer' })).to);
}
