import { findPath } from '../../shared/web/paths.ts';
import { isSame, sealed } from './cookies.ts';
import type { Binding } from './provider.ts';

/**
 * What binds a sign-in to the browser that began it, worked out from the id in its cookie: nothing of it needs to be
 * kept. The state also carries where somebody wanted to go.
 * @param secret that only this service has
 * @param to an address of ours
 */
export function bindingOf(secret: string, id: string, to: string): Binding {
  const target = Buffer.from(to).toString('base64url');
  return {
    state: `${sealed(secret, `state ${target}`, id)}.${target}`,
    nonce: sealed(secret, 'nonce', id),
    verifier: sealed(secret, 'verifier', id),
  };
}

/** Where somebody wanted to go when they began to sign in, from the state they came back with; null if it is not ours. */
export function targetOf(secret: string, id: string, state: string): string | null {
  const to = Buffer.from(state.split('.')[1] ?? '', 'base64url').toString();
  return isSame(bindingOf(secret, id, to).state, state) ? to : null;
}

/** An address of a page of ours and nothing else: nobody is sent elsewhere by a link that somebody made up. */
export function ownAddress(wanted: string | null): string {
  const [address = ''] = (wanted ?? '').split('?');
  const found = findPath(address);
  return found && wanted !== null && wanted.length < 500 && /^[\x21-\x7e]+$/.test(wanted) ? wanted : '/';
}

/** What proves that a form came from a page of this session. */
export const formTokenOf = (secret: string, sessionId: string): string => sealed(secret, 'form', sessionId);
