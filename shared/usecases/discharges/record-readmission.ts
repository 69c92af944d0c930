import type * as z from 'zod';
import { londonDay } from '../../domain/day.ts';
import { Readmission } from '../../domain/discharge.ts';
import { ReadmissionId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Call, Deps } from '../call.ts';
import { notOpen } from '../requests/next-state.ts';
import type { OfRequest } from '../requests/take-step.ts';
import { changeDischarge, type DischargeStep } from './change-discharge.ts';
import { mostKept } from './record-crisis-contact.ts';

export const NewReadmission = Readmission.omit({ id: true });
export type NewReadmission = z.infer<typeof NewReadmission>;

/** Records that somebody is back in a mental health hospital. Their home, if they keep it, is an absence from the stay. */
export function recordReadmission(
  deps: Deps,
  call: Call<OfRequest, NewReadmission>,
): Promise<Outcome<DischargeStep>> {
  return changeDischarge(deps, call, {
    deed: 'readmissionRecorded',
    action: 'discharges.write',
    take: ({ file, discharge }, now) => {
      const { on } = call.body;
      if (!file.made) return notOpen(file.requestId, discharge.status, 'readmission');
      const notBefore = londonDay(file.made.at);
      const notAfter = londonDay(now);
      if (on < notBefore || on > notAfter) return refuse('day-not-possible', { notBefore, notAfter });
      const twice = file.readmissions.find((one) => one.on === on);
      if (twice) return refuse('already-exists', { readmissionId: twice.id });
      if (file.readmissions.length >= mostKept) return refuse('too-many-facts', { most: String(mostKept) });
      const id = ReadmissionId.parse(deps.writing.newId('readmission'));
      return done({ file: { ...file, readmissions: [...file.readmissions, { id, on }] }, told: { on } });
    },
  });
}
