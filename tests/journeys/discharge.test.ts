import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBroken } from '../support/invariants.ts';
import { loadOneChain, oneChainTexts } from '../support/one-chain.ts';
import { withCells } from '../support/planned-folder.ts';
import { approval, yes } from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';

/**
 * One patient of Step Out as the ward would tell it, from 16 March to 27 May 2026. Summer time begins in the night of
 * 28 to 29 March, while they wait, and they leave on a Friday evening.
 */
let world: World;
beforeAll(async () => {
  world = await openWorld('2026-03-16T09:00:00Z');
  const flat = withCells(oneChainTexts(), 'homes.csv', 'birch', {
    offers: 'stepOut/intensiveSupport',
    localConnectionRequired: 'no',
  });
  const staffed = withCells(flat, 'workers.csv', 'w-2', { serviceModel: 'stepOut', role: 'rehabilitationWorker' });
  await loadOneChain(world.store, { texts: staffed });
});
afterAll(() => world.stop());

async function send(member: string, path: string, body: unknown, ifMatch?: number) {
  return world.as(member).post(path, body, ifMatch === undefined ? {} : { ifMatch });
}

async function done(member: string, path: string, body: unknown, ifMatch?: number) {
  const answer = await send(member, path, body, ifMatch);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function read(member: string, path: string) {
  const answer = await world.as(member).get(path);
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

const ask = '/v1/placement-requests/ask-s';
const discharge = () => read('ward', `${ask}/discharge`);
const sum = (parts: readonly { readonly days: number }[]) => parts.reduce((all, one) => all + one.days, 0);
