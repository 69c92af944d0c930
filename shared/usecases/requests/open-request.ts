import * as z from 'zod';
import { type Instant, londonDay } from '../../domain/day.ts';
import type { LiveMove, PersonFile, RequestFile } from '../../domain/files.ts';
import { ReadyPeriodId, RequestId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { DischargeCase } from '../../domain/placement-request.ts';
import type { Worker } from '../../domain/worker.ts';
import type { Kept } from '../../store/kind.ts';
import { workers } from '../../store/kinds/partnerships.ts';
import { moves } from '../../store/kinds/people.ts';
import { requests } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import { change, create, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, write } from '../call.ts';
import { findPerson } from '../people/find-person.ts';
import type { NewRequest } from './new-request.ts';
import { isLive } from './next-state.ts';
import { newDischarge, withReadyPeriod } from './ready-period.ts';
import { RequestStep } from './take-step.ts';

/** What opening a request answers; the ready period where it came with one. */
export const RequestOpened = z.strictObject({
  ...RequestStep.shape,
  readyPeriodId: ReadyPeriodId.nullable(),
});
export type RequestOpened = z.infer<typeof RequestOpened>;

/** Asks for a place for somebody, as a draft or at once. Nobody has two live requests. */
export function openRequest(deps: Deps, call: Call<unknown, NewRequest>): Promise<Outcome<RequestOpened>> {
  return write(deps, call, 'requestOpened', RequestOpened, async (records, now) => {
    const found = await findAround(records, call);
    if (!found.ok) return found;
    const { person, move, referrer } = found.value;
    if (person.data.withdrawn) return refuse('person-withdrawn', { personId: person.id });
    const id = call.body.id ?? RequestId.parse(deps.writing.newId('request'));
    const barred =
      barredProgramme(deps, call.body) ??
      barredDay(call.body, now) ??
      (await barredByAnother(records, move, id));
    if (barred) return barred;
    const discharge = dischargeOf(deps, call.body, id, now);
    if (!discharge.ok) return discharge;
    const file = fileOf(call, id, discharge.value, now);
    const { status, personId } = file.request;
    const readyPeriodId = discharge.value?.periods[0]?.id ?? null;
    return done({
      steps: [
        create(records.partnership, requests, file),
        change(move, { ...move.data, requestId: id }),
        unchanged(person),
        ...(referrer ? [unchanged(referrer)] : []),
      ],
      answer: { id, version: 1, status, readyPeriodId },
      told: { requestId: id, personId, state: status },
    });
  });
}

interface Around {
  readonly person: Kept<PersonFile>;
  readonly move: Kept<LiveMove>;
  readonly referrer: Kept<Worker> | null;
}

/** Whom the request is for, if they are the caller's own case, and which worker is named as asking. */
async function findAround(records: Records, call: Call<unknown, NewRequest>): Promise<Outcome<Around>> {
  const { personId, referredBy } = call.body;
  const [person, move, referrer] = await Promise.all([
    findPerson(records, call, 'requests.write', personId),
    records.get(moves, personId),
    referredBy === null ? null : records.get(workers, referredBy),
  ]);
  if (!person.ok) return person;
  if (!move || (referredBy !== null && !referrer)) return refuse('not-found');
  return done({ person: person.value, move, referrer });
}

function barredProgramme({ models }: Deps, { serviceModel, stages }: NewRequest) {
  const model = models.get(serviceModel);
  if (!model) return refuse('programme-unknown', { programmes: [...models.keys()].join(', ') });
  const known = model.stages.map((stage) => stage.id);
  if (stages.every((stage) => known.includes(stage))) return null;
  return refuse('programme-unknown', { serviceModel, stages: known.join(', ') });
}

function barredDay({ queuedOn, statement }: NewRequest, now: Instant) {
  const notAfter = londonDay(now);
  const days = [queuedOn, statement?.sharing.on].filter((day) => day !== undefined);
  return days.some((day) => day > notAfter) ? refuse('day-not-possible', { notAfter }) : null;
}

/** The person's live request, or one with the same reference. What has ended never comes back, so it bars nothing. */
async function barredByAnother(records: Records, { data }: Kept<LiveMove>, id: RequestId) {
  const ids = data.requestId === null ? [id] : [id, data.requestId];
  const found = await records.getMany(requests, ids);
  const other = found.find((one) => one.id === id || isLive(one.data.request));
  return other ? refuse('already-exists', { requestId: other.id }) : null;
}

function dischargeOf(
  { writing }: Deps,
  { kind, readyPeriod }: NewRequest,
  requestId: RequestId,
  now: Instant,
): Outcome<DischargeCase | null> {
  if (kind !== 'discharge') return done(null);
  const discharge = newDischarge(requestId);
  if (!readyPeriod) return done(discharge);
  const id = readyPeriod.id ?? ReadyPeriodId.parse(writing.newId('ready'));
  return withReadyPeriod(discharge, { ...readyPeriod, id }, now);
}

function fileOf(
  { who, body }: Call<unknown, NewRequest>,
  id: RequestId,
  discharge: DischargeCase | null,
  now: Instant,
): RequestFile {
  const { submit, readyPeriod: _period, queuedOn = londonDay(now), statement, ...asked } = body;
  return {
    request: { ...asked, id, queuedOn, status: submit ? 'submitted' : 'draft' },
    discharge,
    openedBy: who.data.id,
    organisationId: who.data.organisationId,
    question: null,
    answers: [],
    endedBecause: null,
    ...(statement && { statement }),
  };
}
