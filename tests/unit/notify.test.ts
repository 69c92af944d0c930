import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notifyDelivery } from '../../functions/messages/notify.ts';
import { Instant } from '../../shared/domain/day.ts';
import { MemberId } from '../../shared/domain/ids.ts';

const apiKey = 'test-11111111-1111-4111-8111-111111111111-22222222-2222-4222-8222-222222222222';
const letter = { subject: 'A referral waits for your answer', body: 'Reference: proposal-1' };
const to = MemberId.parse('provider');
const at = Instant.parse('2026-04-20T09:00:00Z');

/** Stands where GOV.UK Notify would: what it was asked, and how it answers next. */
const asked: { method: string; path: string; body: string }[] = [];
let answer: (response: ServerResponse) => void;
let server: Server;
let url = '';

const json =
  (status: number, body: unknown) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (text: Buffer) => {
      body += text.toString();
    });
    request.on('end', () => {
      asked.push({ method: request.method ?? '', path: request.url ?? '', body });
      answer(response);
    });
  });
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  const address = server.address();
  url = typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : '';
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const delivery = (email: string | null = 'provider@example.org') =>
  notifyDelivery({ apiKey, templateId: 'template-1', emailOf: async () => email, url, timeout: 200 });

test('a message goes out by e-mail with its subject, its text and a reference', async () => {
  answer = json(201, { id: 'n-1' });
  await delivery().send(to, letter, 'message-1', at);
  const last = asked.at(-1);
  expect(last).toMatchObject({ method: 'POST', path: '/v2/notifications/email' });
  expect(JSON.parse(last?.body ?? '')).toEqual({
    ...{ template_id: 'template-1', email_address: 'provider@example.org', reference: 'message-1' },
    personalisation: letter,
  });
});

test.each([
  [400, true],
  [403, false],
  [429, false],
  [500, false],
  [503, false],
])('an answer of %i is a fault with that code, final: %s', async (status, isFinal) => {
  answer = json(status, { status_code: status, errors: [{ error: 'Error', message: 'no' }] });
  await expect(delivery().send(to, letter, 'message-2', at)).rejects.toMatchObject({
    ...{ name: 'DeliveryFault', code: `notify-${status}`, isFinal },
  });
});

test('no answer, and none in time, leave open whether it went out', async () => {
  answer = (response) => response.destroy();
  await expect(delivery().send(to, letter, 'message-3', at)).rejects.not.toMatchObject({
    name: 'DeliveryFault',
  });
  answer = () => undefined;
  await expect(delivery().send(to, letter, 'message-3', at)).rejects.toThrow('does not answer');
});

test('whether it went out is asked by its reference', async () => {
  answer = json(200, { notifications: [{ id: 'n-1' }] });
  expect(await delivery().wasSent(to, 'message-4')).toBe(true);
  expect(asked.at(-1)?.path).toContain('reference=message-4');
  answer = json(200, { notifications: [] });
  expect(await delivery().wasSent(to, 'message-4')).toBe(false);
});

test('nobody is written to whose address is not on record', async () => {
  await expect(delivery(null).send(to, letter, 'message-5', at)).rejects.toMatchObject({
    ...{ code: 'no-address', isFinal: true },
  });
});
