import { afterEach, describe, expect, test } from 'vitest';
import { serviceModels } from '../../../shared/services/index.ts';
import { asker } from '../../support/ask.ts';
import { allHandled } from '../../support/doors.ts';
import { elmWithRivals } from '../../support/rivals.ts';
import { storyUpTo } from '../../support/story.ts';
import type { World } from '../../support/world.ts';

const move = {
  requestId: 'ask-rival-0',
  moveOn: '2026-05-05',
  insteadBecause: 'They have a school place five minutes from here.',
};

const said = { answer: 'yes', words: 'Yes please.', obtained: 'inPerson' };

let world: World;
afterEach(() => world?.stop());

/** Two empty rooms in one house, and one young person whom both fit, proposed by hand for the first. */
async function proposed({ isPlanned }: { readonly isPlanned: boolean }) {
  world = await elmWithRivals(1, 0);
  if (isPlanned) await world.rematch();
  const made = await world.as('officer').post('/v1/proposals', { ...move, roomId: 'elm-1' });
  const path = `/v1/proposals/${made.body.proposals?.[0].id}`;
  const read = async (as = 'panel') => (await world.as(as).get(path)).body;
  return {
    read,
    alternatives: (await read()).proposal.alternatives,
    view: (more: object) => world.as('worker').post(`${path}/person-view`, { ...said, ...more }),
  };
}

describe('where another room fits too', () => {
  test('a yes to the only room that was shown is sent back with the others, and nothing changes', async () => {
    const { read, view, alternatives } = await proposed({ isPlanned: true });
    expect(alternatives).toEqual(['elm-2']);
    for (const answer of ['yes', 'didNotWantToSay'])
      expect(await view({ answer, optionsShown: ['elm-1'] })).toMatchObject({
        status: 409,
        body: { code: 'options-not-shown', facts: { alternatives: 'elm-2' } },
      });
    expect(await read()).toMatchObject({ version: 1, proposal: { status: 'awaitingPerson' }, views: [] });
  });

  test('a yes after two rooms were shown goes on, and whoever decides reads which', async () => {
    const { read, view } = await proposed({ isPlanned: true });
    const optionsShown = ['elm-1', 'elm-2'];
    expect(await view({ optionsShown })).toMatchObject({ body: { status: 'awaitingProvider' } });
    expect((await read()).views).toMatchObject([{ answer: 'yes', optionsShown, onlyOneBecause: null }]);
  });

  test('a yes to one room goes on where it is said why there was only one', async () => {
    const { read, view } = await proposed({ isPlanned: true });
    expect(await view({ onlyOneBecause: 'urgent' })).toMatchObject({ body: { status: 'awaitingProvider' } });
    expect((await read()).views).toMatchObject([{ optionsShown: [], onlyOneBecause: 'urgent' }]);
  });

  test('a no, and the wish to talk, are taken at once', async () => {
    const { view } = await proposed({ isPlanned: true });
    expect(await view({ answer: 'wantsToTalk' })).toMatchObject({ body: { status: 'awaitingPerson' } });
    expect(await view({ answer: 'no' })).toMatchObject({ body: { status: 'declined' } });
  });
});

test('where no plan says which rooms fit, one room is not enough', async () => {
  const { view, alternatives } = await proposed({ isPlanned: false });
  expect(alternatives).toBeNull();
  expect(await view({})).toMatchObject({ status: 409, body: { code: 'options-not-shown' } });
  expect(await view({ optionsShown: ['elm-1', 'elm-2'] })).toMatchObject({ status: 201 });
});

test('where no other room fits, a yes to the one that does goes on', async () => {
  const story = await storyUpTo('proposed');
  const only = story.proposals.find(({ alternatives }) => alternatives?.length === 0);
  const params = { proposalId: only?.id ?? 'none' };
  for (const as of ['ward', 'worker']) await story.ask('recordView', { as, params, body: said });
  const { body } = await story.ask('readProposal', { as: 'panel', params });
  expect(body.proposal.status).not.toBe('awaitingPerson');
});

test('a proposal under way keeps the steps of the version of its programme it was made under', async () => {
  const { read, view } = await proposed({ isPlanned: true });
  const models = new Map(
    [...serviceModels()].map(([id, model]) => {
      const proposalSteps = model.proposalSteps.filter((step) => step.id === 'panel');
      return [id, { ...model, version: '2027-01', proposalSteps }];
    }),
  );
  const asked = asker(allHandled, { ...world.store.deps, models });
  const { id } = (await read()).proposal;
  const body = { ...said, onlyOneBecause: 'askedForOne' };
  const viewed = await asked('recordView', { as: 'worker', params: { proposalId: id }, body });
  expect(viewed.body).toMatchObject({ status: 'awaitingProvider' });
  await view({ answer: 'no' });
  const later = await asked('proposeMove', { as: 'officer', body: { ...move, roomId: 'elm-2' } });
  expect(later.body.proposals).toMatchObject([{ status: 'awaitingPanel' }]);
  const shown = await asked('readProposal', {
    as: 'officer',
    params: { proposalId: later.body.proposals[0].id },
  });
  expect(shown.body.proposal).toMatchObject({ modelVersion: '2027-01', steps: ['awaitingPanel'] });
});
