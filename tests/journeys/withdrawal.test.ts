import { expect, test } from 'vitest';
import { findBroken } from '../support/invariants.ts';
import { storyUpTo } from '../support/story.ts';

test('what would end with a proposal is shown before it ends, and nothing more ends than was named', async () => {
  const { store, ask, proposals } = await storyUpTo('viewed');
  const [first, second, third] = proposals.map(({ id }) => id);
  const preview = async (proposalId = '') =>
    (await ask('previewWithdrawal', { as: 'officer', params: { proposalId } })).body;
  expect(await preview(second)).toMatchObject({
    proposalId: second,
    ends: [
      { id: second, status: 'awaitingPanel', because: 'withdrawn' },
      { id: third, status: 'awaitingPanel', because: 'chainBroken' },
    ],
  });
  expect((await preview(first)).ends).toHaveLength(3);
  const withdraw = (alsoEnds: (string | undefined)[]) =>
    ask('withdrawProposal', {
      as: 'officer',
      params: { proposalId: first ?? '' },
      body: { reason: 'madeInError', alsoEnds },
    });
  expect(await withdraw([second])).toMatchObject({
    status: 409,
    body: { code: 'more-would-end', facts: { alsoEnds: `${second}, ${third}` } },
  });
  expect((await preview(first)).ends).toHaveLength(3);
  expect((await withdraw([second, third])).body.ended).toHaveLength(3);
  expect(
    await ask('previewWithdrawal', { as: 'officer', params: { proposalId: first ?? '' } }),
  ).toMatchObject({
    status: 409,
  });
  expect(await findBroken(store)).toEqual([]);
});
