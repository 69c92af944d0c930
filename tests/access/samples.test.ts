import { describe, expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import { ask, sampleOf, samples, storyFor } from '../support/samples.ts';

const reads = routes.filter(({ method }) => method === 'GET');

test('every route has a sample and every sample a route', () => {
  expect(Object.keys(samples).sort()).toEqual(routes.map(({ name }) => name).sort());
});

// Those that write are shown to succeed where their faults are tested.
describe('the sample of a route that reads succeeds and writes nothing:', () => {
  test.each(reads.map(({ name, status }) => ({ name, status })))('$name', async ({ name, status }) => {
    const sample = sampleOf(name);
    const story = await storyFor(sample);
    const sent = await sample.sent(story);
    const written: string[] = [];
    story.store.client.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          // That somebody took rows away is noted: the log of reads is no record that a read changes.
          if (JSON.stringify(args.input).includes('"kind":"readLog"')) return next(args);
          if (/Write|Put|Update|Delete/.test(String(commandName))) written.push(String(commandName));
          return next(args);
        },
      { step: 'initialize', name: 'written' },
    );
    const answered = await ask(story, name, { ...sample, sent: () => sent });
    expect(answered).toMatchObject({ status });
    expect(written).toEqual([]);
  });
});
