import { expect, test } from 'vitest';
import { findBroken } from '../support/invariants.ts';
import { stopCommits } from '../support/meanwhile.ts';
import { newPerson } from '../support/people-scene.ts';
import { race, tally } from '../support/race.ts';
import { approval, type Story, storyUpTo } from '../support/story.ts';

/** Opens somebody whose first worker is this one. */
const open = ({ ask }: Story, id: string, primaryWorker: string) =>
  ask('openPerson', { as: 'officer', body: newPerson(id, { needs: [] }, { primaryWorker }) });

/** Fills both advisers, who may have five people each, up to the last places. */
async function fill(story: Story, left: number): Promise<void> {
  const free = async (id: string): Promise<number> =>
    (await story.ask('readCaseload', { as: 'lead', params: { workerId: id } })).body.free;
  const places = [
    ...Array.from({ length: await free('w-1') }, () => 'w-1'),
    ...Array.from({ length: await free('w-2') }, () => 'w-2'),
  ];
  for (const [at, worker] of places.slice(0, places.length - left).entries())
    expect(await open(story, `filler-${at}`, worker)).toMatchObject({ status: 201 });
}

test('somebody without a worker is not approved when the last place of the team is given away meanwhile', async () => {
  const story = await storyUpTo('viewed');
  await fill(story, 1);
  const stopped = stopCommits(story.store.client, 'chainDecided');
  const { chainId } = story;
  const ifMatch = await story.versionOf(chainId);
  const deciding = story.ask('decideChain', { as: 'panel', params: { chainId }, body: approval, ifMatch });
  await stopped.reached;
  expect(await open(story, 'last', 'w-2')).toMatchObject({ status: 201 });
  stopped.letGo();
  expect(await deciding).toMatchObject({
    status: 409,
    body: { code: 'check-failed', facts: { rules: 'worker-free', personId: 'patient' } },
  });
  expect(await findBroken(story.store)).toEqual([]);
});

test('of eight people given the last place of a worker at once, one has it', async () => {
  const story = await storyUpTo('planned');
  await fill(story, 1);
  const answers = await race(8, (at) => open(story, `rival-${at}`, 'w-2'));
  expect(tally(answers)).toEqual({ '201': 1, '409 caseload-full': 7 });
  expect(await findBroken(story.store)).toEqual([]);
});
