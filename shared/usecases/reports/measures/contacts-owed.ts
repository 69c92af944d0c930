import type { ContactItem } from '../../../domain/contact-item.ts';
import type { Day } from '../../../domain/day.ts';
import { toHappenOn } from '../../../domain/plan-contacts.ts';
import type { Measure, MeasureRow } from '../measure.ts';
import { isAskedFor, livedStays } from '../of-programme.ts';
import type { ReportFacts } from '../report-facts.ts';

const outcomes = [
  { code: 'done', words: 'Done' },
  { code: 'missed', words: 'Missed' },
  { code: 'overdue', words: 'Nothing recorded, and late' },
  { code: 'waived', words: 'Waived' },
  { code: 'toCome', words: 'To come, or waiting for somebody in hospital' },
] as const;
type Outcome = (typeof outcomes)[number]['code'];
const all = outcomes.map(({ code }) => code);

/** @source Staying Connected, "When tenancy ready": visits owed after a move (SOURCES.md 2) */
export const contactsOwed: Measure = {
  code: 'contactsOwed',
  words: 'Contacts owed after a move',
  counted:
    'Each contact of the programme’s pattern whose day is one of these counts once, for what became of it. Extra contacts count for nothing here.',
  denominator: 'Every contact owed on these days.',
  unit: 'contacts',
  figure: 'sum',
  needs: ['requests', 'proposals', 'stays', 'homes', 'contactPlans'],
  count: (facts) => ({
    rows: contactRows(facts),
    lines: [
      { code: 'owed', words: 'Owed', cells: all, of: null },
      ...outcomes.map(({ code, words }) => ({ code, words, cells: [code], of: all })),
    ],
  }),
};

function contactRows(facts: ReportFacts): MeasureRow[] {
  const ours = new Set<string>(livedStays(facts).map(({ stay }) => stay.id));
  const away = Map.groupBy(facts.stays, ({ stay }) => stay.personId);
  return facts.contactPlans
    .filter(({ stayId }) => ours.has(stayId))
    .flatMap((plan) => {
      const theirs = away.get(plan.personId) ?? [];
      const absences = theirs.flatMap(({ stay }) => ('absences' in stay ? stay.absences : []));
      return plan.items
        .filter(({ gridOn }) => isAskedFor(facts, gridOn))
        .map((item): MeasureRow => {
          const cell = outcomeOf(item, facts.today, toHappenOn(item, absences, plan.endsBefore));
          const row = { kind: 'contactPlan' as const, reference: plan.id, on: item.gridOn, counted: 1 };
          return { ...row, cell, personId: plan.personId };
        });
    });
}

function outcomeOf({ status }: ContactItem, today: Day, on: Day | null): Outcome {
  if (status === 'done' || status === 'missed' || status === 'waived') return status;
  return on !== null && on < today ? 'overdue' : 'toCome';
}
