import { describe, expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import type { Answered } from '../support/ask.ts';
import { type Fault, injectFaults, withoutRetries } from '../support/faults.ts';
import { snapshotOf } from '../support/invariants/snapshot.ts';
import { findBroken } from '../support/invariants.ts';
import { ask, type Sample, sampleOf, storyFor } from '../support/samples.ts';
import { copyOf, type Story } from '../support/story.ts';

const writes = routes.filter(({ method }) => method !== 'GET');

const commitsIn = async ({ store }: Story): Promise<number> => (await snapshotOf(store)).outbox.length;

interface SentTwice {
  readonly first: Answered;
  readonly second: Answered;
  readonly commits: number;
  readonly broken: readonly string[];
}

/** Sends a sample twice with one key, the first time with a fault at its commit, in a story of its own. */
async function sentTwice(original: Story, name: string, sample: Sample, fault?: Fault): Promise<SentTwice> {
  const story = await copyOf(original);
  const before = await commitsIn(story);
  const faults = injectFaults(story.store.client);
  withoutRetries(story.store.client);
  if (fault) faults.plan({ fault, command: 'TransactWriteItems' });
  const first = await ask(story, name, sample, { key: 'sent-twice' });
  faults.revive();
  const second = await ask(story, name, sample, { key: 'sent-twice' });
  expect(faults.fired).toHaveLength(fault ? 1 : 0);
  const commits = (await commitsIn(story)) - before;
  return { first, second, commits, broken: await findBroken(story.store) };
}

describe('sent twice with one key it is done once and answered as if it had been sent once:', () => {
  test.each(writes.map(({ name, status }) => ({ name, status })))('$name', async ({ name, status }) => {
    const found = sampleOf(name);
    const story = await storyFor(found);
    const sent = await found.sent(story);
    const sample = { ...found, sent: () => sent };

    const well = await sentTwice(story, name, sample);
    expect(well.first).toMatchObject({ status });
    expect(well).toEqual({ first: well.first, second: well.first, commits: 1, broken: [] });

    // Ids are given out in order, so the very same answer is due.
    const lost = await sentTwice(story, name, sample, 'lost response');
    expect(lost, 'its response lost').toEqual(well);

    const died = await sentTwice(story, name, sample, 'killed after');
    const fault = expect.objectContaining({ status: 500 });
    expect(died, 'its Lambda dead after the commit').toEqual({ ...well, first: fault });
  });
});
