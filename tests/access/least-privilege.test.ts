import { describe, expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import { scheduleDoor } from '../../functions/schedule/schedule-door.ts';
import { streamDoor } from '../../functions/stream/stream-door.ts';
import { people } from '../../shared/store/kinds/people.ts';
import { Records } from '../../shared/store/records.ts';
import { record, type Touched } from '../support/recorder.ts';
import { beyond, doorOf } from '../support/rights.ts';
import { otherWays } from '../support/samples/other-ways.ts';
import { ask, type Sample, sampleOf, storyFor } from '../support/samples.ts';
import { storyUpTo } from '../support/story.ts';
import { batchOf, changeOf } from '../support/stream-events.ts';

async function touchedBy(name: string, sample: Sample) {
  const story = await storyFor(sample);
  const sent = await sample.sent(story);
  const { answer, touched } = await record(story.store.client).during(() =>
    ask(story, name, { ...sample, sent: () => sent }),
  );
  expect(answer.status).toBeLessThan(300);
  return touched;
}

describe('a door touches only the kinds it says it does:', () => {
  test.each(routes.map(({ name, door }) => ({ name, door })))('$door, for $name', async ({ name, door }) => {
    expect(beyond(doorOf(door), await touchedBy(name, sampleOf(name)))).toEqual([]);
  });

  test.each(otherWays)('$route, another way: $what', async ({ route, sample }) => {
    const door = routes.find(({ name }) => name === route)?.door ?? '';
    expect(beyond(doorOf(door), await touchedBy(route, sample))).toEqual([]);
  });

  test('stream, for a new plan', async () => {
    const { store } = await storyUpTo('planned');
    const patient = await new Records(store.deps.writing.table, 'southampton').get(people, 'patient');
    const event = batchOf(changeOf('southampton', people, patient!.data));
    store.setNow('2026-04-21T09:00:00Z');
    const { touched } = await record(store.client).during(() => streamDoor(store.deps)(event));
    expect(touched).toContainEqual({ operation: 'batch write', kind: 'suggestion', index: null });
    expect(beyond(doorOf('stream'), touched)).toEqual([]);
  });

  test.each(['planned', 'viewed'] as const)(
    'schedule, for a night after the chain was %s',
    async (chapter) => {
      const { store } = await storyUpTo(chapter);
      store.setNow('2026-07-20T09:00:00Z');
      const { touched } = await record(store.client).during(() => scheduleDoor(store.deps)({}));
      expect(touched).toContainEqual({ operation: 'batch write', kind: 'plan', index: null });
      expect(beyond(doorOf('schedule'), touched)).toEqual([]);
    },
  );
});

test('what a door has no right to is found', () => {
  const touched: Touched[] = [
    { operation: 'get', kind: 'home', index: null },
    { operation: 'get', kind: 'identity', index: null },
    { operation: 'put', kind: 'decision', index: null },
    { operation: 'query', kind: 'home', index: 'GSI2' },
    { operation: 'delete', kind: 'audit', index: null },
    { operation: 'update', kind: 'home', index: null },
  ];
  expect(beyond(doorOf('homes'), touched)).toEqual(touched.slice(1));
});
