import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import type { RequestFile } from '../../domain/files.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import { PlacementRequest } from '../../domain/placement-request.ts';
import type { Kept } from '../../store/kind.ts';
import { people } from '../../store/kinds/people.ts';
import { requests } from '../../store/kinds/placing.ts';
import type { Page, Records } from '../../store/records.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { pageOf, pageQuery } from '../paging.ts';

export const RequestsAsked = z.strictObject({
  ...pageQuery,
  /** Those that may still lead to a place, or those that are over. */
  state: z.enum(['live', 'past']).default('live'),
});
export type RequestsAsked = z.infer<typeof RequestsAsked>;

const [plain] = PlacementRequest.options;
const { id, personId, kind, serviceModel, queuedOn, neededBy, unsafeNow } = plain.shape;

/** A request in a list. */
const RequestListed = z.strictObject({
  id,
  personId,
  kind,
  serviceModel,
  status: z.string(),
  queuedOn,
  neededBy,
  unsafeNow,
  version: z.int().min(1),
});

export const RequestsPage = pageOf(RequestListed);
export type RequestsPage = z.infer<typeof RequestsPage>;

/** Pages read at most to find something that is theirs, so that one request costs only so much. */
const mostPages = 10;

/** The requests somebody may read, the longest in the queue first. A page of their own cases may be a short one. */
export async function listRequests(
  deps: Deps,
  call: Call<unknown, unknown, RequestsAsked>,
): Promise<Outcome<RequestsPage>> {
  const records = recordsOf(deps, call);
  const { state: within, limit } = call.query;
  let after = call.query.after;
  for (let pages = 1; ; pages++) {
    const page = await records.list(requests, { within, after, limit });
    const items = await readable(records, call, page);
    if (items.length > 0 || page.next === null || pages === mostPages)
      return done({ items: items.map(listed), next: page.next });
    after = page.next;
  }
}

async function readable(
  records: Records,
  { who }: Pick<Call, 'who'>,
  { items }: Page<RequestFile>,
): Promise<Kept<RequestFile>[]> {
  if (barredFrom(who.data, 'requests.read', {}) === null) return [...items];
  const files = await records.getMany(
    people,
    items.map((one) => one.data.request.personId),
  );
  const persons = new Map(files.map((one) => [one.data.person.id, one.data]));
  return items.filter(({ data }) => {
    const person = persons.get(data.request.personId);
    return person && barredFrom(who.data, 'requests.read', { person, requests: [data] }) === null;
  });
}

function listed({ data: { request }, version }: Kept<RequestFile>): RequestsPage['items'][number] {
  const { id, personId, kind, serviceModel, status, queuedOn, neededBy, unsafeNow } = request;
  return { id, personId, kind, serviceModel, status, queuedOn, neededBy, unsafeNow, version };
}
