import type * as z from 'zod';
import { type Instant, londonDay } from '../../domain/day.ts';
import { type DischargeFile, DischargeMade, type OwedFollowUp } from '../../domain/discharge.ts';
import { hoursLater, keysNeedContact } from '../../domain/discharge-figures.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { DischargeCase } from '../../domain/placement-request.ts';
import type { ServiceModel } from '../../services/index.ts';
import { workers } from '../../store/kinds/partnerships.ts';
import type { Records } from '../../store/records.ts';
import { change, type Step, unchanged } from '../../store/steps.ts';
import type { Call, Deps } from '../call.ts';
import { dischargeIn } from '../requests/next-state.ts';
import type { OfRequest } from '../requests/take-step.ts';
import { changeDischarge, type DischargeFound, type DischargeStep, type Taken } from './change-discharge.ts';
import { barredByMissing, wardFollowUps } from './what-is-missing.ts';

export const NewDischarge = DischargeMade.pick({
  at: true,
  destination: true,
  accommodation: true,
  settled: true,
}).extend({
  keysAt: DischargeMade.shape.keysAt.default(null),
  outOfHoursContact: DischargeMade.shape.outOfHoursContact.default(null),
});
export type NewDischarge = z.infer<typeof NewDischarge>;

/**
 * Records that a patient has left hospital. It ends the delay and starts the clock of each follow-up the programme owes.
 * Refused while somebody must still take a follow-up on, while the checklist is not done, and where keys are handed over
 * with nobody to call.
 * @source NHS Standard Contract, follow-up within 72 hours (SOURCES.md 19)
 */
export function recordDischarge(
  deps: Deps,
  call: Call<OfRequest, NewDischarge>,
): Promise<Outcome<DischargeStep>> {
  return changeDischarge(deps, call, {
    deed: 'discharged',
    action: 'discharges.record',
    take: async (found, now, records) => {
      const { file, model, person } = found;
      const left = leftHospital(found, call.body.at, now);
      if (!left.ok) return left;
      const barred = barredByMissing(file, model, person.data) ?? barredByKeys(model, call.body);
      if (barred) return barred;
      const contact = await contactStep(records, call.body);
      if (!contact.ok) return contact;
      return done(taken(call, found, left.value, contact.value));
    },
  });
}

/** The request with its delay over, where the person may leave at that moment. */
function leftHospital({ discharge }: DischargeFound, at: Instant, now: Instant): Outcome<DischargeCase> {
  const next = dischargeIn(discharge, 'discharged');
  if (!next.ok) return next;
  const notAfter = londonDay(now);
  const notBefore = discharge.periods
    .map((one) => one.endedOn ?? one.readyOn)
    .reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);
  const on = londonDay(at);
  if (at > now || (notBefore !== null && on < notBefore))
    return refuse('day-not-possible', { notAfter, ...(notBefore !== null && { notBefore }) });
  const periods = discharge.periods.map((one) =>
    one.endedOn === null ? { ...one, endedOn: on, endReason: 'discharged' as const } : one,
  );
  return done({ ...next.value, periods });
}

/** Keys that the programme asks for need a moment, and at some moments somebody to call. */
function barredByKeys(model: ServiceModel | undefined, { keysAt, outOfHoursContact }: NewDischarge) {
  const rules = model?.wardDischarge;
  if (!rules) return null;
  const keys = rules.checklist.find((one) => one.keys);
  if (keysAt === null) return keys ? refuse('discharge-incomplete', { missing: keys.id }) : null;
  const needed = keysNeedContact(keysAt, rules.keysNeedContact);
  return needed && outOfHoursContact === null ? refuse('keys-need-contact', { keysAt }) : null;
}

async function contactStep(records: Records, { outOfHoursContact }: NewDischarge): Promise<Outcome<Step[]>> {
  if (outOfHoursContact === null) return done([]);
  const worker = await records.get(workers, outOfHoursContact);
  return worker ? done([unchanged(worker)]) : refuse('worker-unknown', { workerId: outOfHoursContact });
}

function taken(
  { who, body }: Call<OfRequest, NewDischarge>,
  { kept, file, model }: DischargeFound,
  discharge: DischargeCase,
  steps: readonly Step[],
): Taken {
  const followUps = owedFrom(file, model, body.at);
  return {
    file: { ...file, made: { ...body, recordedBy: who.data.id, followUps } },
    steps: [change(kept, { ...kept.data, discharge }), ...steps],
    changesRequest: true,
    told: { on: londonDay(body.at), destination: body.destination },
  };
}

function owedFrom(file: DischargeFile, model: ServiceModel | undefined, at: Instant): OwedFollowUp[] {
  return wardFollowUps(model).flatMap(({ id, withinHours }) => {
    const owner = file.owners.find((one) => one.followUp === id);
    return owner ? [{ id, ownerId: owner.ownerId, dueAt: hoursLater(at, withinHours), tries: [] }] : [];
  });
}
