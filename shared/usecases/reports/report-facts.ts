import type { ReadinessAssessment } from '../../domain/assessment.ts';
import type { ContactPlan } from '../../domain/contact-item.ts';
import { addDays, type Day, type Instant, londonDay } from '../../domain/day.ts';
import type { Away } from '../../domain/days-without-workers.ts';
import type { DischargeFile } from '../../domain/discharge.ts';
import type { HomeFile, PersonFile, RequestFile, StayFile, VacancyFile } from '../../domain/files.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { HomeLedger } from '../../domain/ledger.ts';
import type { PersonWorkers } from '../../domain/person-workers.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { ServiceModel } from '../../services/index.ts';
import type { Kind } from '../../store/kind.ts';
import { contactPlans } from '../../store/kinds/contacts.ts';
import { homes, ledgers, vacancies } from '../../store/kinds/homes.ts';
import { people } from '../../store/kinds/people.ts';
import { discharges, proposals, requests, stays } from '../../store/kinds/placing.ts';
import { personWorkers } from '../../store/kinds/workers.ts';
import { Plans } from '../../store/plan-reads.ts';
import type { Records, Table } from '../../store/records.ts';
import { awayOf } from '../workers/count-days-without.ts';

/** What was asked for: a programme, and the first and last day. */
export interface Asked {
  readonly model: ServiceModel;
  readonly from: Day;
  readonly to: Day;
  readonly now: Instant;
}

/** What a partnership has on record, of all its programmes. */
interface OnRecord {
  readonly requests: readonly RequestFile[];
  readonly proposals: readonly Proposal[];
  readonly stays: readonly StayFile[];
  readonly contactPlans: readonly ContactPlan[];
  readonly homes: readonly HomeFile[];
  readonly ledgers: readonly HomeLedger[];
  /** Those that are live. */
  readonly vacancies: readonly VacancyFile[];
  /** Of the discharges that people were asked for from a ward. */
  readonly discharges: readonly DischargeFile[];
  /** Requests that the plan in force has a room for. */
  readonly suggested: readonly string[];
  /** How everybody on record was rated. */
  readonly ratings: readonly RatingsOf[];
  /** Who worked with whom, and when any of them were away. */
  readonly workers: readonly WorkersOf[];
}
export type FactName = keyof OnRecord;

/** A person's ratings, and nothing else of them. */
export interface RatingsOf {
  readonly personId: PersonId;
  readonly readiness: readonly ReadinessAssessment[];
}

/** A person's workers through time, with the absences that bear on them. */
export interface WorkersOf {
  readonly book: PersonWorkers;
  readonly away: Away;
}

/** What the figures of one report are counted from. */
export interface ReportFacts extends Asked, OnRecord {
  readonly today: Day;
  /** The first day that is not over, or that is after the last one asked for: days and nights count up to it. */
  readonly until: Day;
}

const nothing: OnRecord = {
  ...{ requests: [], proposals: [], stays: [], contactPlans: [] },
  ...{ homes: [], ledgers: [], vacancies: [], discharges: [], suggested: [], ratings: [], workers: [] },
};

/** Facts with what is given of them, and nothing of the rest. */
export function factsFor(asked: Asked, found: Partial<OnRecord>): ReportFacts {
  const today = londonDay(asked.now);
  const after = addDays(asked.to, 1);
  return { ...nothing, ...asked, ...found, today, until: after < today ? after : today };
}

/** Reads what some measures need, and nothing else; lists that are split by state are read side by side. */
export async function readReportFacts(
  table: Table,
  records: Records,
  asked: Asked,
  needs: ReadonlySet<FactName>,
): Promise<ReportFacts> {
  const some = async <T>(name: FactName, read: () => Promise<readonly T[]>): Promise<readonly T[]> =>
    needs.has(name) ? read() : [];
  const every = async <T>(kind: Kind<T>, ...within: readonly (string | undefined)[]): Promise<T[]> =>
    (await Promise.all(within.map((one) => records.all(kind, one)))).flat().map(({ data }) => data);
  const [asks, made, lived, plans, houses, books, live, suggested, known, workers] = await Promise.all([
    some('requests', () => every(requests, 'live', 'past')),
    some('proposals', () => every(proposals, 'live', 'past')),
    some('stays', () => every(stays, 'live', 'past')),
    some('contactPlans', () => every(contactPlans, 'open', 'closed')),
    some('homes', () => every(homes, undefined)),
    some('ledgers', () => every(ledgers, undefined)),
    some('vacancies', () => every(vacancies, 'live')),
    some('suggested', () => suggestedNow(table, records)),
    some('ratings', async () => (await every(people, undefined)).map(ratingsOf)),
    some('workers', () => workersNow(records)),
  ]);
  const wards = asks.filter(({ discharge }) => discharge !== null).map(({ request }) => request.id);
  const left = await some('discharges', async () =>
    (await records.getMany(discharges, wards)).map(({ data }) => data),
  );
  return factsFor(asked, {
    ...{ requests: asks, proposals: made, stays: lived, contactPlans: plans },
    ...{ homes: houses, ledgers: books, vacancies: live, discharges: left, suggested },
    ...{ ratings: known, workers },
  });
}

const ratingsOf = ({ person, readiness }: PersonFile): RatingsOf => ({ personId: person.id, readiness });

async function workersNow(records: Records): Promise<WorkersOf[]> {
  const books = (await records.all(personWorkers)).map(({ data }) => data);
  const away = await awayOf(records, books);
  return books.map((book) => ({ book, away }));
}

async function suggestedNow(table: Table, records: Records): Promise<string[]> {
  const plans = new Plans(table, records.partnership);
  const current = await plans.current();
  const found: string[] = [];
  if (current) for await (const { requestId } of plans.moves(current.planId)) found.push(requestId);
  return found;
}
