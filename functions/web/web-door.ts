import type {
  APIGatewayProxyEventV2 as PageEvent,
  APIGatewayProxyStructuredResultV2 as PageResult,
} from 'aws-lambda';
import { reachOf } from '../../shared/access/actions.ts';
import { Reference } from '../../shared/domain/ids.ts';
import { Busy, isPassing } from '../../shared/store/faults.ts';
import { findSession, touchSession } from '../../shared/store/sessions.ts';
import { placeOf } from '../../shared/watch/fault-place.ts';
import type { Viewer } from '../../shared/web/document.tsx';
import { findPath, paths } from '../../shared/web/paths.ts';
import { findMember } from '../find-member.ts';
import { isSame } from './cookies.ts';
import { stylesheetHeaders } from './headers.ts';
import type { Page } from './page.ts';
import { noSuchRoute, pageProblems, problemOf } from './problem-words.ts';
import { goTo, problemPage, type Request, shown, type WebDeps } from './respond.tsx';
import { comeBack, signOut, startSignIn } from './session-ways.ts';
import { formTokenOf } from './sign-in.ts';
import { stylesheetAlias } from './stylesheet.ts';

/** Largest form taken, in bytes. */
const mostBytes = 256 * 1024;

/** The Lambda of the pages: finds the page, reads who asks, lets one handler answer, and renders it. */
export function webDoor(pages: readonly Page[], deps: WebDeps) {
  const byPath = new Map<string, Page>(pages.map((page) => [page.path, page]));
  return async (event: PageEvent): Promise<PageResult> => {
    const { method } = event.requestContext.http;
    const found = findPath(event.rawPath);
    const result = await answered(byPath, deps, event);
    deps.log('request-answered', {
      route: `page ${found?.name ?? 'none'} ${method}`,
      status: result.statusCode ?? 0,
      request: event.requestContext.requestId,
    });
    return result;
  };
}

async function answered(
  pages: ReadonlyMap<string, Page>,
  deps: WebDeps,
  event: PageEvent,
): Promise<PageResult> {
  const { method } = event.requestContext.http;
  const bare: Request = { deps, event, method, sessionId: null, session: null };
  try {
    return withoutPage(deps, event) ?? (await answerOf(pages, await recognised(bare)));
  } catch (fault) {
    if (fault instanceof Busy || isPassing(fault)) return problemPage(bare, null, pageProblems.busy);
    const request = event.requestContext.requestId;
    deps.log('request-faulted', { route: `page ${method}`, request, ...placeOf(fault) });
    return problemPage(bare, null, pageProblems.fault);
  }
}

/** What is no page: the stylesheet, and what only the API could answer. */
function withoutPage({ stylesheet }: WebDeps, { rawPath }: PageEvent): PageResult | null {
  if (rawPath.startsWith('/v1/')) {
    const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
    return { statusCode: 404, headers, body: JSON.stringify(noSuchRoute) };
  }
  if (!rawPath.startsWith('/assets/')) return null;
  const { css, path } = stylesheet();
  if (rawPath === path) return { statusCode: 200, headers: { ...stylesheetHeaders }, body: css };
  return rawPath === stylesheetAlias ? goTo(path) : null;
}

/** The same request with the session it belongs to, if there is one. */
async function recognised(request: Request): Promise<Request> {
  const { deps, event } = request;
  const sessionId = deps.cookies.read(event.cookies, 'session');
  if (sessionId === null) return request;
  const { table, now } = deps.writing;
  return { ...request, sessionId, session: await findSession(table, sessionId, now()) };
}

async function answerOf(pages: ReadonlyMap<string, Page>, request: Request): Promise<PageResult> {
  const { event, method } = request;
  const found = findPath(event.rawPath);
  switch (`${method} ${found?.name}`) {
    case 'GET signIn':
      return startSignIn(request);
    case 'GET signedIn':
      return (await comeBack(request)) ?? problemPage(request, null, pageProblems.signInFailed);
    case 'POST signOut':
      return barredForm(request) ?? signOut(request);
  }
  const page = found && pages.get(found.name);
  const who = await memberOf(request);
  const viewer = viewerOf(request, who);
  if (!page) return problemPage(request, viewer, pageProblems.noSuchPage);
  const asked = { refs: found.refs, query: new URLSearchParams(event.rawQueryString) };
  if (page.open) {
    if (method !== 'GET') return problemPage(request, viewer, pageProblems.noSuchPage);
    return shown(request, viewer, undefined, await page.get({ ...asked, form: new URLSearchParams() }));
  }
  const handler = method === 'GET' ? page.get : method === 'POST' ? page.post : undefined;
  if (!handler) return problemPage(request, viewer, pageProblems.noSuchPage);
  if (!request.session || request.sessionId === null)
    return method === 'GET' ? goTo(signInFor(event)) : problemPage(request, null, pageProblems.signedOut);
  if (!who?.data.active || !viewer) return problemPage(request, null, pageProblems.noMembership);
  if (reachOf(who.data.roles, page.action) === null)
    return problemPage(request, viewer, problemOf('not-allowed'));
  const barred = method === 'POST' ? barredForm(request) : null;
  if (barred) return barred;
  const { deps, session, sessionId } = request;
  const now = deps.writing.now();
  await touchSession(deps.writing.table, sessionId, session, now);
  const form = method === 'POST' ? formOf(event) : new URLSearchParams();
  return shown(
    request,
    viewer,
    page.at,
    await handler({ ...asked, form, deps, who, viewer, now, placeOf: deps.placeOf }),
  );
}

const signInFor = ({ rawPath, rawQueryString }: PageEvent): string => {
  const to = `${rawPath}${rawQueryString ? `?${rawQueryString}` : ''}`;
  return to === '/' ? paths.signIn : `${paths.signIn}?${new URLSearchParams({ to })}`;
};

/** Who is signed in, as their membership is now. */
async function memberOf({ deps, session }: Request) {
  if (!session || !Reference.safeParse(session.subject).success) return null;
  return findMember(deps.writing, session.subject);
}

function viewerOf({ deps, sessionId }: Request, who: Awaited<ReturnType<typeof memberOf>>): Viewer | null {
  if (!who?.data.active || sessionId === null) return null;
  return { roles: who.data.roles, formToken: formTokenOf(deps.writing.secret, sessionId) };
}

/** Why a form is not taken, or null when it came from a page of ours in this session. */
function barredForm(request: Request): PageResult | null {
  const { deps, event, sessionId, session } = request;
  if (bodyOf(event).length > mostBytes) return problemPage(request, null, pageProblems.tooLarge);
  if (!session || sessionId === null) return problemPage(request, null, pageProblems.signedOut);
  const token = formOf(event).get('formToken') ?? '';
  const isOurs =
    isFromHere(event, deps.address) && isSame(token, formTokenOf(deps.writing.secret, sessionId));
  return isOurs ? null : problemPage(request, null, pageProblems.formNotOurs);
}

/** What a browser says of where a form comes from. One that says nothing is not believed. */
function isFromHere({ headers }: PageEvent, address: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return headers.origin === undefined ? site === 'same-origin' : headers.origin === address;
}

const bodyOf = ({ body = '', isBase64Encoded }: PageEvent): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;

const formOf = (event: PageEvent): URLSearchParams => new URLSearchParams(bodyOf(event));
