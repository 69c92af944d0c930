import { labelOf, previousAccommodationCodes, referralSourceCodes } from '../../../shared/domain/codes.ts';
import { sayDay } from '../../../shared/domain/day.ts';
import { RequestId } from '../../../shared/domain/ids.ts';
import type { Outcome } from '../../../shared/domain/outcome.ts';
import { askForInformation } from '../../../shared/usecases/requests/ask-for-information.ts';
import { listRequests } from '../../../shared/usecases/requests/list-requests.ts';
import { type RequestShown, readRequest } from '../../../shared/usecases/requests/read-request.ts';
import { reviewRequest } from '../../../shared/usecases/requests/review-request.ts';
import type { SummaryRow } from '../../../shared/web/components/summary-list.tsx';
import {
  type RequestRow,
  RequestsToReviewPage,
  ReviewRequestPage,
} from '../../../shared/web/pages/review-requests.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import { requestStanding } from '../../../shared/web/request-words.ts';
import { type ReviewSaid, readReview } from '../../../shared/web/review-said.ts';
import { type FormShown, formPage } from '../form-page.ts';
import { nextPage, pageAsked, pageOfThose } from '../list-page.ts';
import { type Answer, type AskedBy, type Page, reading, refOf, writing } from '../page.ts';

const own = { action: 'requests.review', at: 'requestsToReview' } as const;

const list: Page = {
  ...own,
  path: 'requestsToReview',
  async get(asked) {
    const part = pageAsked(asked, 100);
    if (!part.ok) return part;
    const page = await pageOfThose(
      part.value,
      (some) => listRequests(asked.deps, reading(asked, {}, { ...some, state: 'live' as const })),
      (one) => rowOf(asked, one),
    );
    if (!page.ok) return page;
    return {
      title: 'Requests to review',
      show: (
        <RequestsToReviewPage
          rows={page.value.items}
          next={nextPage(paths.requestsToReview, page.value.next)}
        />
      ),
    };
  },
};

type Listed = Extract<Awaited<ReturnType<typeof listRequests>>, { ok: true }>['value']['items'][number];

function rowOf({ deps }: AskedBy, { id, personId, serviceModel, queuedOn, status }: Listed): RequestRow[] {
  // The others wait for somebody else.
  if (status !== 'submitted' && status !== 'inReview') return [];
  const programme = deps.models.get(serviceModel)?.name ?? serviceModel;
  return [{ requestId: id, personId, programme, queuedOn, status }];
}

const review = formPage({
  ...own,
  path: 'reviewRequest',
  find,
  show,
  read: readReview,
  send: record,
  leadsTo: () => paths.requestsToReview,
  fieldOf: () => 'outcome',
});

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
  key: string,
): Promise<Outcome<unknown>> {
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

function show(asked: AskedBy, shown: RequestShown, form: FormShown): Answer {
  const { request, answers } = shown;
  const isOpen = request.status === 'submitted' || request.status === 'inReview';
  return {
    title: 'Review a request',
    back: paths.requestsToReview,
    show: (
      <ReviewRequestPage
        reference={request.personId}
        facts={factsOf(asked, shown)}
        answers={answers}
        form={isOpen ? { ...form, action: pathTo('reviewRequest', { requestId: request.id }) } : null}
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
