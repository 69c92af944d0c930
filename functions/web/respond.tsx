import type {
  APIGatewayProxyEventV2 as PageEvent,
  APIGatewayProxyStructuredResultV2 as PageResult,
} from 'aws-lambda';
import { render } from 'preact-render-to-string';
import type { Session } from '../../shared/store/sessions.ts';
import { Document, type PageProps, type Viewer } from '../../shared/web/document.tsx';
import { ProblemPage } from '../../shared/web/pages/problem.tsx';
import type { DoorDeps } from '../door.ts';
import type { Cookies } from './cookies.ts';
import { pageHeaders } from './headers.ts';
import type { Answer } from './page.ts';
import type { FindPlace } from './places.ts';
import { type PageProblem, problemOf } from './problem-words.ts';
import type { Provider } from './provider.ts';
import type { Stylesheet } from './stylesheet.ts';

/** What the pages need besides what every door needs. */
export interface WebDeps extends DoorDeps {
  readonly provider: Provider;
  readonly cookies: Cookies;
  readonly stylesheet: () => Stylesheet;
  readonly placeOf: FindPlace;
  /** Where people reach the pages, without a slash at the end. */
  readonly address: string;
}

/** One request, as far as it has been read. */
export interface Request {
  readonly deps: WebDeps;
  readonly event: PageEvent;
  readonly method: string;
  readonly sessionId: string | null;
  readonly session: Session | null;
}

/** Sends the browser to another page, which it reads with a GET whatever it sent here. */
export function goTo(address: string, more: Partial<PageResult> = {}): PageResult {
  const { 'content-type': _type, ...headers } = pageHeaders;
  return { statusCode: 303, ...more, headers: { ...headers, location: address, ...more.headers } };
}

/** The page, the file, or the way elsewhere, of what a handler answered. */
export function shown(
  request: Request,
  viewer: Viewer | null,
  at: PageProps['at'],
  answer: Answer,
): PageResult {
  if ('goTo' in answer) return goTo(answer.goTo);
  if ('file' in answer) return fileOf(answer);
  if ('ok' in answer)
    return answer.ok ? answer.value : problemPage(request, viewer, problemOf(answer.refusal));
  const { show, title, status = 200, back, crumbs } = answer;
  const stylesheet = request.deps.stylesheet().path;
  return html(status, {
    ...{ title, viewer, stylesheet, back, crumbs, children: show },
    hasErrors: status !== 200,
    ...(at && { at }),
  });
}

function fileOf({ file, name, type }: Extract<Answer, { file: string }>): PageResult {
  const headers = {
    ...pageHeaders,
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
  };
  return { statusCode: 200, headers, body: file };
}

/** The page of something that stands in the way. */
export function problemPage(
  request: Request,
  viewer: Viewer | null,
  { status, ...problem }: PageProblem,
): PageResult {
  const reference = request.event.requestContext.requestId;
  return html(status, {
    ...{ title: problem.heading, viewer, stylesheet: request.deps.stylesheet().path },
    children: <ProblemPage {...problem} reference={reference} />,
  });
}

function html(statusCode: number, props: PageProps): PageResult {
  return {
    statusCode,
    headers: { ...pageHeaders, ...(statusCode === 503 && { 'retry-after': '60' }) },
    body: `<!DOCTYPE html>${render(<Document {...props} />)}`,
  };
}
