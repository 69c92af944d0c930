import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PathName, paths } from '../../shared/web/paths.ts';
import { pageClient } from '../support/page-client.ts';
import { openPages, type PagesWorld } from '../support/pages-world.ts';
import { type Story, storyUpTo } from '../support/story.ts';

let story: Story;
let world: PagesWorld;
beforeAll(async () => {
  story = await storyUpTo('proposed');
  world = await openPages(story.store);
});
afterAll(() => world.stop());

const lists: readonly (readonly [PathName, string])[] = [
  ['referrals', 'provider'],
  ['people', 'worker'],
  ['patients', 'ward'],
  ['panels', 'panel'],
  ['reviews', 'chair'],
  ['requestsToReview', 'lead'],
  ['messages', 'lead'],
];

test.each(lists)(
  '%s: a place in the list that no list gave out leads nowhere, and faults nothing',
  async (name, user) => {
    const browser = pageClient(world.url);
    await browser.signIn(user);
    expect((await browser.get(paths[name])).status).toBe(200);
    const answers = await Promise.all(
      ['rubbish', '', '%00', 'WyJhIl0', 'x'.repeat(600)].map((after) =>
        browser.get(`${paths[name]}?after=${after}`),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(story.store.logged.filter(({ code }) => code === 'request-faulted')).toEqual([]);
  },
);
