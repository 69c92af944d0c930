import { expect, test } from 'vitest';
import { identities, moves, people } from '../../../shared/store/kinds/people.ts';
import { requests } from '../../../shared/store/kinds/placing.ts';
import {
  canaries,
  canary,
  newNeeds,
  newPerson,
  newRisk,
  newZone,
  peopleScene,
} from '../../support/people-scene.ts';

const ada = { personId: 'ada' };

/** The person's own fields, as somebody sends them back. */
const asSent = (person: Parameters<typeof newPerson>[2] = {}) => newPerson('ada', {}, person).person;

test('opening a record keeps the person, who they are, their live move and their caseload in one commit', async () => {
  const { ask, read, caseload, audit } = await peopleScene();
  const body = newPerson('ada', { risks: [newRisk], exclusionZones: [newZone] }, { primaryWorker: 'w-1' });
  const opened = await ask('openPerson', { as: 'officer', body });
  expect(opened).toMatchObject({ status: 201, headers: { etag: '"1"' }, body: { id: 'ada', version: 1 } });
  expect((await read(people, 'ada')).data).toMatchObject({
    person: { id: 'ada', primaryWorker: 'w-1' },
    needs: [{ personId: 'ada', supportLevel: 'medium', id: expect.stringMatching(/^needs-/) }],
    risks: [{ personId: 'ada', category: 'violence' }],
    exclusionZones: [{ personId: 'ada', radiusMetres: 500 }],
    openedBy: 'officer',
    organisationId: 'council',
  });
  expect((await read(identities, 'ada')).data).toEqual({ id: 'ada', ...canary });
  expect((await read(moves, 'ada')).data).toMatchObject({
    proposalId: null,
    promisedStayId: null,
    stayId: null,
  });
  expect(await caseload('w-1')).toEqual(['ada']);
  const [entry, ...others] = await audit('person:ada');
  expect(others).toEqual([]);
  expect(entry?.changes.map(({ kind }) => kind).sort()).toEqual([
    'identity',
    'move',
    'person',
    'personWorkers',
  ]);
  for (const one of canaries) expect(JSON.stringify([opened.body, entry])).not.toContain(one);
});

test('the same key and body open one record and answer the same; another body is refused', async () => {
  const { ask, audit } = await peopleScene();
  const { id: _id, ...unnamed } = newPerson('ada');
  const first = await ask('openPerson', { as: 'worker', body: unnamed, key: 'once' });
  const again = await ask('openPerson', { as: 'worker', body: unnamed, key: 'once' });
  expect(again).toEqual(first);
  expect(await audit(`person:${first.body.id}`)).toHaveLength(1);
  const other = await ask('openPerson', { as: 'worker', body: newPerson('bea'), key: 'once' });
  expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
});

test('two records opened at once for the last place on a caseload: one of them is', async () => {
  const { ask, caseload } = await peopleScene();
  const answers = await Promise.all(
    ['ada', 'bea', 'cleo', 'dot'].map((id) =>
      ask('openPerson', { as: 'worker', body: newPerson(id, {}, { primaryWorker: 'w-2' }) }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'caseload-full',
    facts: { workerId: 'w-2', most: '1' },
  });
  expect(await caseload('w-2')).toHaveLength(1);
});

const pair = { otherPersonId: 'bea', recordedOn: '2026-04-01', expiresOn: null };
test.each([
  ['a reference in use', newPerson('eve'), 409, 'already-exists', { personId: 'eve' }],
  [
    'an unknown worker',
    newPerson('ada', {}, { primaryWorker: 'w-9' }),
    422,
    'worker-unknown',
    { workerId: 'w-9' },
  ],
  [
    'an unknown second worker',
    newPerson('ada', {}, { secondWorker: 'w-9' }),
    422,
    'worker-unknown',
    { workerId: 'w-9' },
  ],
  [
    'somebody unknown to keep apart from',
    newPerson('ada', { nonAssociations: [pair] }),
    404,
    'not-found',
    undefined,
  ],
  [
    'themselves to keep apart from',
    newPerson('ada', { nonAssociations: [{ ...pair, otherPersonId: 'ada' }] }),
    ...([404, 'not-found', undefined] as const),
  ],
  [
    'a birth to come',
    newPerson('ada', {}, { dateOfBirth: '2026-04-21' }),
    422,
    'day-not-possible',
    { notAfter: '2026-04-20' },
  ],
  [
    'needs assessed tomorrow',
    newPerson('ada', { needs: [{ ...newNeeds, assessedOn: '2026-04-21' }] }),
    ...([422, 'day-not-possible', { notAfter: '2026-04-20' }] as const),
  ],
  [
    'a risk that ends before it was found',
    newPerson('ada', { risks: [{ ...newRisk, expiresOn: '2026-04-01' }] }),
    ...([422, 'day-not-possible', { notBefore: '2026-04-02' }] as const),
  ],
  [
    'one reference for two facts',
    newPerson('ada', {
      risks: [
        { ...newRisk, id: 'r-1' },
        { ...newRisk, id: 'r-1' },
      ],
    }),
    ...([409, 'already-exists', { factId: 'r-1' }] as const),
  ],
])(
  'opening a record with %s is refused, and nothing is kept of it',
  async (_what, body, status, code, facts) => {
    const { ask, opened, records } = await peopleScene();
    await opened('eve');
    const answer = await ask('openPerson', { as: 'worker', body });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body.facts).toEqual(facts);
    expect(await records.get(people, 'ada')).toBeNull();
    expect(await records.get(identities, 'ada')).toBeNull();
    expect(await records.get(moves, 'ada')).toBeNull();
  },
);

test.each([
  ['an unknown field', { ...newPerson('ada'), status: 'placed' }, '/body/status'],
  [
    'whose fact it is',
    { ...newPerson('ada'), risks: [{ ...newRisk, personId: 'bea' }] },
    '/body/risks/0/personId',
  ],
  [
    'a day that does not exist',
    newPerson('ada', {}, { dateOfBirth: '2005-02-30' }),
    '/body/person/dateOfBirth',
  ],
  [
    'no NHS number that could be',
    newPerson('ada', { identity: { name: 'A', nhsNumber: '9990000019' } }),
    '/body/identity/nhsNumber',
  ],
  ['too many facts', newPerson('ada', { risks: Array(201).fill(newRisk) }), '/body/risks'],
])('opening a record with %s is a bad request that names the part', async (_what, body, pointer) => {
  const { ask } = await peopleScene();
  const answer = await ask('openPerson', { as: 'worker', body });
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  expect(answer.body.errors.map((one: { pointer: string }) => one.pointer)).toEqual([pointer]);
});

test.each(['panel', 'chair', 'lead', 'auditor', 'admin', 'provider'])(
  'the %s opens no record',
  async (as) => {
    const { ask } = await peopleScene();
    const answer = await ask('openPerson', { as, body: newPerson('ada') });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  },
);

test('who somebody is, is read by those who may know, and each reading is noted for two years', async () => {
  const { ask, opened, readLog } = await peopleScene();
  await opened('ada');
  const byWorker = await ask('readPerson', { as: 'worker', params: ada });
  expect(byWorker).toMatchObject({
    status: 200,
    headers: { etag: '"1"' },
    body: { level: 'identity', ...canary },
  });
  expect((await ask('readPerson', { as: 'panel', params: ada })).body).toMatchObject({ ...canary });
  const log = await readLog('ada');
  expect(log.map(({ data }) => data)).toEqual([
    { id: expect.stringMatching(/^read-/), person: 'ada', at: '2026-04-20T09:00:00.000Z', member: 'worker' },
    { id: expect.stringMatching(/^read-/), person: 'ada', at: '2026-04-20T09:00:00.000Z', member: 'panel' },
  ]);
  expect(log[0]?.item.expiresAt).toBe(Date.parse('2028-04-19T09:00:00Z') / 1000);
  for (const one of canaries) expect(JSON.stringify(log)).not.toContain(one);
});

test('nobody else sees who they are, and a reading that shows nobody is not noted', async () => {
  const { ask, opened, readLog } = await peopleScene();
  await opened('ada', { risks: [newRisk, { ...newRisk, category: 'arson', level: 'none' }] });
  const lead = await ask('readPerson', { as: 'lead', params: ada });
  expect(lead.body).toMatchObject({ level: 'record', age: 21 });
  const officer = await ask('readPerson', { as: 'officer', params: ada });
  expect(officer.body).toMatchObject({ level: 'profile', ageBand: '18-24', riskCategories: ['violence'] });
  for (const one of canaries) expect(JSON.stringify([lead, officer])).not.toContain(one);
  expect(await readLog('ada')).toEqual([]);
});

test.each(['provider', 'admin'])('the %s reads nobody', async (as) => {
  const { ask, opened } = await peopleScene();
  await opened('ada');
  expect(await ask('readPerson', { as, params: ada })).toMatchObject({ status: 403 });
  expect(await ask('listPeople', { as })).toMatchObject({ status: 403 });
});

test('a patient is the case of the ward that asked for them', async () => {
  const { ask, opened, put } = await peopleScene();
  await opened('ada');
  expect(await ask('readPerson', { as: 'ward', params: ada })).toMatchObject({ status: 404 });
  await put(
    'southampton',
    requests,
    requests.schema.parse({
      request: {
        ...{ id: 'r-1', personId: 'ada', kind: 'discharge', serviceModel: 'stayingConnected', stages: [] },
        ...{ queuedOn: '2026-04-01', earliestOn: null, neededBy: null, unsafeNow: false, outcode: null },
        ...{ accommodation: null, referralSource: null, referredBy: null, hospitalSite: 'RHM01' },
        status: 'draft',
      },
      ...{ discharge: null, openedBy: 'worker', organisationId: null, question: null, answers: [] },
      endedBecause: null,
    }),
  );
  const read = await ask('readPerson', { as: 'ward', params: ada });
  expect(read).toMatchObject({ status: 200, body: { level: 'identity', name: canary.name } });
});

test('a person of another partnership, or not of their own, reads exactly like a missing one', async () => {
  const { ask, opened } = await peopleScene();
  await opened('ada');
  const missing = await ask('readPerson', { as: 'worker', params: { personId: 'nobody' } });
  expect(missing).toMatchObject({ status: 404, body: { code: 'not-found' } });
  for (const as of ['stranger', 'colleague']) {
    expect(await ask('readPerson', { as, params: ada })).toEqual(missing);
    const changed = await ask('changePerson', { as, params: ada, ifMatch: 1, body: asSent() });
    expect(changed).toEqual(missing);
  }
  expect(await ask('readPerson', { as: 'worker', params: { personId: 'no such id!' } })).toEqual(missing);
});

test('the list shows each person as the caller may see them, page by page', async () => {
  const { ask, opened } = await peopleScene();
  for (const id of ['p-1', 'p-2', 'p-3']) await opened(id);
  const first = await ask('listPeople', { as: 'officer', query: { limit: '2' } });
  expect(first.body.items.map((one: { id: string; level: string }) => [one.id, one.level])).toEqual([
    ['p-1', 'profile'],
    ['p-2', 'profile'],
  ]);
  const rest = await ask('listPeople', { as: 'officer', query: { limit: '2', after: first.body.next } });
  expect(rest.body.items.map((one: { id: string }) => one.id)).toEqual(['p-3']);
  expect(rest.body.next).toBeNull();
  for (const one of canaries) expect(JSON.stringify([first, rest])).not.toContain(one);
  expect((await ask('listPeople', { as: 'stranger' })).body).toEqual({ items: [], next: null });
});

test('whoever has cases of their own finds all of them and no others, however many lie between', async () => {
  const { ask, opened, readLog } = await peopleScene();
  for (let n = 10; n < 22; n++) await opened(`p-${n}`, {}, {}, n === 10 || n === 21 ? 'worker' : 'officer');
  const found: string[] = [];
  let query: Record<string, string> | null = { limit: '1' };
  let pages = 0;
  while (query) {
    const { body } = await ask('listPeople', { as: 'worker', query });
    found.push(...body.items.map((one: { id: string }) => one.id));
    query = body.next ? { limit: '1', after: body.next } : null;
    pages++;
  }
  expect(found).toEqual(['p-10', 'p-21']);
  expect(pages).toBeLessThan(6);
  expect([await readLog('p-10'), await readLog('p-11')].map((log) => log.length)).toEqual([1, 0]);
});

test.each([
  ['limit', '0'],
  ['limit', '101'],
  ['after', 'nowhere'],
  ['name', canary.name],
])('a list asked for with %s=%s is a bad request', async (name, value) => {
  const { ask } = await peopleScene();
  const answer = await ask('listPeople', { as: 'officer', query: { [name]: value } });
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  expect(JSON.stringify(answer.body)).not.toContain(canary.name);
});

test('a change of a person moves them between caseloads and keeps their birth date in one', async () => {
  const { ask, opened, read, caseload, audit } = await peopleScene();
  await opened('ada', {}, { primaryWorker: 'w-1' });
  const body = asSent({ primaryWorker: 'w-2', secondWorker: 'w-1', dateOfBirth: '2005-03-18' });
  const changed = await ask('changePerson', { as: 'worker', params: ada, ifMatch: 1, body });
  expect(changed).toMatchObject({ status: 200, body: { id: 'ada', version: 2 } });
  expect([await caseload('w-1'), await caseload('w-2')]).toEqual([[], ['ada']]);
  expect((await read(people, 'ada')).data.person).toMatchObject(body);
  expect((await read(identities, 'ada')).data).toMatchObject({
    name: canary.name,
    dateOfBirth: '2005-03-18',
  });
  expect((await audit('worker:w-2')).map(({ deed, told }) => [deed, told])).toEqual([
    ['personChanged', { personId: 'ada' }],
  ]);
  const nobody = { ...body, primaryWorker: null, secondWorker: null };
  await ask('changePerson', { as: 'worker', params: ada, ifMatch: 2, body: nobody });
  expect(await caseload('w-2')).toEqual([]);
});

test('a change of a person is refused where it may not be, and leaves them as they were', async () => {
  const { ask, opened, file, caseload } = await peopleScene();
  await opened('bea', {}, { primaryWorker: 'w-2' });
  await opened('ada', {}, { primaryWorker: 'w-1' });
  const before = await file('ada');
  const change = (body: unknown, ifMatch = 1, as = 'worker') =>
    ask('changePerson', { as, params: ada, ifMatch, body });
  expect(await change(asSent({ primaryWorker: 'w-1' }), 7)).toMatchObject({
    ...{ status: 412, body: { code: 'version-changed', facts: { version: '1' } } },
  });
  expect(await change(asSent({ primaryWorker: 'w-2' }))).toMatchObject({
    status: 409,
    body: { code: 'caseload-full' },
  });
  expect(await change(asSent({ primaryWorker: 'w-9' }))).toMatchObject({
    status: 422,
    body: { code: 'worker-unknown' },
  });
  expect(await change(asSent({ secondWorker: 'w-9' }))).toMatchObject({
    status: 422,
    body: { code: 'worker-unknown' },
  });
  expect(await change(asSent({ dateOfBirth: '2027-01-01' }))).toMatchObject({
    body: { code: 'day-not-possible' },
  });
  expect(await change({ ...asSent(), openedBy: 'worker' })).toMatchObject({ status: 400 });
  expect(await change(asSent(), 1, 'officer')).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  expect(await ask('changePerson', { as: 'worker', params: ada, body: asSent() })).toMatchObject({
    status: 428,
  });
  expect(await file('ada')).toEqual(before);
  expect([await caseload('w-1'), await caseload('w-2')]).toEqual([['ada'], ['bea']]);
});

test('a full caseload is no bar to a change of whoever is on it', async () => {
  const { ask, opened, caseload } = await peopleScene();
  await opened('ada', {}, { primaryWorker: 'w-2' });
  const body = asSent({ primaryWorker: 'w-2', smokes: 'outside' });
  const sent = { as: 'colleague', params: ada, ifMatch: 1, body, key: 'once' };
  const changed = await ask('changePerson', sent);
  expect(changed).toMatchObject({ status: 200, body: { version: 2 } });
  expect(await ask('changePerson', sent)).toEqual(changed);
  expect(await caseload('w-2')).toEqual(['ada']);
});

test('no log line holds a name, an NHS number or a birth date', async () => {
  const { ask, opened, logged } = await peopleScene();
  await opened('ada');
  await ask('openPerson', { as: 'worker', body: newPerson('ada') });
  await ask('openPerson', { as: 'worker', body: { ...newPerson('bea'), [canary.name]: canary.nhsNumber } });
  await ask('readPerson', { as: 'panel', params: ada });
  await ask('listPeople', { as: 'panel', query: { after: canary.name } });
  await ask('changePerson', { as: 'worker', params: ada, ifMatch: 1, body: asSent() });
  expect(logged).toHaveLength(6);
  for (const one of canaries) expect(JSON.stringify(logged)).not.toContain(one);
});

test('whom a programme is for is recorded, changed and read; left out, it is not known', async () => {
  const { ask } = await peopleScene();
  await ask('openPerson', { as: 'worker', body: newPerson('ada', {}, { childRemoved: true }) });
  const asked = async () => {
    const { body } = await ask('readPerson', { as: 'worker', params: ada });
    return body;
  };
  expect(await asked()).toMatchObject({
    person: { childRemoved: true, secondaryMentalHealthCare: null, wantsPaidWork: null },
  });
  const changed = await ask('changePerson', {
    as: 'worker',
    params: ada,
    ifMatch: 1,
    body: asSent({ childRemoved: true, secondaryMentalHealthCare: false, wantsPaidWork: true }),
  });
  expect(changed.status).toBe(200);
  expect(await asked()).toMatchObject({
    person: { childRemoved: true, secondaryMentalHealthCare: false, wantsPaidWork: true },
  });
});
