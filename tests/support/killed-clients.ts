import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Answered } from './ask.ts';
import type { Connections } from './http-client.ts';
import { approval } from './rivals.ts';

/** One change that somebody asks for. */
export interface Write {
  /** The number of whoever asks. */
  readonly client: number;
  readonly as: string;
  readonly path: string;
  readonly body: unknown;
  readonly key: string;
  readonly ifMatch?: number;
}

/** A change with what was answered; null when no answer came. */
export interface Sent {
  readonly write: Write;
  readonly answer: Answered | null;
}

/** Sends a change as it is, over connections to whichever process serves now. */
export function send(connections: Connections, { as, path, body, key, ifMatch }: Write): Promise<Answered> {
  const sending = { key, ...(ifMatch !== undefined && { ifMatch }) };
  return connections.client(as).post(path, body, sending);
}

/**
 * Somebody who works on one person's move: proposes it for one of two rooms that others want too, takes it from step to
 * step, and withdraws it sooner or later. In between they record other things. What they do next comes from a seed.
 */
export class KilledClient {
  readonly #number: number;
  readonly #random;
  #proposalId: string | null = null;
  #keys = 0;

  constructor(number: number, seed: number) {
    this.#number = number;
    this.#random = xoroshiro128plus(seed * 1000 + number);
  }

  /** Writes until the process that serves is gone. @param heard told each change as its answer comes, or does not */
  async work(connections: Connections, heard: (sent: Sent) => void): Promise<void> {
    for (;;) {
      const write = await this.#next(connections).catch(gone);
      if (!write) return;
      const answer = await send(connections, write).catch(gone);
      heard({ write, answer });
      if (!answer) return;
      this.learn({ write, answer });
    }
  }

  /** Takes in what became of a change of theirs. */
  learn({ write, answer }: Sent): void {
    if (write.path === '/v1/proposals' && answer?.status === 201)
      this.#proposalId = answer.body.proposals[0].id;
  }

  async #next(connections: Connections): Promise<Write> {
    if (this.#chance(40)) return this.#aside();
    if (this.#proposalId === null) return this.#propose();
    const { status, body } = await connections.client('officer').get(`/v1/proposals/${this.#proposalId}`);
    if (status !== 200) throw new Error(`${this.#proposalId} was acknowledged and is not there: ${status}`);
    const { version, proposal, changedSince } = body;
    const own = (as: string, path: string, body: unknown = {}, ifMatch?: number): Write =>
      this.#write(as, `/v1/proposals/${proposal.id}/${path}`, body, ifMatch);
    if (this.#chance(15)) return own('officer', 'withdrawal', { reason: 'madeInError' });
    switch (proposal.status) {
      case 'awaitingPerson':
        return own('worker', 'person-view', {
          answer: 'yes',
          words: null,
          obtained: 'inPerson',
          onlyOneBecause: 'askedForOne',
        });
      case 'awaitingProvider':
        return own('provider', 'provider-answer', { answer: 'accept' });
      case 'awaitingPanel':
        return changedSince.length > 0
          ? own('officer', 'renewal', {}, version)
          : own('panel', 'decisions', approval, version);
      case 'approved':
        return own('officer', 'withdrawal', { reason: 'madeInError' });
      default:
        return this.#propose();
    }
  }

  #propose(): Write {
    const roomId = this.#chance(50) ? 'elm-1' : 'elm-2';
    const body = { requestId: `ask-rival-${this.#number}`, roomId, moveOn: '2026-05-05' };
    return this.#write('officer', '/v1/proposals', body);
  }

  /** A change that has nothing to do with the move, or puts it out of date. */
  #aside(): Write {
    if (this.#chance(50)) {
      const id = `trust-${this.#number}-${this.#keys}`;
      return this.#write('admin', '/v1/organisations', { id, name: 'A trust', roles: ['clinical'] });
    }
    const importance = uniformInt(this.#random, 1, 3);
    const about = { kind: 'area', outcode: `SO${uniformInt(this.#random, 14, 19)}` };
    const body = { wish: 'wants', about, importance, recordedOn: '2026-04-19' };
    return this.#write('worker', `/v1/people/rival-${this.#number}/preferences`, body);
  }

  #write(as: string, path: string, body: unknown, ifMatch?: number): Write {
    const key = `client-${this.#number}-${++this.#keys}`;
    return { client: this.#number, as, path, body, key, ...(ifMatch !== undefined && { ifMatch }) };
  }

  #chance(percent: number): boolean {
    return uniformInt(this.#random, 1, 100) <= percent;
  }
}

/** The process that was asked is gone. @throws whatever else went wrong */
function gone(fault: unknown): null {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  if (code === 'ECONNRESET' || code === 'ECONNREFUSED' || code === 'EPIPE') return null;
  throw fault;
}
