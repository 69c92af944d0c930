import { describe, expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import { reachOf } from '../../shared/access/actions.ts';
import { Role } from '../../shared/domain/member.ts';
import { cast, castOf } from '../support/cast.ts';
import type { Sent } from '../support/samples/sample.ts';
import { type Sample, sampleOf, storyFor } from '../support/samples.ts';
import type { Chapter, Story } from '../support/story.ts';

const withId = routes.filter(({ path }) => path.includes('{'));

/** Routes whose ids stand in what is sent, with where they stand. */
const idsInside: Readonly<Record<string, 'body' | 'query'>> = {
  openRequest: 'body',
  proposeMove: 'body',
  recordStay: 'body',
  whyNot: 'query',
};

/** The same, asked of something that is nowhere. */
const missing = (ids: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.keys(ids).map((name) => [name, 'missing-1']));

/** Members of another partnership: one for each role, and one who has them all. */
const foreigners = [...Object.keys(cast), 'everything'].map((name) => `bristol-${name}`);

async function foreign(story: Story): Promise<void> {
  await castOf(story.store, 'bristol', 'bristol-');
  await story.store.member('bristol-everything', [...Role.options], {
    partnershipId: 'bristol',
    workerId: 'w-1',
    hospitalSite: 'FENWICK-2',
  });
}

const rolesOf = (name: string): Role[] => {
  const role = name.replace('bristol-', '');
  const found = Object.entries(cast).find(([one]) => one === role);
  return found ? [...found[1].roles] : [...Role.options];
};

describe('somebody of another partnership reads a foreign id as a missing one:', () => {
  test.each(withId.map(({ name, action }) => ({ name, action })))('$name', async ({ name, action }) => {
    const { story, sent } = await prepared(name);
    for (const as of foreigners) {
      const answers = await Promise.all(
        [sent.params, missing(sent.params)].map((params) =>
          story.ask(name, { ...sent, as, params: params ?? {} }),
        ),
      );
      const [theirs, nowhere] = answers.map(({ status, body, headers }) => ({ status, body, headers }));
      expect(theirs, as).toEqual(nowhere);
      const may = reachOf(rolesOf(as), action) !== null;
      expect(theirs, as).toMatchObject({
        status: may ? 404 : 403,
        body: { code: may ? 'not-found' : 'not-allowed' },
      });
      if (may) expect(theirs?.body.facts, as).toBeUndefined();
    }
  });
});

describe('and an id inside what they send likewise:', () => {
  test.each(Object.entries(idsInside))('%s', async (name, part) => {
    const { story, sent } = await prepared(name);
    const ids = Object.entries(sent[part] as Record<string, unknown>).filter(([key]) =>
      ['personId', 'roomId', 'requestId'].includes(key),
    );
    const elsewhere = {
      ...(sent[part] as object),
      ...missing(Object.fromEntries(ids) as Record<string, string>),
    };
    const theirs = await story.ask(name, { ...sent, as: 'bristol-everything' });
    const nowhere = await story.ask(name, { ...sent, as: 'bristol-everything', [part]: elsewhere });
    expect(theirs).toEqual(nowhere);
    expect(theirs).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(theirs.body.facts).toBeUndefined();
  });
});

/** Nothing foreign ever changes a story, so routes that need nothing first share one. */
const shared = new Map<Chapter, Promise<Story>>();

async function prepared(name: string): Promise<{ story: Story; sent: Sent }> {
  const sample = sampleOf(name);
  const story = await (sample.first ? withForeigners(sample) : sharedStory(sample));
  return { story, sent: await sample.sent(story) };
}

function sharedStory(sample: Sample): Promise<Story> {
  const known = shared.get(sample.chapter) ?? withForeigners(sample);
  shared.set(sample.chapter, known);
  return known;
}

async function withForeigners(sample: Sample): Promise<Story> {
  const story = await storyFor(sample);
  await foreign(story);
  return story;
}
