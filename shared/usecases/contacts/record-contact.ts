import * as z from 'zod';
import { ContactItem, type ContactPlan } from '../../domain/contact-item.ts';
import { Day, londonDay } from '../../domain/day.ts';
import type { ContactPlanId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { toHappenOn } from '../../domain/plan-contacts.ts';
import { transition } from '../../domain/transitions.ts';
import { workingDayOnOrAfter } from '../../domain/working-days.ts';
import { contactPlans } from '../../store/kinds/contacts.ts';
import { change, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { findPerson } from '../people/find-person.ts';
import { type Absences, absencesOf } from './absences.ts';

const [, , missed, , waived] = ContactItem.options;
const about = { gridOn: Day };

/** What became of a contact that is owed, by its grid day; or one more that nobody owed. */
export const ContactOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ ...about, outcome: z.literal('done'), doneOn: Day }),
  z.strictObject({ ...about, outcome: z.literal('missed'), reason: missed.shape.reason }),
  z.strictObject({ ...about, outcome: z.literal('rescheduled'), to: Day }),
  z.strictObject({ ...about, outcome: z.literal('waived'), reason: waived.shape.reason }),
  /** It is welcome, counts for nothing owed, and against nobody. */
  z.strictObject({ outcome: z.literal('extra'), on: Day }),
]);
export type ContactOutcome = z.infer<typeof ContactOutcome>;

/** Most extra contacts kept with one plan. */
const mostExtra = 1000;

/** Records what became of a contact. The grid never shifts; a missed contact is told to whoever leads. */
export function recordContact(
  deps: Deps,
  call: Call<{ contactPlanId: ContactPlanId }, ContactOutcome>,
): Promise<Outcome<Receipt>> {
  const { body } = call;
  const deed = body.outcome === 'missed' ? 'contactMissed' : 'contactRecorded';
  return write(deps, call, deed, Receipt, async (records, now) => {
    const kept = await records.get(contactPlans, call.params.contactPlanId);
    if (!kept) return refuse('not-found');
    const person = await findPerson(records, call, 'contacts.write', kept.data.personId);
    if (!person.ok) return person;
    const absences = await absencesOf(records, kept.data.personId);
    const changed = withOutcome(kept.data, body, absences, londonDay(now));
    if (!changed.ok) return changed;
    return done({
      steps: [change(kept, changed.value), unchanged(person.value)],
      answer: { id: kept.id, version: kept.version + 1 },
      told: {
        contactPlanId: kept.id,
        personId: kept.data.personId,
        outcome: body.outcome,
        on: body.outcome === 'extra' ? body.on : body.gridOn,
      },
    });
  });
}

function withOutcome(
  plan: ContactPlan,
  body: ContactOutcome,
  absences: Absences,
  today: Day,
): Outcome<ContactPlan> {
  if (body.outcome === 'extra') {
    const tooSoon = barredDone(plan, body.on, today);
    if (tooSoon) return tooSoon;
    if (plan.extra.length >= mostExtra) return refuse('too-many-facts', { most: String(mostExtra) });
    return done({ ...plan, extra: [...plan.extra, { on: body.on }] });
  }
  const found = plan.items.find(({ gridOn }) => gridOn === body.gridOn);
  if (!found) return refuse('not-found');
  if (!transition('contactItem', found.status, body.outcome))
    return refuse('transition-not-allowed', {
      contactPlanId: plan.id,
      state: found.status,
      to: body.outcome,
    });
  const barred = barredDay(plan, body, toHappenOn(found, absences, plan.endsBefore), today);
  if (barred) return barred;
  const { planId, gridOn, plannedOn, withPhoneSupport } = found;
  const base = { planId, gridOn, plannedOn, withPhoneSupport };
  const item = ContactItem.parse({ ...base, ...resultOf(body) });
  return done({ ...plan, items: plan.items.map((one) => (one === found ? item : one)) });
}

function resultOf(body: Exclude<ContactOutcome, { outcome: 'extra' }>) {
  const { gridOn: _grid, outcome: status, ...result } = body;
  return { status, ...result };
}

/** A contact takes place after the move it is owed for, on a day that has come. */
function barredDone({ movedOn }: ContactPlan, on: Day, today: Day) {
  return on > today || on < movedOn ? refuse('day-not-possible', { earliest: movedOn, latest: today }) : null;
}

/**
 * A contact is missed once its day has come, which it has not while somebody is in hospital, and put off to a working day
 * before the end.
 * @param happensOn the day it is to happen; null while it waits
 */
function barredDay(plan: ContactPlan, body: ContactOutcome, happensOn: Day | null, today: Day) {
  if (body.outcome === 'done') return barredDone(plan, body.doneOn, today);
  if (body.outcome === 'missed' && (happensOn === null || happensOn > today))
    return refuse('day-not-possible', { earliest: happensOn ?? 'when they are back' });
  if (body.outcome !== 'rescheduled') return null;
  if (body.to < today) return refuse('day-not-possible', { earliest: today });
  if (plan.endsBefore !== null && body.to >= plan.endsBefore)
    return refuse('day-not-possible', { before: plan.endsBefore });
  return workingDayOnOrAfter(body.to) === body.to
    ? null
    : refuse('day-not-possible', { earliest: workingDayOnOrAfter(body.to) });
}
