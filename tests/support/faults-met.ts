import { Instant } from '../../shared/domain/day.ts';
import { type Fault, injectFaults } from './faults.ts';
import { injectOddAnswers, rememberReads } from './faults-reads.ts';
import { type Combination, type Moment, meets } from './faults-table.ts';
import type { TestStore } from './store.ts';

/** A fault that stands between a service and its table, or its clock. */
export interface Met {
  /** The time as the service reads it. */
  readonly now: () => Instant;
  /** Ends the fault. @returns how often it was met */
  end(): number;
}

const minute = 60_000;

/** @param behind a table as it was before the latest changes; without one no index can lag */
export function meet(store: TestStore, { kind, moment }: Combination, behind?: string): Met {
  const { client } = store;
  const { now } = store.deps.writing;
  switch (kind.name) {
    case 'clock ahead':
      return wrongClock(now, 10 * minute, moment);
    case 'clock behind':
      return wrongClock(now, -10 * minute, moment);
    case 'unprocessed':
    case 'empty page':
    case 'lagging index': {
      const met = (number: number) => meets(moment, number);
      const odd = injectOddAnswers(client, {
        answer: kind.name,
        met,
        ...(behind !== undefined && { behind }),
      });
      return { now, end: odd.end };
    }
    default: {
      const failing = failingCommits(store, kind.name, moment);
      // As many tries as there are read the same, as long as none of them writes.
      const forget =
        moment === 'every try' && kind.ends !== 'unseen' ? rememberReads(client) : () => undefined;
      return {
        now,
        end() {
          forget();
          return failing();
        },
      };
    }
  }
}

/** @returns a way to end it, which says how often it was met */
function failingCommits({ client }: TestStore, fault: Fault, moment: Moment): () => number {
  const faults = injectFaults(client);
  const command = 'TransactWriteItems';
  const wonByAnother = moment === 'second try' ? 1 : 0;
  if (wonByAnother) faults.plan({ fault: 'conflict', command });
  faults.plan({ fault, command, times: moment === 'every try' ? Number.POSITIVE_INFINITY : 1 });
  return () => {
    const met = faults.fired.length - wonByAnother;
    faults.clear();
    return met;
  };
}

/** A clock that some reading of is wrong by so many milliseconds. */
function wrongClock(right: () => Instant, by: number, moment: Moment): Met {
  let read = 0;
  let wrong = 0;
  return {
    now() {
      if (!meets(moment, ++read)) return right();
      wrong++;
      return Instant.parse(new Date(Date.parse(right()) + by).toISOString());
    },
    end: () => wrong,
  };
}
