import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Codes, type SignInAsked } from '../../../infra/local/issuer-codes.ts';
import { signInAsked, signInPage } from '../../../infra/local/sign-in-page.ts';

const verifier = 'v'.repeat(43);
const asked: SignInAsked = {
  response_type: 'code',
  client_id: 'pages',
  redirect_uri: 'http://localhost:3000/signed-in',
  state: 'a-state',
  nonce: 'a-nonce',
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
};
const sent = (code: string, more = {}) => ({
  grant_type: 'authorization_code' as const,
  ...{ code, client_id: 'pages', redirect_uri: asked.redirect_uri, code_verifier: verifier, ...more },
});

test('a code says once, within a minute, who signed in', () => {
  const codes = new Codes();
  const code = codes.give(asked, 'officer', 0);
  expect(codes.take(sent(code), 60_000)).toEqual({ user: 'officer', nonce: 'a-nonce' });
  expect(codes.take(sent(code), 60_000)).toBeNull();
  expect(codes.take(sent(codes.give(asked, 'officer', 0)), 60_001)).toBeNull();
});

test.each([
  { code_verifier: 'w'.repeat(43) },
  { client_id: 'others' },
  { redirect_uri: 'http://localhost/x' },
])('a code is worth nothing with %j, and then nothing at all', (more) => {
  const codes = new Codes();
  const code = codes.give(asked, 'officer', 0);
  expect(codes.take(sent(code, more), 1)).toBeNull();
  expect(codes.take(sent(code), 1)).toBeNull();
});

test('nobody is sent back to an address that is not ours, or without PKCE', () => {
  const ask = (more = {}) => signInAsked(new URLSearchParams({ ...asked, ...more }), 'http://localhost:3000');
  expect(ask()).toEqual(asked);
  expect(ask({ redirect_uri: 'https://elsewhere.example/signed-in' })).toBeNull();
  expect(ask({ code_challenge_method: 'plain' })).toBeNull();
});

test('the page shows what was sent as text', () => {
  const page = signInPage({ ...asked, state: '"><script>' }, [{ id: 'a', does: '<b>' }]);
  expect(page).not.toMatch(/<script|<b>/);
});
