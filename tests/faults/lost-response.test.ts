import { describe, expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import { type Fault, injectFaults, withoutRetries } from '../support/faults.ts';
import { snapshotOf } from '../support/invariants/snapshot.ts';
import { findBroken } from '../support/invariants.ts';
import { ask, sampleOf, storyFor } from '../support/samples.ts';
import type { Story } from '../support/story.ts';

const writes = routes.filter(({ method }) => method !== 'GET');

const commitsIn = async ({ store }: Story): Promise<number> => (await snapshotOf(store)).outbox.length;

/** Sends the sample of a route, once with a fault at its commit and again with the same key. */
async function sentTwice(route: string, fault: Fault) {
  const sample = sampleOf(route);
  const story = await storyFor(sample);
  const sent = await sample.sent(story);
  const before = await commitsIn(story);
  const faults = injectFaults(story.store.client);
  withoutRetries(story.store.client);
  const send = () => ask(story, route, { ...sample, sent: () => sent }, { key: 'sent-twice' });
  faults.plan({ fault, command: 'TransactWriteItems' });
  const first = await send();
  const second = await send();
  return { story, faults, first, second, commits: (await commitsIn(story)) - before };
}

describe('a response that is lost after the commit, and the same sent again: done once, answered the same', () => {
  test.each(writes.map(({ name, status }) => ({ name, status })))('$name', async ({ name, status }) => {
    const { story, faults, first, second, commits } = await sentTwice(name, 'lost response');
    expect(faults.fired).toHaveLength(1);
    expect(first).toMatchObject({ status });
    expect(second).toEqual(first);
    expect(commits).toBe(1);
    expect(await findBroken(story.store)).toEqual([]);
  });
});

describe('a Lambda that dies after its commit, and the same sent again: done once, and the answer comes', () => {
  test.each(writes.map(({ name, status }) => ({ name, status })))('$name', async ({ name, status }) => {
    const { faults, first, second, commits } = await sentTwice(name, 'killed after');
    expect(faults.fired).toHaveLength(1);
    expect(first).toMatchObject({ status: 500, body: { code: 'fault' } });
    expect(second).toMatchObject({ status });
    expect(commits).toBe(1);
  });
});
