import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import { markDirty } from '../../shared/store/operational.ts';
import { rematch } from '../../shared/usecases/matching/rematch.ts';
import { type Answered, asker } from '../support/ask.ts';
import { allHandled } from '../support/doors.ts';
import { injectOddAnswers } from '../support/faults-reads.ts';
import {
  type Combination,
  everyCombination,
  faultKinds,
  type Share,
  shares,
} from '../support/faults-table.ts';
import { type Tried, tried } from '../support/faults-tried.ts';
import { loadOneChain } from '../support/one-chain.ts';
import { type Sample, sampleOf, storyFor } from '../support/samples.ts';
import { testStore } from '../support/store.ts';
import { chapters, copyOf, storyUpTo } from '../support/story.ts';

const full = process.env.FULL === '1';
const writes = routes.filter(({ method }) => method !== 'GET').map(({ name, status }) => ({ name, status }));
const names = writes.map(({ name }) => name);
/** How many combinations a short run meets: one for every route at least. */
const share = Math.max(60, names.length);
const seed = 1;
const everything: Share = { count: everyCombination.length, inOrder: everyCombination };
const chosen = full ? new Map(names.map((name) => [name, everything])) : shares(names, share, seed);

const isDone = ({ status }: Answered): boolean => status < 300;

/** Whether an answer says when to ask again just where asking again can help, and nothing was done unless it says so. */
function expectHonest({ first, commits }: Tried): void {
  expect('retry-after' in first.headers).toBe(first.status === 503);
  expect(commits.first).toBe(isDone(first) ? 1 : 0);
}

/** What comes of a call that meets a fault of some kind. */
function expectedFirst({ kind, moment }: Combination, status: number): readonly number[] {
  switch (kind.ends) {
    case 'passing':
      return [moment === 'every try' ? 503 : status];
    case 'lasting':
      return [500];
    case 'unseen':
      return [status];
    case 'harmless':
      // The end of a trail is looked for in one page: while it comes empty, nothing can follow on it.
      return kind.name === 'empty page' && moment === 'every try' ? [status, 503] : [status];
    case 'misleading':
      return [status, 403, 404, 409, 412, 422, 503];
  }
}

/** The table as it was before whatever came last, which no index has heard of yet. */
async function tableBehind({ chapter, first }: Sample): Promise<string | undefined> {
  const earlier = first ? chapter : chapters[chapters.indexOf(chapter) - 1];
  return earlier && (await storyUpTo(earlier)).store.tableName;
}

let metInAll = 0;

describe('under a fault a change is made once or not at all, and the same key tells which:', () => {
  test.each(writes)('$name', { timeout: 1_200_000 }, async ({ name, status }) => {
    const sample = sampleOf(name);
    const original = await storyFor(sample);
    const sent = await sample.sent(original);
    const { count, inOrder } = chosen.get(name) ?? everything;
    let met = 0;
    for (const combination of inOrder) {
      if (met === count) break;
      const { kind, moment } = combination;
      const story = await copyOf(original);
      const behind = kind.name === 'lagging index' ? await tableBehind(sample) : undefined;
      const ended = await tried({ story, route: name, as: sample.as, sent, combination, behind });
      if (!ended) continue;
      met++;
      const which = `${kind.name}, ${moment}: ${JSON.stringify(ended.first.body)}`;
      const { first, again, onceMore, commits, broken } = ended;
      expect(expectedFirst(combination, status), which).toContain(first.status);
      expectHonest(ended);
      expect([again.status, commits.all, broken], which).toEqual([status, 1, []]);
      if (isDone(first)) expect(again, which).toEqual(first);
      expect(onceMore, which).toEqual(again);
    }
    metInAll += met;
  });

  afterAll(() => {
    if (full) console.log(`${metInAll} combinations of a route, a fault and a moment were met.`);
  });
});

test.each([1, 2, 3, 4, 5])(
  'the share of a short run leaves out no route and no kind of fault: seed %i',
  (from) => {
    const divided = [...shares(names, share, from).values()];
    expect(divided.map(({ count }) => count).every((count) => count > 0)).toBe(true);
    const kinds = divided.flatMap(({ count, inOrder }) =>
      inOrder.slice(0, count).map(({ kind }) => kind.name),
    );
    expect(kinds).toHaveLength(share);
    expect(new Set(kinds).size).toBe(faultKinds.length);
  },
);

test.each([1, 2, Number.POSITIVE_INFINITY])(
  'a plan whose parts the table does not take all at once is in force whole: %s times',
  async (times) => {
    const plannedWith = async (met: (number: number) => boolean) => {
      const store = await testStore();
      await loadOneChain(store);
      await markDirty(store.deps.writing.table, 'southampton');
      const odd = injectOddAnswers(store.client, { answer: 'unprocessed', met, of: 'BatchWriteItemCommand' });
      await rematch(store.deps, 'southampton');
      const fired = odd.end();
      return { fired, plan: await asker(allHandled, store.deps)('readCurrentPlan', { as: 'officer' }) };
    };
    const well = await plannedWith(() => false);
    const faulty = await plannedWith((number) => number <= times);
    expect(well.plan.status).toBe(200);
    expect(faulty.plan).toEqual(well.plan);
    expect(faulty.fired).toBeGreaterThanOrEqual(Math.min(times, 3));
  },
);
