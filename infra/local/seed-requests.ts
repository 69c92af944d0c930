import type { Facts } from '../../shared/matching/engine.ts';
import type { DemoUser } from './demo-users.ts';
import { call, caseHolder, type Job, type SeedCall, type Staff } from './seed-calls.ts';

type Request = Facts['requests'][number];
type ReadyPeriod = Facts['readyPeriods'][number];

/**
 * A request from asking to where it stands: who holds the case asks, the lead reviews. Assumes that a demo request is
 * somewhere between a draft and ready, paused or withdrawn: later states come of what people do in the demo.
 */
export function requestJob(facts: Facts, staff: Staff, request: Request): Job {
  const holder = caseHolder(facts, staff, request.personId);
  const { id, personId, kind, serviceModel, stages, queuedOn, earliestOn, neededBy, unsafeNow } = request;
  const { accommodation, outcode, referralSource, referredBy, hospitalSite, status } = request;
  const [first, ...later] = facts.readyPeriods.filter((one) => one.requestId === id);
  const asked = {
    ...{ id, personId, kind, serviceModel, stages, queuedOn, earliestOn, neededBy, unsafeNow },
    ...{ accommodation, outcode, referralSource, referredBy, hospitalSite },
    submit: status !== 'draft',
    ...(first && { readyPeriod: newPeriod(first) }),
  };
  const opened = call(holder, 'placement-requests', id, asked);
  return [
    opened,
    ...periodCalls(holder, first ? [first, ...later] : []),
    ...statusCalls(holder, staff.lead, request),
  ];
}

const newPeriod = ({ id, readyOn, delayReason, attributable }: ReadyPeriod) => ({
  id,
  readyOn,
  delayReason,
  attributable,
});

/** Ends each ready period that has ended, and opens the ones after the first. */
function periodCalls(holder: DemoUser, periods: readonly ReadyPeriod[]): SeedCall[] {
  let version = 1;
  return periods.flatMap((period, i) => {
    const calls: SeedCall[] = [];
    const path = `placement-requests/${period.requestId}/ready-periods`;
    if (i > 0) {
      calls.push(call(holder, path, period.id, newPeriod(period)));
      version += 1;
    }
    const { endedOn, endReason } = period;
    if (endedOn === null) return calls;
    const ended = { endedOn, endReason };
    calls.push({ ...call(holder, `${path}/${period.id}`, 'end', ended), method: 'PUT', ifMatch: version });
    version += 1;
    return calls;
  });
}

function statusCalls(holder: DemoUser, lead: DemoUser, request: Request): SeedCall[] {
  const { id } = request;
  const step = (by: DemoUser, path: string, body: unknown, key = path): SeedCall =>
    call(by, `placement-requests/${id}/${path}`, `${id}-${key}`, body);
  const start = step(lead, 'review', { outcome: 'start' }, 'start');
  const ready = step(lead, 'review', { outcome: 'ready' }, 'ready');
  switch (request.status) {
    case 'draft':
    case 'submitted':
      return [];
    case 'inReview':
      return [start];
    case 'infoRequested':
      return [start, step(lead, 'information-requests', { question: 'Which support have they had so far?' })];
    case 'readyToPlace':
      return [start, ready];
    case 'paused': {
      const pause = step(holder, 'pause', { until: request.pausedUntil, because: request.pausedBecause });
      return { submitted: [pause], inReview: [start, pause], readyToPlace: [start, ready, pause] }[
        request.pausedFrom
      ];
    }
    case 'withdrawn':
      return [step(holder, 'withdrawal', { reason: 'They have found a place of their own.' })];
    default:
      throw new RangeError(`${id} is ${request.status}, which no call of a door alone leads to.`);
  }
}
