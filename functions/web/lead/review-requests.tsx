import { labelOf, previousAccommodationCodes, referralSourceCodes } from '../../../shared/domain/codes.ts';
import { sayDay } from '../../../shared/domain/day.ts';
import { Reference, RequestId } from '../../../shared/domain/ids.ts';
import { type Outcome, refuse } from '../../../shared/domain/outcome.ts';
import { refusalWords } from '../../../shared/domain/refusals.ts';
import { askForInformation } from '../../../shared/usecases/requests/ask-for-information.ts';
import { listRequests, RequestsAsked } from '../../../shared/usecases/requests/list-requests.ts';
import { type RequestShown, readRequest } from '../../../shared/usecases/requests/read-request.ts';
import { reviewRequest } from '../../../shared/usecases/requests/review-request.ts';
import type { FieldError } from '../../../shared/web/components/error-summary.tsx';
import type { SummaryRow } from '../../../shared/web/components/summary-list.tsx';
import {
  type RequestRow,
  RequestsToReviewPage,
  ReviewRequestPage,
} from '../../../shared/web/pages/review-requests.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import { requestStanding } from '../../../shared/web/request-words.ts';
import { type ReviewSaid, readReview } from '../../../shared/web/review-said.ts';
import { type Answer, type AskedBy, type Page, reading, refOf, writing } from '../page.ts';

const own = { action: 'requests.review', at: 'requestsToReview' } as const;

const list: Page = {
  ...own,
  path: 'requestsToReview',
  async get(asked) {
    const after = asked.query.get('after');
    const query = RequestsAsked.safeParse({ limit: '100', ...(after !== null && { after }) });
    if (!query.success) return refuse('not-found');
    const page = await listRequests(asked.deps, reading(asked, {}, query.data));
    if (!page.ok) return page;
    const { next } = page.value;
    return {
      title: 'Requests to review',
      show: (
        <RequestsToReviewPage
          rows={page.value.items.flatMap((one) => rowOf(asked, one))}
          next={next === null ? null : `${paths.requestsToReview}?${new URLSearchParams({ after: next })}`}
        />
      ),
    };
  },
};

type Listed = Extract<Awaited<ReturnType<typeof listRequests>>, { ok: true }>['value']['items'][number];

function rowOf({ deps }: AskedBy, { id, personId, serviceModel, queuedOn, status }: Listed): RequestRow[] {
  if (status !== 'submitted' && status !== 'inReview') return [];
  const programme = deps.models.get(serviceModel)?.name ?? serviceModel;
  return [{ requestId: id, personId, programme, queuedOn, status }];
}

const review: Page = {
  ...own,
  path: 'reviewRequest',
  async get(asked) {
    const found = await find(asked);
    return found.ok ? show(asked, found.value, []) : found;
  },
  async post(asked) {
    const found = await find(asked);
    if (!found.ok) return found;
    const read = readReview(asked.form);
    if ('errors' in read) return show(asked, found.value, read.errors);
    const taken = await record(asked, found.value, read.said);
    if (taken.ok) return { goTo: paths.requestsToReview };
    const { sentence, fix } = refusalWords[taken.refusal];
    return show(asked, found.value, [{ field: 'outcome', message: `${sentence} ${fix}` }], 409);
  },
};

async function find(asked: AskedBy) {
  const requestId = refOf(RequestId, asked.refs.requestId);
  if (!requestId.ok) return requestId;
  return readRequest(asked.deps, reading(asked, { requestId: requestId.value }, {}));
}

/** A review begins with the finding, where nobody had begun it: what was looked at is what the lead has read. */
async function record(
  asked: AskedBy,
  { request }: RequestShown,
  said: ReviewSaid,
): Promise<Outcome<unknown>> {
  const key = Reference.safeParse(asked.form.get('key')).data ?? asked.deps.writing.newId('review');
  const params = { requestId: request.id };
  if (request.status === 'submitted') {
    const begun = { params, body: { outcome: 'start' as const }, key: `${key}-begun` };
    const started = await reviewRequest(asked.deps, writing(asked, 'begin review', begun));
    if (!started.ok) return started;
  }
  if (said.outcome === 'ask') {
    const sent = { params, body: { question: said.question }, key };
    return askForInformation(asked.deps, writing(asked, 'ask for information', sent));
  }
  return reviewRequest(asked.deps, writing(asked, 'review request', { params, body: said, key }));
}

function show(
  asked: AskedBy,
  shown: RequestShown,
  errors: readonly FieldError[],
  status: 409 | 422 = 422,
): Answer {
  const { request, answers } = shown;
  const isOpen = request.status === 'submitted' || request.status === 'inReview';
  return {
    title: 'Review a request',
    status: errors.length === 0 ? 200 : status,
    back: paths.requestsToReview,
    show: (
      <ReviewRequestPage
        reference={request.personId}
        facts={factsOf(asked, shown)}
        answers={answers}
        form={
          isOpen
            ? {
                ...{ errors, said: asked.form, token: asked.viewer.formToken },
                action: pathTo('reviewRequest', { requestId: request.id }),
                sendKey: asked.deps.writing.newId('review'),
              }
            : null
        }
      />
    ),
  };
}

function factsOf({ deps }: AskedBy, { request, delay }: RequestShown): SummaryRow[] {
  const { serviceModel, queuedOn, neededBy, unsafeNow, status, accommodation, referralSource } = request;
  return [
    { key: 'Where it stands', value: requestStanding[status].text },
    { key: 'Programme', value: deps.models.get(serviceModel)?.name ?? serviceModel },
    { key: 'In the queue since', value: sayDay(queuedOn) },
    { key: 'Needed by', value: neededBy === null ? 'No day was named' : sayDay(neededBy) },
    { key: 'Unsafe where they are', value: unsafeNow ? 'Yes' : 'No' },
    {
      key: 'Sleeps now',
      value: accommodation === null ? 'Not recorded' : labelOf(previousAccommodationCodes, accommodation),
    },
    {
      key: 'Asked for by',
      value: referralSource === null ? 'Not recorded' : labelOf(referralSourceCodes, referralSource),
    },
    ...(delay ? [{ key: 'Days delayed in hospital', value: String(delay.days) }] : []),
  ];
}

/** The requests that wait for a lead, and what the lead finds of each. */
export const reviewRequestPages: readonly Page[] = [list, review];
