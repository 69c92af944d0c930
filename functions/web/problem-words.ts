import type { Refusal } from '../../shared/domain/refusals.ts';
import { type Problem, problemOfRefusal, problemOfRequest } from '../../shared/http/problems.ts';
import type { ProblemProps } from '../../shared/web/pages/problem.tsx';
import { paths } from '../../shared/web/paths.ts';

/** What a page says of something that stands in its way. */
export interface PageProblem extends Omit<ProblemProps, 'reference'> {
  readonly status: number;
}

const signIn = { href: paths.signIn, text: 'Sign in' };

/** What can be wrong before any use case is asked, or with us. */
export const pageProblems = {
  signedOut: {
    status: 401,
    heading: 'You are signed out',
    sentences: [
      'You were away for 15 minutes, or signed in for 8 hours, so we signed you out.',
      'What you sent was not used. Answers you saved before are kept. Sign in to go on.',
    ],
    wayOut: signIn,
  },
  signInFailed: {
    status: 401,
    heading: 'You are not signed in',
    sentences: [
      'We could not sign you in this time. Nothing is wrong with your account.',
      'Please try again.',
    ],
    wayOut: signIn,
  },
  noMembership: {
    status: 403,
    heading: 'You have no access yet',
    sentences: [
      'You are signed in, but you are not a member of a partnership here.',
      'Ask your system admin to add you.',
    ],
  },
  formNotOurs: {
    status: 403,
    heading: 'We could not use that form',
    sentences: [
      'It did not come from a page you opened in this session, so nothing was changed.',
      'Go back, reload the page and send it again.',
    ],
  },
  noSuchPage: {
    status: 404,
    heading: 'Page not found',
    sentences: [
      'If you typed the address, check it is right. If you followed a link, it may be out of date.',
    ],
  },
  tooLarge: {
    status: 413,
    heading: 'That is too much at once',
    sentences: ['A form can hold about 250,000 characters. Send less and try again.'],
  },
  busy: {
    status: 503,
    heading: 'The service is busy',
    sentences: [
      'Too many others were writing at once, so nothing was changed.',
      'Wait a minute, then try again.',
    ],
  },
  fault: {
    status: 500,
    heading: 'Something went wrong',
    sentences: ['This is our fault, not yours. Try again in a few minutes.'],
  },
} as const satisfies Record<string, PageProblem>;

export type PageProblemName = keyof typeof pageProblems;

const headings: Readonly<Record<number, string>> = {
  403: 'You cannot do this',
  404: 'We cannot find that',
  409: 'Something has changed',
};

/** The page of a refusal: what the API would say, without the code. */
export function problemOf(refusal: Refusal): PageProblem {
  if (refusal === 'not-found') return pageProblems.noSuchPage;
  return pageOf(problemOfRefusal(refusal));
}

function pageOf({ status, detail, fix }: Problem): PageProblem {
  return { status, heading: headings[status] ?? 'That could not be done', sentences: [detail, fix] };
}

/** The API's own words for an address of the API that is none. */
export const noSuchRoute = problemOfRequest('no-such-route');
