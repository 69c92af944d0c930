import { expect, test } from 'vitest';
import { partnershipHandlers } from '../../../functions/partnership/handlers.ts';
import { MemberId } from '../../../shared/domain/ids.ts';
import { currentPolicy } from '../../../shared/matching/policy.ts';
import { auditOf } from '../../../shared/store/audit.ts';
import {
  members,
  organisations,
  partnerships,
  policies,
  workers,
} from '../../../shared/store/kinds/partnerships.ts';
import { caseloads } from '../../../shared/store/kinds/people.ts';
import { Records } from '../../../shared/store/records.ts';
import { foundPartnership } from '../../../shared/usecases/partnership/found-partnership.ts';
import { asker } from '../../support/ask.ts';
import { testStore } from '../../support/store.ts';

const southampton = partnerships.schema.parse({
  id: 'southampton',
  name: 'Southampton',
  gssCode: 'E06000045',
});
const admin = MemberId.parse('admin');
const council = { id: 'council', name: 'City Council', roles: ['commissioner', 'landlord'] };
const worker = {
  ...{ id: 'w-1', serviceModel: 'stayingConnected', role: 'adviser', team: null },
  ...{ fullTimeEquivalent: 0.8, caseloadLimit: 20, coveredBy: 'w-2' },
};
const newMember = {
  ...{ id: 'ann', organisationId: 'council', roles: ['supportWorker'], workerId: 'w-1', hospitalSite: null },
};
const { id: _id, ...asChanged } = { ...newMember, active: true };

/** A partnership that has just been founded, with one organisation and one worker, beside another one. */
async function founded() {
  const store = await testStore();
  const founding = { partnership: southampton, admin, policy: null, key: 'found' };
  const outcome = await foundPartnership(store.deps, founding);
  await store.member('stranger', ['systemAdmin'], { partnershipId: 'bristol' });
  await store.member('bristol-worker', ['supportWorker'], { partnershipId: 'bristol' });
  await store.member('lead', ['programmeLead'], { organisationId: null });
  await store.member('auditor', ['auditor'], { organisationId: null });
  const ask = asker(partnershipHandlers, store.deps);
  await ask('addOrganisation', { as: 'lead', body: council });
  await ask('addWorker', { as: 'lead', body: worker });
  const records = new Records(store.deps.writing.table, 'southampton');
  const audit = () => auditOf(store.deps.writing.table, 'southampton', 'partnership');
  return { ...store, ask, records, audit, founding, outcome };
}

test('a partnership is founded with its first system admin, once for each key', async () => {
  const { deps, founding, outcome, records, ask } = await founded();
  expect(outcome).toEqual({ ok: true, value: { id: 'southampton', version: 1 } });
  expect(await foundPartnership(deps, founding)).toEqual(outcome);
  expect((await records.get(members, 'admin'))?.data).toMatchObject({ roles: ['systemAdmin'], active: true });
  expect(await records.get(policies, 'current')).toBeNull();
  const me = await ask('readMe', { as: 'admin' });
  expect(me.body).toMatchObject({ id: 'admin', partnership: southampton, organisation: null });
});

test('a partnership may be founded with its own policy', async () => {
  const { deps } = await founded();
  const sefton = { ...southampton, id: partnerships.schema.parse({ ...southampton, id: 'sefton' }).id };
  const policy = { ...currentPolicy, version: 'sefton-1' };
  const key = 'found';
  await foundPartnership(deps, { partnership: sefton, admin: MemberId.parse('sefton-admin'), policy, key });
  const kept = await new Records(deps.writing.table, 'sefton').get(policies, 'current');
  expect(kept?.data.version).toBe('sefton-1');
});

test('a partnership is not founded twice, nor by somebody who is a member of another', async () => {
  const { deps, founding } = await founded();
  const again = await foundPartnership(deps, { ...founding, admin: MemberId.parse('other'), key: 'again' });
  expect(again).toMatchObject({ refusal: 'already-exists', facts: { partnershipId: 'southampton' } });
  const sefton = { ...southampton, id: partnerships.schema.parse({ ...southampton, id: 'sefton' }).id };
  const taken = await foundPartnership(deps, { ...founding, partnership: sefton, key: 'taken' });
  expect(taken).toMatchObject({ refusal: 'already-exists', facts: { memberId: 'admin' } });
  const members = await new Records(deps.writing.table, 'sefton').get(partnerships, 'sefton');
  expect(members).toBeNull();
});

test('everybody reads who they are here', async () => {
  const { ask, member } = await founded();
  await member('ann', ['supportWorker', 'panelMember'], { workerId: 'w-1' });
  const me = await ask('readMe', { as: 'ann' });
  expect(me).toMatchObject({
    status: 200,
    body: {
      ...{ id: 'ann', roles: ['supportWorker', 'panelMember'], workerId: 'w-1', hospitalSite: null },
      ...{ partnership: southampton, organisation: { ...council, partnershipId: 'southampton' } },
    },
  });
  expect(await ask('readMe', { as: 'nobody' })).toMatchObject({
    status: 403,
    body: { code: 'no-membership' },
  });
});

/** The version a record is in; null when there is none. */
async function versionOf(
  records: Records,
  kind: 'organisation' | 'worker' | 'member',
  id: string,
): Promise<number | null> {
  const found = await {
    organisation: () => records.get(organisations, id),
    worker: () => records.get(workers, id),
    member: () => records.get(members, id),
  }[kind]();
  return found?.version ?? null;
}

test.each([
  ['addOrganisation', 'organisation', council, { name: 'x'.repeat(121) }, '/body/name'],
  ['addOrganisation', 'organisation', council, { partnershipId: 'bristol' }, '/body/partnershipId'],
  ['addWorker', 'worker', worker, { caseloadLimit: -1 }, '/body/caseloadLimit'],
  ['addMember', 'member', newMember, { roles: ['god'] }, '/body/roles/0'],
  ['addMember', 'member', newMember, { partnershipId: 'bristol' }, '/body/partnershipId'],
] as const)(
  '%s adds once for each key, and is refused when wrong or there already',
  async (route, kind, body, wrong, pointer) => {
    const { ask, records } = await founded();
    const asked = { as: 'admin', body: { ...body, id: 'new-1' }, key: 'once' };
    const first = await ask(route, asked);
    expect(first).toMatchObject({ status: 201, body: { id: 'new-1', version: 1 } });
    expect(await ask(route, asked)).toEqual(first);
    expect(await ask(route, { ...asked, key: 'twice' })).toMatchObject({ body: { code: 'already-exists' } });
    const other = await ask(route, { ...asked, body: { ...body, id: 'new-2' } });
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    const bad = await ask(route, { as: 'admin', body: { ...body, id: 'new-3', ...wrong } });
    expect(bad).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    expect(await versionOf(records, kind, 'new-1')).toBe(1);
    for (const id of ['new-2', 'new-3']) expect(await versionOf(records, kind, id)).toBeNull();
  },
);

test('a worker begins with nobody on their caseload; references are made where none are given', async () => {
  const { ask, records } = await founded();
  expect((await records.get(caseloads, 'w-1'))?.data).toEqual({ workerId: 'w-1', people: [] });
  const { id: _one, ...unnamedWorker } = worker;
  const { id: _other, ...unnamedBody } = council;
  const added = await ask('addWorker', { as: 'lead', body: unnamedWorker });
  expect((await records.get(workers, added.body.id))?.data.caseloadLimit).toBe(20);
  const body = await ask('addOrganisation', { as: 'lead', body: unnamedBody });
  expect((await records.get(organisations, body.body.id))?.data.partnershipId).toBe('southampton');
});

test('workers and organisations are listed to everybody in the partnership and to nobody else', async () => {
  const { ask } = await founded();
  for (const id of ['w-2', 'w-3']) await ask('addWorker', { as: 'lead', body: { ...worker, id } });
  const first = await ask('listWorkers', { as: 'auditor', query: { limit: '2' } });
  expect(first.body.items.map((one: { id: string }) => one.id)).toEqual(['w-1', 'w-2']);
  const rest = await ask('listWorkers', { as: 'auditor', query: { limit: '2', after: first.body.next } });
  expect(rest.body).toMatchObject({ items: [{ ...worker, id: 'w-3' }], next: null });
  expect((await ask('listOrganisations', { as: 'auditor' })).body).toEqual({
    items: [{ ...council, partnershipId: 'southampton' }],
    next: null,
  });
  for (const route of ['listWorkers', 'listOrganisations']) {
    expect((await ask(route, { as: 'stranger' })).body).toEqual({ items: [], next: null });
    expect(await ask(route, { as: 'admin', query: { limit: 'all' } })).toMatchObject({ status: 400 });
  }
  expect(await ask('addWorker', { as: 'auditor', body: worker })).toMatchObject({ status: 403 });
  expect(await ask('addOrganisation', { as: 'auditor', body: council })).toMatchObject({ status: 403 });
});

test('members are listed page by page to those who keep or audit them, their own partnership only', async () => {
  const { ask } = await founded();
  const first = await ask('listMembers', { as: 'auditor', query: { limit: '2' } });
  expect(first.body.items).toMatchObject([
    { id: 'admin', roles: ['systemAdmin'], version: 1 },
    { id: 'auditor', roles: ['auditor'], version: 1 },
  ]);
  const rest = await ask('listMembers', { as: 'admin', query: { limit: '2', after: first.body.next } });
  expect(rest.body).toMatchObject({ items: [{ id: 'lead' }], next: null });
  const other = await ask('listMembers', { as: 'stranger', query: { after: first.body.next } });
  expect(other.body.items.map((one: { id: string }) => one.id)).toEqual(['bristol-worker', 'stranger']);
  expect(await ask('listMembers', { as: 'lead' })).toMatchObject({
    status: 403,
    body: { code: 'not-allowed' },
  });
});

test('a member is added to the caller’s own partnership and works from then on', async () => {
  const { ask, audit } = await founded();
  await ask('addMember', { as: 'admin', body: newMember });
  const me = await ask('readMe', { as: 'ann' });
  expect(me.body).toMatchObject({ partnership: { id: 'southampton' }, organisation: { id: 'council' } });
  const [entry] = (await audit()).slice(-1);
  expect(entry).toMatchObject({ deed: 'memberAdded', told: { memberId: 'ann', roles: 'supportWorker' } });
});

test.each([
  ['themselves', { ...newMember, id: 'admin' }, 403, 'not-allowed', undefined],
  [
    'a member of another partnership',
    { ...newMember, id: 'stranger' },
    409,
    'already-exists',
    { memberId: 'stranger' },
  ],
  ['an unknown worker', { ...newMember, workerId: 'w-9' }, 422, 'worker-unknown', { workerId: 'w-9' }],
  [
    'an unknown organisation',
    { ...newMember, organisationId: 'x' },
    422,
    'organisation-unknown',
    { organisationId: 'x' },
  ],
] as const)('nobody adds a member who is %s', async (_what, body, status, code, facts) => {
  const { ask } = await founded();
  const answer = await ask('addMember', { as: 'admin', body });
  expect(answer).toMatchObject({ status, body: { code } });
  expect(answer.body.facts).toEqual(facts);
  expect(await ask('addMember', { as: 'lead', body: newMember })).toMatchObject({ status: 403 });
});

test('a change of a member counts from their next request on, and is made once for each key', async () => {
  const { ask, records } = await founded();
  await ask('addMember', { as: 'admin', body: newMember });
  const change = (more: object, ifMatch: number, key?: string) =>
    ask('changeMember', {
      ...{ as: 'admin', params: { memberId: 'ann' }, ifMatch, body: { ...asChanged, ...more } },
      ...(key && { key }),
    });
  const roles = await change({ roles: ['auditor'], workerId: null }, 1, 'once');
  expect(roles).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { id: 'ann', version: 2 } });
  expect(await change({ roles: ['auditor'], workerId: null }, 1, 'once')).toEqual(roles);
  expect(await ask('listMembers', { as: 'ann' })).toMatchObject({ status: 200 });
  expect(await change({}, 1)).toMatchObject({
    status: 412,
    body: { code: 'version-changed', facts: { version: '2' } },
  });
  expect(await change({ workerId: 'w-9' }, 2)).toMatchObject({
    status: 422,
    body: { code: 'worker-unknown' },
  });
  expect(await change({ organisationId: 'x' }, 2)).toMatchObject({ body: { code: 'organisation-unknown' } });
  expect(await change({ id: 'bob' }, 2)).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/body/id' }] },
  });
  expect(await change({ roles: [] }, 2)).toMatchObject({ status: 400 });
  await change({ active: false }, 2);
  expect(await ask('readMe', { as: 'ann' })).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  expect((await records.get(members, 'ann'))?.data).toEqual({
    ...newMember,
    partnershipId: 'southampton',
    active: false,
  });
});

test('nobody changes themselves, and a member of another partnership reads like a missing one', async () => {
  const { ask, records } = await founded();
  const change = (memberId: string, as = 'admin') =>
    ask('changeMember', { as, params: { memberId }, ifMatch: 1, body: { ...asChanged, workerId: null } });
  expect(await change('admin')).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  const missing = await change('nobody');
  expect(missing).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(await change('bristol-worker')).toEqual(missing);
  expect(await change('lead', 'auditor')).toMatchObject({ status: 403 });
  expect((await records.get(members, 'bristol-worker'))?.version).toBe(1);
});

test('of two admins who take each other’s access away at once, only one does', async () => {
  const { ask, member, records } = await founded();
  await member('second', ['systemAdmin']);
  const body = { ...asChanged, roles: ['systemAdmin'], workerId: null, active: false };
  const answers = await Promise.all(
    [
      ['admin', 'second'],
      ['second', 'admin'],
    ].map(([as = '', memberId = '']) => ask('changeMember', { as, params: { memberId }, ifMatch: 1, body })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
  const left = await records.getMany(members, ['admin', 'second']);
  expect(left.filter(({ data }) => data.active)).toHaveLength(1);
});

test('a worker of a programme that is not set up here is refused', async () => {
  const { ask } = await founded();
  const body = { ...worker, id: 'w-9', serviceModel: 'toString' };
  expect(await ask('addWorker', { as: 'lead', body })).toMatchObject({
    status: 422,
    body: { code: 'programme-unknown' },
  });
});
