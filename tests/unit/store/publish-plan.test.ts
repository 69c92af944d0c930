import { describe, expect, test } from 'vitest';
import { Instant } from '../../../shared/domain/day.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { suggestions } from '../../../shared/store/kinds/plans.ts';
import { chainPlaceOf, isOfPlan, Plans } from '../../../shared/store/plan-reads.ts';
import { publishPlan } from '../../../shared/store/publish-plan.ts';
import { Records } from '../../../shared/store/records.ts';
import { namedByContent } from '../../../shared/usecases/matching/name-plan.ts';
import { oneChainTexts } from '../../support/one-chain.ts';
import { planTexts, withCells } from '../../support/planned-folder.ts';
import { withChains } from '../../support/plans.ts';
import { type TestStore, testStore } from '../../support/store.ts';
import { tap } from '../../support/tap.ts';

const at = (time: string): Instant => Instant.parse(`2026-04-20T${time}Z`);
const made = (time: string) => ({ madeAt: at('12:00:00'), factsFrom: at(time) });

const chainOfThree = (): Plan => namedByContent(planTexts(oneChainTexts(), '2026-04-20').plan);
const chainOfOne = (): Plan => {
  const texts = withCells(oneChainTexts(), 'people.csv', 'elm-resident', { pets: 'dog' });
  return namedByContent(planTexts(texts, '2026-04-20').plan);
};

const publish = (store: TestStore, plan: Plan, time = '09:00:00') =>
  publishPlan(store.deps.writing.table, 'southampton', plan, made(time));
const plansOf = (store: TestStore) => new Plans(store.deps.writing.table, 'southampton');

describe('a plan that is published', () => {
  test('is in force with its header, chains, suggestions and everybody it leaves out', async () => {
    const store = await testStore();
    const plan = chainOfThree();
    expect(await publish(store, plan)).toBe('published');
    const plans = plansOf(store);
    expect(await plans.current()).toEqual({ planId: plan.id, ...made('09:00:00') });
    const header = await plans.header(plan.id);
    expect(header).toMatchObject({ id: plan.id, exact: true, value: plan.value });
    expect(header?.counts).toEqual({ suggestions: 3, chains: 1, unplaced: 1, notInPool: 0 });
    const chain = await plans.chain(plan.id, `${plan.id}-c1`);
    expect(chain?.suggestions.map((one) => [one.personId, one.roomId])).toEqual([
      ['hmo-resident', 'birch-flat'],
      ['elm-resident', 'oak-1'],
      ['patient', 'elm-1'],
    ]);
    expect(await plans.unplaced(plan.id, 'care-leaver')).toEqual(plan.unplaced[0]);
    expect(await plans.unplaced(plan.id, 'patient')).toBeNull();
    const records = new Records(store.deps.writing.table, 'southampton');
    const kept = await records.getMany(
      suggestions,
      plan.suggestions.map((one) => one.id),
    );
    expect(kept.map((one) => one.data)).toEqual(plan.suggestions);
    expect(kept.every((one) => isOfPlan(one.id, plan.id))).toBe(true);
  });

  test('keeps every request of somebody who is not in the pool', async () => {
    const store = await testStore();
    const plan = chainOfThree();
    const [asked] = plan.unplaced;
    if (!asked) throw new Error('nobody is left out');
    const outside = ['ask-1', 'ask-2'].map((requestId) => ({
      personId: asked.personId,
      requestId: requestId as typeof asked.requestId,
      because: 'Their request is a draft.',
    }));
    await publish(store, { ...plan, notInPool: outside });
    expect(await plansOf(store).outside(plan.id, asked.personId)).toEqual(outside);
  });

  test('is not seen by another partnership', async () => {
    const store = await testStore();
    const plan = chainOfThree();
    await publish(store, plan);
    const elsewhere = new Plans(store.deps.writing.table, 'bristol');
    expect(await elsewhere.current()).toBeNull();
    expect(await elsewhere.header(plan.id)).toBeNull();
  });

  test('and is in force already is not written again: only its pointer moves on', async () => {
    const store = await testStore();
    const plan = chainOfThree();
    await publish(store, plan);
    const sent: string[] = [];
    const off = tap(store.client, (command, send) => {
      sent.push(command.name);
      return send(command.input);
    });
    expect(await publish(store, plan, '10:00:00')).toBe('unchanged');
    off();
    expect(sent.filter((name) => name.includes('Batch'))).toEqual([]);
    expect(await plansOf(store).current()).toMatchObject({ planId: plan.id, factsFrom: at('10:00:00') });
  });
});

describe('the plan in force', () => {
  test('is never replaced by one of older facts', async () => {
    const store = await testStore();
    const [newer, older] = [chainOfThree(), chainOfOne()];
    await publish(store, newer, '10:00:00');
    expect(await publish(store, older, '09:59:59.999')).toBe('outdated');
    expect(await plansOf(store).current()).toMatchObject({ planId: newer.id });
  });

  test('is that of the newest facts, however many are published at once', async () => {
    const store = await testStore();
    const plans = [chainOfThree(), chainOfOne()];
    const times = ['09:05', '09:01', '09:08', '09:03', '09:07', '09:02', '09:06', '09:04'];
    await Promise.all(
      times.map((time, i) => {
        const plan = plans[i % 2];
        return plan && publish(store, plan, `${time}:00`);
      }),
    );
    expect(await plansOf(store).current()).toMatchObject({
      planId: plans[0]?.id,
      factsFrom: at('09:08:00'),
    });
  });

  test('stays when the writer of another dies before it turns the pointer', async () => {
    const store = await testStore();
    const [old, next] = [chainOfThree(), chainOfOne()];
    await publish(store, old);
    const off = tap(store.client, (command, send) => {
      if (command.name.startsWith('Put')) throw new Error('died');
      return send(command.input);
    });
    await expect(publish(store, next, '10:00:00')).rejects.toThrow('died');
    off();
    expect(await plansOf(store).current()).toMatchObject({ planId: old.id });
    expect(await publish(store, next, '10:00:00')).toBe('published');
    expect(await plansOf(store).current()).toMatchObject({ planId: next.id });
  });

  test('is turned once when the answer to turning it is lost', async () => {
    const store = await testStore();
    const plan = chainOfThree();
    let lost = false;
    const off = tap(store.client, async (command, send) => {
      const answer = await send(command.input);
      if (!command.name.startsWith('Put') || lost) return answer;
      lost = true;
      return send(command.input);
    });
    expect(await publish(store, plan)).toBe('published');
    off();
    expect(await plansOf(store).current()).toMatchObject({ planId: plan.id });
  });

  test('is whole although the table takes only a part of each batch', async () => {
    const store = await testStore();
    const plan = withChains(chainOfThree(), 40);
    const off = tap(store.client, async (command, send) => {
      if (!command.name.startsWith('Batch') || !command.name.includes('Write')) return send(command.input);
      const asked = command.input.RequestItems[store.tableName];
      const taken = asked.slice(0, Math.ceil(asked.length / 2));
      const answer = await send({ ...command.input, RequestItems: { [store.tableName]: taken } });
      const left = asked.slice(taken.length);
      return {
        ...(answer as object),
        ...(left.length > 0 && { UnprocessedItems: { [store.tableName]: left } }),
      };
    });
    await publish(store, plan);
    off();
    const { chains, next } = await plansOf(store).chains(plan.id, { limit: 100 });
    expect(chains.map((one) => one.id).sort()).toEqual(plan.chains.map((one) => one.id).sort());
    expect(next).toBeNull();
  });
});

test('the chains of a plan come in pages, each chain once, and the last page says so', async () => {
  const store = await testStore();
  const plan = withChains(chainOfThree(), 12);
  await publish(store, plan);
  const seen: string[] = [];
  const sizes: number[] = [];
  for (let after: string | undefined, pages = 0; pages < 10; pages++) {
    const page = await plansOf(store).chains(plan.id, { after, limit: 4 });
    seen.push(...page.chains.map((one) => one.id));
    sizes.push(page.chains.length);
    if (page.next === null) break;
    after = chainPlaceOf(page.next)?.chainId;
  }
  expect(sizes).toEqual([4, 4, 4]);
  expect(seen.toSorted()).toEqual(plan.chains.map((one) => one.id).toSorted());
});

describe('the id of a plan', () => {
  test('is the same for the same plan, and another when only a reason differs', () => {
    const texts = withCells(oneChainTexts(), 'people.csv', 'care-leaver', { pets: 'dog' });
    const other = namedByContent(planTexts(texts, '2026-04-20').plan);
    const moves = (plan: Plan) => plan.suggestions.map((one) => [one.personId, one.roomId, one.moveOn]);
    expect(moves(other)).toEqual(moves(chainOfThree()));
    expect(chainOfThree().id).toBe(chainOfThree().id);
    expect(other.id).not.toBe(chainOfThree().id);
  });

  test('stands in front of the ids of its chains and suggestions', () => {
    const { id, chains, suggestions: links } = chainOfThree();
    expect(chains.map((one) => one.id)).toEqual([`${id}-c1`]);
    expect(chains[0]?.suggestions).toEqual([`${id}-c1-m1`, `${id}-c1-m2`, `${id}-c1-m3`]);
    expect(links.map((one) => [one.chainId, one.id])).toEqual(
      [1, 2, 3].map((n) => [`${id}-c1`, `${id}-c1-m${n}`]),
    );
  });
});
