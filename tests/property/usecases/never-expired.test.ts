import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scheduleDoor } from '../../../functions/schedule/schedule-door.ts';
import { addDays, Day } from '../../../shared/domain/day.ts';
import type { Kind } from '../../../shared/store/kind.ts';
import { ledgers } from '../../../shared/store/kinds/homes.ts';
import { people } from '../../../shared/store/kinds/people.ts';
import { requests, stays } from '../../../shared/store/kinds/placing.ts';
import { Records } from '../../../shared/store/records.ts';
import { type Story, storyUpTo } from '../../support/story.ts';

const runs = process.env.FULL === '1' ? 30 : 3;

/** Everything that says that somebody is in a programme, waits for a home or lives in one. */
async function standing({ store }: Story): Promise<Record<string, string[]>> {
  const records = new Records(store.deps.writing.table, 'southampton');
  const all = async <T>(kind: Kind<T>, ...within: string[]) =>
    (await Promise.all((within.length ? within : [undefined]).map((one) => records.all(kind, one))))
      .flat()
      .map(({ id, version }) => `${id} ${version}`);
  return {
    people: await all(people),
    stays: await all(stays, 'live', 'past'),
    requests: await all(requests, 'live', 'past'),
    ledgers: await all(ledgers),
  };
}

test('no time that passes ends anybody’s stay, request or place in a programme, whatever was intended', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 2, maxLength: 6 }),
      async (leaps) => {
        const story = await storyUpTo('arrived');
        const before = await standing(story);
        for (const some of Object.values(before)) expect(some).not.toEqual([]);
        const tick = scheduleDoor(story.store.deps);
        let day = Day.parse(story.store.deps.writing.now().slice(0, 10));
        for (const days of leaps) {
          day = addDays(day, days);
          story.store.setNow(`${day}T03:00:00Z`);
          await tick({ partnerships: ['southampton'] });
        }
        expect(story.store.logged.filter(({ code }) => code === 'job-faulted')).toEqual([]);
        expect(await standing(story)).toEqual(before);
      },
    ),
    { seed: 21, numRuns: runs },
  );
});
