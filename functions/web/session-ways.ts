import type { APIGatewayProxyStructuredResultV2 as PageResult } from 'aws-lambda';
import { endSession, startSession } from '../../shared/store/sessions.ts';
import { paths } from '../../shared/web/paths.ts';
import { randomId } from './cookies.ts';
import { forgetEverything } from './headers.ts';
import { goTo, type Request } from './respond.tsx';
import { bindingOf, ownAddress, targetOf } from './sign-in.ts';

/** Seconds within which somebody who goes to sign in must come back. */
const signInSeconds = 10 * 60;

/** Sends somebody to sign in, with a cookie that binds the answer to this browser. */
export async function startSignIn({ deps, event }: Request): Promise<PageResult> {
  const to = ownAddress(new URLSearchParams(event.rawQueryString).get('to'));
  const id = randomId();
  const address = await deps.provider.begin(bindingOf(deps.writing.secret, id, to));
  return goTo(address, { cookies: [deps.cookies.set('signing-in', id, signInSeconds)] });
}

/**
 * Begins a session for somebody who has signed in, under a new id.
 * @returns null when what they came back with is no answer to what this browser asked
 */
export async function comeBack({ deps, event }: Request): Promise<PageResult | null> {
  const { cookies, provider, writing } = deps;
  const id = cookies.read(event.cookies, 'signing-in');
  const state = new URLSearchParams(event.rawQueryString).get('state') ?? '';
  const to = id === null ? null : targetOf(writing.secret, id, state);
  if (id === null || to === null) return null;
  const subject = await provider.finish(event.rawQueryString, bindingOf(writing.secret, id, to));
  if (subject === null) return null;
  const session = randomId();
  await startSession(writing.table, session, subject, writing.now());
  return goTo(to, { cookies: [cookies.set('session', session, null), cookies.clear('signing-in')] });
}

export async function signOut({ deps, sessionId, session }: Request): Promise<PageResult> {
  const { table, now } = deps.writing;
  if (sessionId !== null && session) await endSession(table, sessionId, session, now());
  return goTo(paths.signedOut, {
    cookies: [deps.cookies.clear('session')],
    headers: { ...forgetEverything },
  });
}
