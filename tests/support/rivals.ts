import { policies } from '../../shared/store/kinds/partnerships.ts';
import { loadOneChain, oneChainTexts } from './one-chain.ts';
import { panelOfOne } from './panel-of-one.ts';
import { withCells, withoutRow, withRow } from './planned-folder.ts';
import { openWorld, type World } from './world.ts';

/** A proposal that is before the panel, with the version a decision must name. */
export interface Rival {
  readonly id: string;
  readonly personId: string;
  readonly version: number;
}

export const approval = {
  outcome: 'approve',
  reason: 'The home fits what this person needs and wants, and the house agrees.',
  criteria: ['support'],
};

/**
 * Elm House with both its rooms empty and listed, and so many young people who are ready for it, each of them homeless
 * and like the fixture's care leaver.
 * @param backups how many may be proposed for a room that is held
 * @param rooms those that are empty; a third is built
 */
export async function elmWithRivals(
  count: number,
  backups: number,
  rooms: readonly string[] = ['elm-1', 'elm-2'],
): Promise<World> {
  const world = await openWorld('2026-04-20T09:00:00Z');
  let texts = oneChainTexts();
  for (const [file, row] of [
    ['stays.csv', 'stay-b'],
    ['stays.csv', 'stay-d'],
    ['requests.csv', 'ask-b'],
  ] as const)
    texts = withoutRow(texts, file, row);
  if (rooms.includes('elm-3')) texts = withRow(texts, 'rooms.csv', thirdRoom);
  for (const room of rooms)
    texts = withRow(texts, 'vacancies.csv', {
      sourceReference: `free-${room}`,
      room,
      status: 'open',
      from: '2026-04-20',
      reason: '13',
    });
  texts = withCells(texts, 'homes.csv', 'elm', { maxHighRisk: '' });
  for (let i = 0; i < count; i++) texts = withRival(texts, `rival-${i}`);
  await loadOneChain(world.store, { texts });
  await world.store.put('southampton', policies, { ...panelOfOne, rankedBackups: backups });
  return world;
}

const thirdRoom = {
  sourceReference: 'elm-3',
  home: 'elm',
  kind: 'bedroom',
  areaSquareMetres: '12.00',
  maxPersons: '1',
  floor: '1',
  stepFree: 'no',
  wetRoom: 'no',
  cotSpace: 'no',
  rentType: 'specified',
  weeklyRent: '210.00',
  weeklyServiceCharge: '18.00',
  weeklyPersonalCharge: '12.00',
  weeklySupportCharge: '0',
};

function withRival(texts: ReadonlyMap<string, string>, id: string): Map<string, string> {
  const person = withRow(texts, 'people.csv', {
    sourceReference: id,
    dateOfBirth: '2007-01-15',
    sexRegisteredAtBirth: 'female',
    clientGroups: 'P',
    careStatus: 'formerRelevant',
    leftResidentialCare: 'yes',
    householdAdults: '1',
    householdChildren: '0',
    pets: 'none',
    smokes: 'no',
    funding: 'benefits',
    canPayWeekly: '20.00',
    localConnection: 'yes',
    localConnectionExempt: 'no',
    primaryWorker: 'w-1',
  });
  const needs = withRow(person, 'needs.csv', {
    sourceReference: `needs-${id}`,
    person: id,
    assessedOn: '2026-04-01',
    assessedBy: 'social worker',
    supportLevel: 'high',
    supportHoursPerWeek: '18',
    sleepIn: 'required',
    stepFree: 'notRequired',
    wetRoom: 'notRequired',
    highestFloor: '20',
    selfContained: 'notRequired',
    quiet: 'no',
    recovery: 'notApplicable',
    substanceFreeHome: 'notRequired',
    riskToSelf: 'low',
  });
  return withRow(needs, 'requests.csv', {
    sourceReference: `ask-${id}`,
    person: id,
    kind: 'newPlace',
    serviceModel: 'stayingConnected',
    status: 'readyToPlace',
    queuedOn: '2026-01-05',
    unsafeNow: 'no',
    accommodation: '13',
    postcode: 'SO16',
    referralSource: '17',
  });
}

/** Proposes a rival for a room by hand. @returns the proposal */
export async function proposed(world: World, personId: string, roomId: string): Promise<string> {
  const made = await world
    .as('officer')
    .post('/v1/proposals', { requestId: `ask-${personId}`, roomId, moveOn: '2026-05-05' });
  const id = made.body.proposals?.[0]?.id;
  if (!id) throw new Error(`${personId} cannot be proposed for ${roomId}: ${JSON.stringify(made.body)}`);
  return id;
}

/** Proposes a rival for a room by hand and brings the proposal before the panel. */
export async function beforePanel(world: World, personId: string, roomId: string): Promise<Rival> {
  const id = await proposed(world, personId, roomId);
  const view = { answer: 'yes', words: null, obtained: 'inPerson', onlyOneBecause: 'askedForOne' };
  await world.as('worker').post(`/v1/proposals/${id}/person-view`, view);
  const answered = await world
    .as('provider')
    .post(`/v1/proposals/${id}/provider-answer`, { answer: 'accept' });
  if (answered.body.status !== 'awaitingPanel') throw new Error(JSON.stringify(answered.body));
  return { id, personId, version: answered.body.version };
}

/** Brings a proposal up to date with what has changed since it was made. */
export async function renewed(world: World, rival: Rival): Promise<Rival> {
  const path = `/v1/proposals/${rival.id}/renewal`;
  const { status, body } = await world.as('panel').post(path, {}, { ifMatch: rival.version });
  if (status !== 201) throw new Error(`${rival.personId} cannot be renewed: ${JSON.stringify(body)}`);
  return { ...rival, version: body.version };
}

/** Ends a round: whatever was proposed is withdrawn, and the rooms are free again. */
export async function withdrawAll(world: World, rivals: readonly Pick<Rival, 'id'>[]): Promise<void> {
  for (const { id } of rivals)
    await world.as('officer').post(`/v1/proposals/${id}/withdrawal`, { reason: 'madeInError' });
}
