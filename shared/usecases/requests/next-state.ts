import type { RequestId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { DischargeCase, PlacementRequest } from '../../domain/placement-request.ts';
import { transitions } from '../../domain/transition-table.ts';
import { type Machine, transition } from '../../domain/transitions.ts';

type Paused = Extract<PlacementRequest, { status: 'paused' }>;
type NotPaused = Exclude<PlacementRequest, Paused>;

/** A pause: until when, as far as is known, and why. */
export interface Pause {
  readonly until: Paused['pausedUntil'];
  readonly because: Paused['pausedBecause'];
}

/**
 * The request in its next state, if there is such a step from where it stands. All else of it stays as it was.
 * @param from the one state this step starts from, where others lead to the same state by other steps
 */
export function requestIn(
  request: PlacementRequest,
  status: NotPaused['status'],
  from?: PlacementRequest['status'],
): Outcome<PlacementRequest> {
  if (from !== undefined && request.status !== from) return notOpen(request.id, request.status, status);
  const barred = barredStep('request', request.id, request.status, status);
  return barred ?? done({ ...withoutPause(request), status });
}

function withoutPause(request: PlacementRequest): Omit<NotPaused, 'status'> {
  if (request.status !== 'paused') return request;
  const { pausedUntil: _until, pausedBecause: _because, pausedFrom: _from, ...rest } = request;
  return rest;
}

/** The request on hold, with what it goes back to. */
export function requestPaused(request: PlacementRequest, pause: Pause): Outcome<PlacementRequest> {
  const { status } = request;
  if (status !== 'submitted' && status !== 'inReview' && status !== 'readyToPlace')
    return notOpen(request.id, status, 'paused');
  return (
    barredStep('request', request.id, status, 'paused') ??
    done({
      ...request,
      status: 'paused',
      pausedUntil: pause.until,
      pausedBecause: pause.because,
      pausedFrom: status,
    })
  );
}

/** The discharge case in its next state, as `requestIn` is for the request. */
export function dischargeIn(
  discharge: DischargeCase,
  status: DischargeCase['status'],
  from?: DischargeCase['status'],
): Outcome<DischargeCase> {
  if (from !== undefined && discharge.status !== from)
    return notOpen(discharge.requestId, discharge.status, status);
  const barred = barredStep('dischargeCase', discharge.requestId, discharge.status, status);
  return barred ?? done({ ...discharge, status });
}

function barredStep(machine: Machine, requestId: RequestId, from: string, to: string) {
  return transition(machine, from, to) ? null : notOpen(requestId, from, to);
}

export const notOpen = (requestId: RequestId, state: string, to: string) =>
  refuse('transition-not-allowed', { requestId, state, to });

/** Whether a request may still lead to a place: some step leads on from where it stands. */
export function isLive({ status }: PlacementRequest): boolean {
  return transitions.some((one) => one.machine === 'request' && one.from.includes(status));
}
