import * as z from 'zod';
import type { Action } from '../../access/actions.ts';
import type { Deed } from '../../domain/audit.ts';
import type { Instant } from '../../domain/day.ts';
import type { RequestFile } from '../../domain/files.ts';
import type { RequestId } from '../../domain/ids.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import { change, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { findRequest } from './find-request.ts';

/** A request after a step: its version and the state it is in now. */
export const RequestStep = z.strictObject({ ...Receipt.shape, status: z.string() });
export type RequestStep = z.infer<typeof RequestStep>;

/** The path of a request. */
export interface OfRequest {
  readonly requestId: RequestId;
}

/** What a step is called, who may take it, and what it makes of the request; or why it cannot be taken. */
interface Step {
  readonly deed: Deed;
  readonly action: Action;
  readonly take: (file: RequestFile, now: Instant) => Outcome<RequestFile>;
  readonly told?: Readonly<Record<string, string>>;
}

/** Takes one step of a request that the caller may take it on. */
export function takeStep(
  deps: Deps,
  call: Call<OfRequest>,
  { deed, action, take, told }: Step,
): Promise<Outcome<RequestStep>> {
  return write(deps, call, deed, RequestStep, async (records, now) => {
    const found = await findRequest(records, call, action, call.params.requestId);
    if (!found.ok) return found;
    const { kept, person } = found.value;
    const taken = take(kept.data, now);
    if (!taken.ok) return taken;
    const { status } = taken.value.request;
    return done({
      steps: [change(kept, taken.value), unchanged(person)],
      answer: { id: kept.id, version: kept.version + 1, status },
      told: { requestId: kept.id, personId: person.id, state: status, ...told },
    });
  });
}
