import { refusalWords } from '../domain/refusal-words.ts';
import type { Refusal } from '../domain/refusals.ts';

/** What an error answer holds, by RFC 9457, with a code to rely on and a way to fix it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly fix: string;
  /** Which part of what was sent is wrong: a JSON pointer and what is allowed there. */
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
  /** Ids, days and states that make it exact. */
  readonly facts?: Readonly<Record<string, string>>;
}

/**
 * The status of each refusal. 409 is final: sending the same again cannot help, so it never says when to retry.
 */
const refusalStatus: Readonly<Record<Refusal, number>> = {
  'not-found': 404,
  'not-allowed': 403,
  'transition-not-allowed': 409,
  'version-changed': 412,
  'facts-changed': 409,
  'already-decided': 409,
  'room-taken': 409,
  'room-never-let': 409,
  'room-out-of-service': 409,
  'person-already-promised': 409,
  'person-said-no': 409,
  'person-view-missing': 409,
  'options-not-shown': 409,
  'proposer-cannot-decide': 403,
  'referrer-cannot-decide': 403,
  'key-worker-cannot-decide': 403,
  'conflict-declared': 403,
  'quorum-not-met': 409,
  'not-on-panel': 422,
  'agenda-not-possible': 409,
  'decided-before': 403,
  'override-not-possible': 409,
  'reason-missing': 422,
  'licence-exceeded': 409,
  'housemates-clash': 409,
  'house-mix-exceeded': 409,
  'inside-exclusion-zone': 409,
  'check-failed': 409,
  'check-unknown': 409,
  'vacancy-not-confirmed': 409,
  'vacancy-not-open': 409,
  'hold-expired': 409,
  'plan-out-of-date': 409,
  'chain-broken': 409,
  'more-would-end': 409,
  'earlier-move-not-made': 409,
  'stay-too-short': 409,
  'key-reused': 422,
  'already-exists': 409,
  'already-listed': 409,
  'room-not-ready': 409,
  'day-not-possible': 422,
  'caseload-full': 409,
  'worker-already-named': 409,
  'cover-not-possible': 409,
  'worker-unknown': 422,
  'organisation-unknown': 422,
  'too-many-facts': 409,
  'skill-unknown': 422,
  'evidence-missing': 422,
  'not-your-rating': 422,
  'second-rating-not-possible': 409,
  'already-housed': 409,
  'decide-whole-chain': 409,
  'one-lettable-room': 409,
  'too-many-rooms': 409,
  'programme-unknown': 422,
  'no-request': 409,
  'proposal-open': 409,
  'follow-up-owner-missing': 409,
  'person-withdrawn': 409,
  'home-closing': 409,
  'discharge-incomplete': 409,
  'discharge-not-recorded': 409,
  'keys-need-contact': 409,
  'before-move-incomplete': 409,
  'set-aside-by-you': 403,
};

/** What can be wrong with a request before any use case sees it, or with us. */
const requestProblems = {
  'invalid-request': {
    status: 400,
    sentence: 'Part of what was sent is not right.',
    fix: 'Put right what errors names, then send it again.',
  },
  'invalid-json': {
    status: 400,
    sentence: 'The body is not JSON.',
    fix: 'Send one JSON object, with the header Content-Type: application/json.',
  },
  'idempotency-key-missing': {
    status: 400,
    sentence: 'The header Idempotency-Key is missing or malformed.',
    fix: 'Send a new random key of letters, digits and dashes with each change, and the same one when you retry.',
  },
  'if-match-missing': {
    status: 428,
    sentence: 'The header If-Match is missing or malformed.',
    fix: 'Send the version you read, such as If-Match: "3".',
  },
  unauthenticated: {
    status: 401,
    sentence: 'We do not know who you are.',
    fix: 'Sign in and send the token as Authorization: Bearer.',
  },
  'no-membership': {
    status: 403,
    sentence: 'You are signed in, but you are no member of a partnership here.',
    fix: 'Ask your system admin to add you.',
  },
  'no-such-route': {
    status: 404,
    sentence: 'There is no such address or method here.',
    fix: 'Look at /openapi.json for what there is.',
  },
  'too-large': {
    status: 413,
    sentence: 'The body is larger than 256 kB.',
    fix: 'Send less at once.',
  },
  busy: {
    status: 503,
    sentence: 'Too many others were writing at once.',
    fix: 'Send the same again with the same Idempotency-Key.',
  },
  fault: {
    status: 500,
    sentence: 'Something went wrong on our side.',
    fix: 'Send the same again with the same Idempotency-Key. If it goes on, tell us the reference.',
  },
} as const satisfies Record<
  string,
  { readonly status: number; readonly sentence: string; readonly fix: string }
>;

export type RequestProblem = keyof typeof requestProblems;

export function problemOfRefusal(refusal: Refusal, facts: Readonly<Record<string, string>> = {}): Problem {
  const { sentence, fix } = refusalWords[refusal];
  return {
    ...problem(refusal, refusalStatus[refusal], sentence, fix),
    ...(Object.keys(facts).length > 0 && { facts }),
  };
}

export function problemOfRequest(code: RequestProblem, errors?: Problem['errors']): Problem {
  const { status, sentence, fix } = requestProblems[code];
  return { ...problem(code, status, sentence, fix), ...(errors && { errors }) };
}

function problem(code: string, status: number, sentence: string, fix: string): Problem {
  return { type: `urn:homeward:problem:${code}`, title: sentence, status, code, detail: sentence, fix };
}
