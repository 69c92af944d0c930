import { PartnershipId } from '../../domain/ids.ts';
import type { Kept, Kind } from '../../store/kind.ts';
import { homes, ledgers, vacancies } from '../../store/kinds/homes.ts';
import { workers } from '../../store/kinds/partnerships.ts';
import { people } from '../../store/kinds/people.ts';
import { requests, stays } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import type { OnRecord } from '../engine-facts.ts';

/**
 * Everything the engine reads of a partnership, each record sent once. A list may lag behind and so only says what there is; what
 * it names is read by key, and a vacancy, stay or request that is over by then is left out. What is so new that no list shows
 * it yet is missed until the next run, which the stream's own delay makes rare and the night's full run makes good.
 */
export async function readFacts(records: Records): Promise<OnRecord> {
  const [everybody, everyHome, books, offered, asked, lived, team] = await Promise.all([
    readAll(records, people),
    readAll(records, homes),
    readAll(records, ledgers),
    readAll(records, vacancies, 'live'),
    readAll(records, requests, 'live'),
    readAll(records, stays, 'live'),
    readAll(records, workers),
  ]);
  return {
    partnership: PartnershipId.parse(records.partnership),
    people: everybody,
    homes: everyHome,
    ledgers: books,
    vacancies: offered,
    requests: asked,
    stays: lived,
    workers: team,
  };
}

async function readAll<T>(records: Records, kind: Kind<T>, within?: string): Promise<T[]> {
  const found = await records.getMany(kind, await records.ids(kind, within));
  return found.filter((one) => isStill(one, within)).map((one) => one.data);
}

const isStill = <T>({ kind, data }: Kept<T>, within?: string): boolean =>
  kind.list?.(data)?.within === within;
