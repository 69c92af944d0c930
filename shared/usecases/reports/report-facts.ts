import type { ContactPlan } from '../../domain/contact-item.ts';
import { addDays, type Day, type Instant, londonDay } from '../../domain/day.ts';
import type { DischargeFile } from '../../domain/discharge.ts';
import type { HomeFile, RequestFile, StayFile, VacancyFile } from '../../domain/files.ts';
import type { HomeLedger } from '../../domain/ledger.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { ServiceModel } from '../../services/index.ts';
import type { Kind } from '../../store/kind.ts';
import { contactPlans } from '../../store/kinds/contacts.ts';
import { homes, ledgers, vacancies } from '../../store/kinds/homes.ts';
import { discharges, proposals, requests, stays } from '../../store/kinds/placing.ts';
import { Plans } from '../../store/plan-reads.ts';
import type { Records, Table } from '../../store/records.ts';

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
}
export type FactName = keyof OnRecord;

/** What the figures of one report are counted from. */
export interface ReportFacts extends Asked, OnRecord {
  readonly today: Day;
  /** The first day that is not over, or that is after the last one asked for: days and nights count up to it. */
  readonly until: Day;
}

const nothing: OnRecord = {
  ...{ requests: [], proposals: [], stays: [], contactPlans: [] },
  ...{ homes: [], ledgers: [], vacancies: [], discharges: [], suggested: [] },
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
  const [asks, made, lived, plans, houses, books, live, suggested] = await Promise.all([
    some('requests', () => every(requests, 'live', 'past')),
    some('proposals', () => every(proposals, 'live', 'past')),
    some('stays', () => every(stays, 'live', 'past')),
    some('contactPlans', () => every(contactPlans, 'open', 'closed')),
    some('homes', () => every(homes, undefined)),
    some('ledgers', () => every(ledgers, undefined)),
    some('vacancies', () => every(vacancies, 'live')),
    some('suggested', () => suggestedNow(table, records)),
  ]);
  const wards = asks.filter(({ discharge }) => discharge !== null).map(({ request }) => request.id);
  const left = await some('discharges', async () =>
    (await records.getMany(discharges, wards)).map(({ data }) => data),
  );
  return factsFor(asked, {
    ...{ requests: asks, proposals: made, stays: lived, contactPlans: plans },
    ...{ homes: houses, ledgers: books, vacancies: live, discharges: left, suggested },
  });
}

async function suggestedNow(table: Table, records: Records): Promise<string[]> {
  const plans = new Plans(table, records.partnership);
  const current = await plans.current();
  const found: string[] = [];
  if (current) for await (const { requestId } of plans.moves(current.planId)) found.push(requestId);
  return found;
}
