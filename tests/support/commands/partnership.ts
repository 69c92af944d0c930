import { addDays, Day, daysBetween } from '../../../shared/domain/day.ts';
import type { Proposal } from '../../../shared/domain/proposal.ts';
import { proposals } from '../../../shared/store/kinds/placing.ts';
import { Records } from '../../../shared/store/records.ts';
import { type Answered, type Asking, asker } from '../ask.ts';
import { allHandled } from '../doors.ts';
import type { TestStore } from '../store.ts';

/** Where every proposal ever seen stands. */
export type Standings = ReadonlyMap<string, Standing>;

export interface Standing {
  readonly status: Proposal['status'];
  readonly version: number;
  readonly proposal: Proposal;
}

/** A partnership in which anybody may do anything at any time, and what is known of it. */
export class BusyPartnership {
  readonly store: TestStore;
  readonly records: Records;
  today: Day;
  readonly #ask: (route: string, asking?: Asking) => Promise<Answered>;

  constructor(store: TestStore) {
    this.store = store;
    this.today = Day.parse(store.deps.writing.now().slice(0, 10));
    this.records = new Records(store.deps.writing.table, 'southampton');
    this.#ask = asker(allHandled, store.deps);
  }

  ask(route: string, as: string, asking: Omit<Asking, 'as'> = {}): Promise<Answered> {
    return this.#ask(route, { as, ...asking });
  }

  pass(days: number): void {
    this.today = addDays(this.today, days);
    this.store.setNow(`${this.today}T10:00:00Z`);
  }

  passUntil(day: Day): void {
    if (day > this.today) this.pass(daysBetween(this.today, day));
  }

  /** @param known proposals seen before, which may have ended since */
  async standings(known: Iterable<string> = []): Promise<Standings> {
    const live = await this.records.all(proposals, 'live');
    const ids = new Set([...live.map(({ id }) => id), ...known]);
    const found = await this.records.getMany(proposals, ids);
    return new Map(
      found.map(({ id, version, data }) => [id, { status: data.status, version, proposal: data }]),
    );
  }
}

/** Who speaks for somebody: the ward for its patient, their worker for everybody else. */
export const speakerFor = ({ personId }: Proposal): string => (personId === 'patient' ? 'ward' : 'worker');

/** The chain a proposal is decided with, or itself. */
export const caseOf = ({ id, chainId }: Proposal): string => chainId ?? id;

export const stayOf = (proposal: Proposal): string => ('stayId' in proposal ? proposal.stayId : 'none');
