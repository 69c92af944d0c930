import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, jwtVerify, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { openIssuer } from '../../../infra/local/issuer.ts';
import { Instant } from '../../../shared/domain/day.ts';

const pinned = { issuer: 'http://localhost:3000', audience: ['homeward-local'] };
const at = (text: string) => () => Instant.parse(text);
const morning = at('2026-11-23T09:00:00Z');
const file = () => join(mkdtempSync(join(tmpdir(), 'homeward-issuer-')), 'key.json');

describe('the local issuer', () => {
  test('signs a token that says who somebody is, and reads it back as text', async () => {
    const issuer = await openIssuer(file(), pinned, morning);
    const claims = await issuer.verify(await issuer.token('officer'));
    expect(claims).toMatchObject({ sub: 'officer', iss: pinned.issuer, client_id: 'homeward-local' });
    expect(claims?.exp).toBe(String(Date.parse('2026-11-23T21:00:00Z') / 1000));
  });

  test('publishes the key its tokens can be checked with, and nothing private', async () => {
    const issuer = await openIssuer(file(), pinned, morning);
    const published = issuer.documents.get('/.well-known/jwks.json') as { keys: object[] };
    expect(JSON.stringify(published)).not.toContain('"d"');
    const { payload } = await jwtVerify(await issuer.token('ward'), createLocalJWKSet(published), {
      currentDate: new Date(morning()),
    });
    expect(payload.sub).toBe('ward');
  });

  test('keeps its key over a restart, readable by its owner alone', async () => {
    const kept = file();
    const token = await (await openIssuer(kept, pinned, morning)).token('officer');
    expect(await (await openIssuer(kept, pinned, morning)).verify(token)).not.toBeNull();
    expect(statSync(kept).mode & 0o077).toBe(0);
  });

  test('refuses a token that ran out, is for others, of another issuer, key or algorithm', async () => {
    const kept = file();
    const issuer = await openIssuer(kept, pinned, morning);
    const token = await issuer.token('officer');
    const seen = (about: typeof pinned, now = morning) =>
      openIssuer(kept, about, now).then((one) => one.verify(token));
    expect(await seen(pinned, at('2026-11-23T21:00:01Z'))).toBeNull();
    expect(await seen({ ...pinned, audience: ['another'] })).toBeNull();
    expect(await seen({ ...pinned, issuer: 'http://localhost:3001' })).toBeNull();
    expect(await (await openIssuer(file(), pinned, morning)).verify(token)).toBeNull();
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`;
    expect(await issuer.verify(unsigned)).toBeNull();
    const shared = await new SignJWT({ client_id: 'homeward-local' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(pinned.issuer)
      .setSubject('officer')
      .setExpirationTime('1h')
      .sign(Buffer.from('a secret of the right length, 32 bytes'));
    expect(await issuer.verify(shared)).toBeNull();
    expect(await issuer.verify('no token')).toBeNull();
  });
});
