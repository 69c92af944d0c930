import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailboxDelivery } from '../../../functions/messages/mailbox.ts';
import { type LocalClock, openClock } from '../../../infra/local/clock.ts';
import { type Front, startFront } from '../../../infra/local/front.ts';
import { type Issuer, openIssuer } from '../../../infra/local/issuer.ts';
import { localRoutes } from '../../../infra/local/local-routes.ts';
import { Instant } from '../../../shared/domain/day.ts';
import { MemberId } from '../../../shared/domain/ids.ts';

const folder = mkdtempSync(join(tmpdir(), 'homeward-routes-'));
let clock: LocalClock;
let issuer: Issuer;
let front: Front;
let moves = 0;

beforeAll(async () => {
  clock = openClock(join(folder, 'clock.json'), () => Date.parse('2026-11-23T09:00:00Z'));
  const pinned = { issuer: 'http://localhost:3000', audience: ['homeward-local'] };
  issuer = await openIssuer(join(folder, 'key.json'), pinned, clock.now);
  front = await startFront({
    port: 0,
    routes: [],
    verify: issuer.verify,
    invoke: async () => ({}),
    also: localRoutes({
      issuer,
      clock,
      personas: [],
      mailbox: join(folder, 'mailbox'),
      moved: () => {
        moves += 1;
      },
    }),
  });
});
afterAll(() => front.stop());

async function post(path: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${front.url}${path}`, { method: 'POST', body, headers });
  return { status: response.status, text: await response.text() };
}

describe('POST /local/token', () => {
  test('gives a token that holds for whoever is named', async () => {
    const { status, text } = await post('/local/token', '{"user":"officer"}');
    expect(status).toBe(200);
    const { access_token, token_type, expires_in } = JSON.parse(text);
    expect([token_type, expires_in]).toEqual(['Bearer', 43_200]);
    expect(await issuer.verify(access_token)).toMatchObject({ sub: 'officer' });
  });

  test('gives it alone to who asks for plain text', async () => {
    const { text } = await post('/local/token', '{"user":"ward"}', { accept: 'text/plain' });
    expect(await issuer.verify(text)).toMatchObject({ sub: 'ward' });
  });

  test.each(['', '{}', '{"user":"no body"}', '{"user":7}', '{"user":"a","as":"b"}', 'user=a'])(
    'refuses %j and shows how to ask',
    async (body) => {
      const { status, text } = await post('/local/token', body);
      expect(status).toBe(400);
      expect(JSON.parse(text).example).toBe('{"user":"officer"}');
    },
  );
});

describe('/local/clock', () => {
  test('shows the time, moves it on, and says that it was moved', async () => {
    const shown = await (await fetch(`${front.url}/local/clock`)).json();
    expect(shown).toEqual({ now: '2026-11-23T09:00:00.000Z', offsetSeconds: 0 });
    const { text } = await post('/local/clock', '{"forwardDays":1}');
    expect(JSON.parse(text)).toEqual({ now: '2026-11-24T09:00:00.000Z', offsetSeconds: 86_400 });
    expect(moves).toBe(1);
  });

  test('does not go back', async () => {
    const { status, text } = await post('/local/clock', '{"now":"2026-11-01T09:00:00Z"}');
    expect(status).toBe(400);
    expect(JSON.parse(text).detail).toContain('Time does not go back');
    expect(moves).toBe(1);
  });

  test('shows how to move it to who asks for something else', async () => {
    const { status, text } = await post('/local/clock', '{"forwardDays":"seven"}');
    expect(status).toBe(400);
    expect(JSON.parse(text).example).toContain('{"forwardDays":7}');
  });
});

test('the discovery document says where the key is', async () => {
  const discovery = await (await fetch(`${front.url}/.well-known/openid-configuration`)).json();
  expect(discovery).toMatchObject({
    issuer: 'http://localhost:3000',
    jwks_uri: 'http://localhost:3000/.well-known/jwks.json',
  });
  const keys = await (await fetch(`${front.url}/.well-known/jwks.json`)).json();
  expect(keys).toMatchObject({ keys: [{ kty: 'RSA', alg: 'RS256', use: 'sig' }] });
});

test('GET /local/mailbox shows what everybody was told, oldest first, as JSON or as it is read', async () => {
  const read = async (accept: string) => {
    const response = await fetch(`${front.url}/local/mailbox`, { headers: { accept } });
    return response.text();
  };
  expect(await read('text/plain')).toBe('Nobody was told anything yet.\n');
  const delivery = mailboxDelivery(join(folder, 'mailbox'));
  const at = (day: number) => Instant.parse(`2026-11-2${day}T09:00:00Z`);
  const letter = (subject: string) => ({ subject, body: 'Something happened.' });
  await delivery.send(MemberId.parse('worker'), letter('Second'), 'message-2', at(4));
  await delivery.send(MemberId.parse('officer'), letter('First'), 'message-1', at(3));
  const told = await read('text/plain');
  expect(told.indexOf('Subject: First')).toBeGreaterThan(-1);
  expect(told.indexOf('Subject: Second')).toBeGreaterThan(told.indexOf('Subject: First'));
  expect(JSON.parse(await read('application/json')).map((one: { to: string }) => one.to)).toEqual([
    'officer',
    'worker',
  ]);
});
