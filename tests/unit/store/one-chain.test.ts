import { expect, test } from 'vitest';
import { Instant } from '../../../shared/domain/day.ts';
import { PartnershipId } from '../../../shared/domain/ids.ts';
import type { Kind } from '../../../shared/store/kind.ts';
import { homes, ledgers, vacancies } from '../../../shared/store/kinds/homes.ts';
import { workers } from '../../../shared/store/kinds/partnerships.ts';
import { people } from '../../../shared/store/kinds/people.ts';
import { requests, stays } from '../../../shared/store/kinds/placing.ts';
import { Records } from '../../../shared/store/records.ts';
import { factsOf } from '../../../shared/usecases/engine-facts.ts';
import { loadOneChain, oneChainDay } from '../../support/one-chain.ts';
import { inShort, planFacts } from '../../support/planned-folder.ts';
import { testStore } from '../../support/store.ts';

test('the chain of three is planned from the table as it is from its CSV files', async () => {
  const store = await testStore();
  const loaded = await loadOneChain(store);
  const records = new Records(store.deps.writing.table, 'southampton');
  const all = async <T>(kind: Kind<T>): Promise<T[]> => {
    // Lists are within states for some kinds, so the ids come from what was loaded.
    return (await records.all(kind)).map(({ data }) => data);
  };
  const byKey = async <T>(kind: Kind<T>, ids: readonly { readonly id: string }[]): Promise<T[]> =>
    (
      await records.getMany(
        kind,
        ids.map(({ id }) => id),
      )
    ).map(({ data }) => data);
  const facts = factsOf(
    {
      partnership: PartnershipId.parse('southampton'),
      homes: await all(homes),
      ledgers: await all(ledgers),
      people: await all(people),
      workers: await all(workers),
      requests: await byKey(requests, loaded.requests),
      vacancies: await byKey(vacancies, loaded.vacancies),
      stays: await byKey(stays, loaded.stays),
    },
    Instant.parse('2026-04-20T09:00:00Z'),
  );
  const { plan } = planFacts(facts, oneChainDay);
  expect(plan.suggestions.map(inShort)).toEqual(planFacts(loaded, oneChainDay).plan.suggestions.map(inShort));
  expect(plan.suggestions).toHaveLength(3);
});
