import { expect, test } from 'vitest';
import { ProposalId, StayId } from '../../../shared/domain/ids.ts';
import type { Stay } from '../../../shared/domain/stay.ts';
import type { Facts } from '../../../shared/matching/facts.ts';
import { freePlacesByTeam } from '../../../shared/matching/team-places.ts';
import { serviceModels } from '../../../shared/services/index.ts';
import { oneChainDay, oneChainTexts } from '../../support/one-chain.ts';
import { planFacts, readOn } from '../../support/planned-folder.ts';

const facts: Facts = readOn(oneChainTexts(), oneChainDay).facts;

/** Places free in the team of the fixture, as the engine reads them. */
const free = (changed: Facts): number | undefined =>
  planFacts(changed, oneChainDay).problem.pool.setting.freePlaces.get('advisers');

/** The same facts with somebody promised a room. */
function promised(personId: string, roomId: string): Facts {
  const person = facts.people.find(({ id }) => id === personId);
  const room = facts.rooms.find(({ id }) => id === roomId);
  if (!person || !room) throw new Error('The fixture has no such person or room.');
  const stay: Stay = {
    ...{
      id: StayId.parse('promise'),
      personId: person.id,
      roomId: room.id,
      from: facts.requests[0]!.queuedOn,
    },
    ...{ status: 'confirmed', proposalId: ProposalId.parse('proposal') },
  };
  return { ...facts, stays: [...facts.stays, stay] };
}

test('who is promised a room without a worker has one of the places of the team that supports it', () => {
  const before = free(facts) ?? 0;
  expect(before).toBeGreaterThan(1);
  expect(free(promised('patient', 'elm-1'))).toBe(before - 1);
  expect(free(promised('hmo-resident', 'birch-flat'))).toBe(before);
});

test('a limit of the whole team leaves no more places than are left of it', () => {
  const model = serviceModels().get('stayingConnected')!;
  const carried = facts.people.filter((one) => one.primaryWorker !== null).length;
  const whole = { ...model.caseloadLimits[0]!, scope: 'team' as const, perFte: false, people: carried + 1 };
  const models = new Map([[model.id, { ...model, caseloadLimits: [whole, model.caseloadLimits[1]!] }]]);
  const look = { promisedTo: new Map() };
  expect(freePlacesByTeam(facts, models, look).get('advisers')).toBe(1);
});
