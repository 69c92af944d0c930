import { Agent, request } from 'node:http';
import { type Answered, bodyOf } from './ask.ts';

/** What goes with a call besides its path and body. */
export interface Sending {
  /** A new one for each call when left out; null sends none. */
  readonly key?: string | null;
  /** The version that was read. */
  readonly ifMatch?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The text of the body as it is, in place of the body. */
  readonly text?: string;
}

/** One user of the API, with their token. */
export interface Client {
  get(path: string, sending?: Sending): Promise<Answered>;
  post(path: string, body?: unknown, sending?: Sending): Promise<Answered>;
  put(path: string, body: unknown, sending?: Sending): Promise<Answered>;
}

export interface Connections {
  client(token: string | null): Client;
  /** Connections opened so far; those kept open are used again. */
  opened(): number;
  /** Opens connections, so that a race measures who is first and not who is connected first. */
  open(path: string, connections: number): Promise<void>;
  close(): void;
}

/** Reaches a server over connections that are kept open and used again. */
export function connect(url: string): Connections {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const sockets = new WeakSet<object>();
  let opened = 0;
  let keys = 0;
  const send = (
    method: string,
    path: string,
    body: unknown,
    token: string | null,
    sending: Sending,
  ): Promise<Answered> => {
    const { key = method === 'GET' ? null : `http-key-${++keys}`, ifMatch, headers = {}, text } = sending;
    const all = {
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(key !== null && { 'idempotency-key': key }),
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
      ...headers,
    };
    return new Promise<Answered>((done, failed) => {
      const sent = request(`${url}${path}`, { method, agent, headers: all }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', failed);
        response.once('end', () =>
          done({
            status: response.statusCode ?? 0,
            headers: response.headers as Record<string, string>,
            body: bodyOf(response.headers['content-type'], Buffer.concat(chunks).toString() || 'null'),
          }),
        );
      });
      sent.once('socket', (socket) => {
        if (sockets.has(socket)) return;
        sockets.add(socket);
        opened++;
      });
      // A server may close a connection that was idle just as it is used again: it has read nothing of the call then.
      sent.once('error', (fault) => {
        if (sent.reusedSocket && 'code' in fault && fault.code === 'ECONNRESET')
          done(send(method, path, body, token, { ...sending, key }));
        else failed(fault);
      });
      sent.end(text ?? (body === undefined ? undefined : JSON.stringify(body)));
    });
  };
  const client = (token: string | null): Client => ({
    get: (path, sending = {}) => send('GET', path, undefined, token, sending),
    post: (path, body = {}, sending = {}) => send('POST', path, body, token, sending),
    put: (path, body, sending = {}) => send('PUT', path, body, token, sending),
  });
  return {
    client,
    opened: () => opened,
    async open(path, connections) {
      await Promise.all(Array.from({ length: connections }, () => client(null).get(path)));
    },
    close: () => agent.destroy(),
  };
}
