import * as z from 'zod';
import type { Action } from '../../access/actions.ts';
import type { Deed } from '../../domain/audit.ts';
import type { Instant } from '../../domain/day.ts';
import { type DischargeFile, newDischargeFile } from '../../domain/discharge.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import type { DischargeCase } from '../../domain/placement-request.ts';
import type { ServiceModel } from '../../services/index.ts';
import type { Kept } from '../../store/kind.ts';
import { discharges } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import { type Step, save, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { findRequest, type RequestFound } from '../requests/find-request.ts';
import { notOpen } from '../requests/next-state.ts';
import type { OfRequest } from '../requests/take-step.ts';

/** The record of a discharge after a step: its version, and whether the person has left. */
export const DischargeStep = z.strictObject({
  ...Receipt.shape,
  status: z.enum(['preparing', 'discharged']),
});
export type DischargeStep = z.infer<typeof DischargeStep>;

/** A discharge with the request it belongs to. */
export interface DischargeFound extends RequestFound {
  /** The days of delay and the state of the discharge, as the request holds them. */
  readonly discharge: DischargeCase;
  readonly file: DischargeFile;
  /** The file as it is kept; null while nothing is on record. */
  readonly keptFile: Kept<DischargeFile> | null;
  readonly model: ServiceModel | undefined;
}

/** A discharge, for whoever may do this to it; a request that is none has nothing of the kind. */
export async function findDischarge(
  deps: Deps,
  records: Records,
  call: Call<OfRequest>,
  action: Action,
): Promise<Outcome<DischargeFound>> {
  const { requestId } = call.params;
  const found = await findRequest(records, call, action, requestId);
  if (!found.ok) return found;
  const { request, discharge } = found.value.kept.data;
  if (discharge === null) return notOpen(requestId, request.status, 'discharge');
  const keptFile = await records.get(discharges, requestId);
  const file = keptFile?.data ?? newDischargeFile(requestId, request.personId);
  return done({ ...found.value, discharge, file, keptFile, model: deps.models.get(request.serviceModel) });
}

/** What a step makes of the file, and what else it rests on or changes. */
export interface Taken {
  readonly file: DischargeFile;
  readonly steps?: readonly Step[];
  /** True where `steps` changes the request itself. */
  readonly changesRequest?: boolean;
  readonly told?: Readonly<Record<string, string>>;
}

interface DischargeChange {
  readonly deed: Deed;
  readonly action: Action;
  readonly take: (
    found: DischargeFound,
    now: Instant,
    records: Records,
  ) => Outcome<Taken> | Promise<Outcome<Taken>>;
}

/** Takes one step of a discharge that the caller may take it on. */
export function changeDischarge(
  deps: Deps,
  call: Call<OfRequest>,
  { deed, action, take }: DischargeChange,
): Promise<Outcome<DischargeStep>> {
  return write(deps, call, deed, DischargeStep, async (records, now) => {
    const found = await findDischarge(deps, records, call, action);
    if (!found.ok) return found;
    const { kept, person, keptFile } = found.value;
    const taken = await take(found.value, now, records);
    if (!taken.ok) return taken;
    const { file, steps = [], changesRequest = false, told } = taken.value;
    return done({
      steps: [
        save(records.partnership, discharges, keptFile, file),
        ...(changesRequest ? [] : [unchanged(kept)]),
        unchanged(person),
        ...steps,
      ],
      answer: {
        id: kept.id,
        version: (keptFile?.version ?? 0) + 1,
        status: file.made ? ('discharged' as const) : ('preparing' as const),
      },
      told: { requestId: kept.id, personId: person.id, ...told },
    });
  });
}
