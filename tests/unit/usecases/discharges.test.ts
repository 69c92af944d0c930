import { describe, expect, test } from 'vitest';
import { discharges } from '../../../shared/store/kinds/placing.ts';
import { Records } from '../../../shared/store/records.ts';
import { readyOn, requestsScene } from '../../support/requests-scene.ts';

const params = { requestId: 'ask' };
const owner = { followUp: 'within72Hours', workerId: 'w-1' };
const gone = {
  ...{ at: '2026-04-20T08:30:00Z', destination: '19', accommodation: 'MH01', settled: 'Y' },
  keysAt: '2026-04-20T08:45:00Z',
};

/** A patient of Step Out under the reference `ada`, ready since 10 April, with a ward of their own. */
async function scene() {
  const made = await requestsScene();
  await made.member('ward', ['wardCoordinator'], { hospitalSite: 'FENWICK-2', organisationId: 'trust' });
  await made.member('other-ward', ['wardCoordinator'], {
    hospitalSite: 'ELSEWHERE-1',
    organisationId: 'trust',
  });
  await made.asked({
    ...{ kind: 'discharge', serviceModel: 'stepOut', hospitalSite: 'FENWICK-2' },
    readyPeriod: readyOn('2026-04-10', { id: 'one' }),
  });
  const send = (name: string, body: unknown, more: { as?: string; key?: string; params?: object } = {}) =>
    made.ask(name, { as: 'ward', body, ...more, params: { ...params, ...more.params } });
  const records = new Records(made.deps.writing.table, 'southampton');
  return {
    ...made,
    send,
    file: async () => (await records.get(discharges, 'ask'))?.data ?? null,
    arranged: async () => {
      await send('nameFollowUpOwner', owner);
      for (const item of ['medication', 'gp', 'keys'])
        await send('arrangeLeaving', { item, on: '2026-04-20' });
    },
    shown: async () => (await made.ask('readDischarge', { as: 'ward', params })).body,
  };
}

describe('the reason of a delay', () => {
  const changed = (from: string, delayReason = 'B1') => ({ from, delayReason, attributable: '04' });
  const period = { params: { readyPeriodId: 'one' } };

  test('changes from a day after the last, up to today, and each day keeps the one it had', async () => {
    const { send, shown } = await scene();
    for (const from of ['2026-04-10', '2026-04-09', '2026-04-21'])
      expect(await send('changeDelayReason', changed(from), period)).toMatchObject({
        status: 422,
        body: { code: 'day-not-possible', facts: { after: '2026-04-10', notAfter: '2026-04-20' } },
      });
    expect(await send('changeDelayReason', changed('2026-04-13'), period)).toMatchObject({ status: 201 });
    expect((await send('changeDelayReason', changed('2026-04-13', 'C1'), period)).status).toBe(422);
    expect((await send('changeDelayReason', changed('2026-04-20', 'C1'), period)).status).toBe(201);
    expect((await shown()).delay).toEqual({
      days: 10,
      byReason: [
        { reason: 'J2', days: 3 },
        { reason: 'B1', days: 7 },
      ],
      byAttributable: [
        { attributable: '07', days: 3 },
        { attributable: '04', days: 7 },
      ],
    });
  });

  test('does not change to a retired one, nor once the period is over, nor for a period that is none', async () => {
    const { send, ask } = await scene();
    expect(
      (await send('changeDelayReason', changed('2026-04-13', 'I1'), period)).body.errors[0].message,
    ).toMatch(/I2 is the current reason that fits best/);
    const body = { endedOn: '2026-04-15', endReason: 'notReadyAgain' };
    await ask('endReadyPeriod', {
      as: 'ward',
      params: { ...params, readyPeriodId: 'one' },
      body,
      ifMatch: 1,
    });
    expect((await send('changeDelayReason', changed('2026-04-13'), period)).status).toBe(409);
    expect(
      (await send('changeDelayReason', changed('2026-04-13'), { params: { readyPeriodId: 'two' } })).status,
    ).toBe(404);
  });
});

describe('somebody who is not ready after all', () => {
  const end = (because?: object, endReason = 'notReadyAgain') => ({
    body: { endedOn: '2026-04-15', endReason, ...(because && { because }) },
    ...{ as: 'ward', params: { ...params, readyPeriodId: 'one' }, ifMatch: 1 },
  });

  test('has a reason from the code set, where another reason is said in words', async () => {
    const { ask, requestFile } = await scene();
    const wordless = await ask('endReadyPeriod', end({ code: 'other', detail: null }));
    expect(wordless).toMatchObject({ status: 400, body: { errors: [{ pointer: '/body/because/detail' }] } });
    expect((await ask('endReadyPeriod', end({ code: 'unknown', detail: null }))).status).toBe(400);
    expect((await ask('endReadyPeriod', end({ code: 'other', detail: 'Moved ward.' }))).status).toBe(200);
    expect((await requestFile()).discharge?.periods[0]?.endedBecause).toEqual({
      code: 'other',
      detail: 'Moved ward.',
    });
  });

  test('has the delay ended, but no discharge that skips the follow-up and the checklist', async () => {
    const { ask, requestFile } = await scene();
    expect(await ask('endReadyPeriod', end(undefined, 'discharged'))).toMatchObject({
      status: 409,
      body: { code: 'discharge-not-recorded' },
    });
    expect((await ask('endReadyPeriod', end({ code: 'died', detail: null }, 'discharged'))).status).toBe(400);
    expect((await requestFile()).discharge?.status).toBe('ready');
  });

  test('has a withdrawn request with the reason beside the words, if it is a discharge', async () => {
    const { send, requestFile } = await scene();
    await send('withdrawRequest', { reason: 'A flat of their own.', code: 'ownArrangements' });
    expect(await requestFile()).toMatchObject({
      endedCode: 'ownArrangements',
      endedBecause: 'A flat of their own.',
    });
    const plain = await requestsScene();
    await plain.asked();
    expect((await plain.step('withdrawRequest', 'worker', { reason: 'No.', code: 'refused' })).status).toBe(
      409,
    );
  });
});

describe('a discharge', () => {
  test('is refused with all that is missing, and then made once', async () => {
    const { send, arranged, file, requestFile } = await scene();
    expect((await send('recordDischarge', gone)).body).toMatchObject({
      code: 'follow-up-owner-missing',
      facts: { missing: 'within72Hours, medication, gp, keys' },
    });
    expect(await file()).toBeNull();
    await send('nameFollowUpOwner', owner);
    expect((await send('recordDischarge', gone)).body).toMatchObject({
      code: 'discharge-incomplete',
      facts: { missing: 'medication, gp, keys' },
    });
    await arranged();
    const first = await send('recordDischarge', gone, { key: 'once' });
    expect(first).toMatchObject({ status: 201, body: { id: 'ask', version: 6, status: 'discharged' } });
    expect(await send('recordDischarge', gone, { key: 'once' })).toEqual(first);
    expect((await send('recordDischarge', gone)).status).toBe(409);
    expect(await requestFile()).toMatchObject({
      discharge: { status: 'discharged', periods: [{ endedOn: '2026-04-20', endReason: 'discharged' }] },
    });
    expect((await file())?.made?.followUps).toEqual([
      { id: 'within72Hours', ownerId: 'w-1', dueAt: '2026-04-23T08:30:00.000Z', tries: [] },
    ]);
    for (const [name, body] of [
      ['nameFollowUpOwner', owner],
      ['arrangeLeaving', { item: 'gp', on: '2026-04-20' }],
    ] as const)
      expect((await send(name, body)).status).toBe(409);
  });

  test('happens neither in the future nor before the person was ready', async () => {
    const { send, arranged } = await scene();
    await arranged();
    for (const at of ['2026-04-20T09:00:01Z', '2026-04-09T12:00:00Z'])
      expect((await send('recordDischarge', { ...gone, at })).body).toMatchObject({
        code: 'day-not-possible',
        facts: { notBefore: '2026-04-10', notAfter: '2026-04-20' },
      });
  });

  test('takes only workers, follow-ups and items there are, and national codes', async () => {
    const { send, arranged } = await scene();
    expect((await send('nameFollowUpOwner', { ...owner, workerId: 'nobody' })).body.code).toBe(
      'worker-unknown',
    );
    expect((await send('nameFollowUpOwner', { ...owner, followUp: 'weekly' })).status).toBe(404);
    expect((await send('arrangeLeaving', { item: 'furniture', on: '2026-04-20' })).status).toBe(404);
    expect((await send('arrangeLeaving', { item: 'gp', on: '2026-04-21' })).status).toBe(422);
    await arranged();
    for (const wrong of [{ destination: '79' }, { accommodation: 'HM00' }, { settled: 'yes' }])
      expect((await send('recordDischarge', { ...gone, ...wrong })).status).toBe(400);
    expect((await send('recordDischarge', { ...gone, outOfHoursContact: 'nobody' })).body.code).toBe(
      'worker-unknown',
    );
  });

  test('is recorded by the ward of the patient alone; their worker does what comes before and after', async () => {
    const { send, arranged } = await scene();
    expect((await send('nameFollowUpOwner', owner, { as: 'worker' })).status).toBe(201);
    await arranged();
    expect((await send('recordDischarge', gone, { as: 'worker' })).status).toBe(403);
    expect((await send('recordDischarge', gone, { as: 'other-ward' })).status).toBe(404);
    await send('recordDischarge', gone);
    const reached = {
      followUp: 'within72Hours',
      at: '2026-04-20T08:50:00Z',
      mode: 'inPerson',
      reached: true,
    };
    expect((await send('recordFollowUp', reached, { as: 'colleague' })).status).toBe(404);
    expect((await send('recordFollowUp', reached, { as: 'worker' })).status).toBe(201);
  });

  test('of a programme without follow-ups of its own needs a first worker', async () => {
    const plain = await requestsScene();
    await plain.member('ward', ['wardCoordinator'], { hospitalSite: 'FENWICK-2' });
    await plain.opened('bea');
    const asked = {
      id: 'ask-bea',
      personId: 'bea',
      kind: 'discharge',
      serviceModel: 'stayingConnected',
      submit: true,
    };
    await plain.ask('openRequest', { as: 'worker', body: { ...asked, hospitalSite: 'FENWICK-2' } });
    const left = { ...gone, keysAt: null };
    const sent = { as: 'ward', params: { requestId: 'ask-bea' }, body: left };
    expect((await plain.ask('recordDischarge', sent)).body).toMatchObject({
      code: 'follow-up-owner-missing',
      facts: { missing: 'primaryWorker' },
    });
  });

  test('is nothing that another kind of request has', async () => {
    const plain = await requestsScene();
    await plain.asked();
    expect(
      (await plain.step('recordCrisisContact', 'worker', { on: '2026-04-01', kind: 'crisisTeam' })).body.code,
    ).toBe('transition-not-allowed');
    expect((await plain.ask('readDischarge', { as: 'worker', params })).status).toBe(409);
  });
});

describe('after a discharge', () => {
  test('tries and readmissions lie between it and now, and a readmission is recorded once for its day', async () => {
    const { send, arranged, setNow } = await scene();
    const reached = { followUp: 'within72Hours', mode: 'inPerson', reached: true };
    expect((await send('recordFollowUp', { ...reached, at: '2026-04-20T08:00:00Z' })).status).toBe(409);
    expect((await send('recordReadmission', { on: '2026-04-20' })).status).toBe(409);
    await arranged();
    await send('recordDischarge', gone);
    for (const at of ['2026-04-20T08:29:59Z', '2026-04-20T09:00:01Z'])
      expect((await send('recordFollowUp', { ...reached, at })).body.code).toBe('day-not-possible');
    expect((await send('recordFollowUp', { ...reached, followUp: 'weekly', at: gone.at })).status).toBe(404);
    setNow('2026-05-19T09:00:00Z');
    for (const on of ['2026-04-19', '2026-05-20'])
      expect((await send('recordReadmission', { on })).body.code).toBe('day-not-possible');
    expect((await send('recordReadmission', { on: '2026-05-19' })).status).toBe(201);
    expect((await send('recordReadmission', { on: '2026-05-19' })).body.code).toBe('already-exists');
  });

  test('no word that somebody wrote and no name stands in the audit trail', async () => {
    const { ask, audit } = await scene();
    const body = {
      endedOn: '2026-04-15',
      endReason: 'notReadyAgain',
      because: { code: 'other', detail: 'Zebra words' },
    };
    await ask('endReadyPeriod', {
      as: 'ward',
      params: { ...params, readyPeriodId: 'one' },
      body,
      ifMatch: 1,
    });
    const trail = JSON.stringify(await audit('person:ada'));
    expect(trail).toContain('readyPeriodEnded');
    expect(trail).not.toContain('Zebra');
  });
});

describe('the duty to refer', () => {
  const duty = {
    ...{ id: 'duty', council: 'E06000045', reason: 'homeless', consentObtained: 'inPerson' },
    ...{ consentOn: '2026-04-18', referredOn: '2026-04-19' },
  };
  const withdrawal = { params: { dutyToReferId: 'duty' } };

  test('needs consent first, to a council in England, and consent may be taken back once', async () => {
    const { send, file } = await scene();
    expect((await send('referToCouncil', { ...duty, consentOn: undefined })).status).toBe(400);
    expect((await send('referToCouncil', { ...duty, council: 'Southampton' })).status).toBe(400);
    expect((await send('referToCouncil', { ...duty, consentOn: '2026-04-20' })).status).toBe(422);
    expect((await send('referToCouncil', { ...duty, referredOn: '2026-04-21' })).status).toBe(422);
    expect((await send('referToCouncil', duty)).status).toBe(201);
    expect((await send('referToCouncil', duty)).body.code).toBe('already-exists');
    expect((await send('withdrawConsent', { on: '2026-04-17' }, withdrawal)).status).toBe(422);
    expect((await send('withdrawConsent', { on: '2026-04-20' }, withdrawal)).status).toBe(201);
    expect((await send('withdrawConsent', { on: '2026-04-20' }, withdrawal)).status).toBe(409);
    expect(
      (await send('withdrawConsent', { on: '2026-04-20' }, { params: { dutyToReferId: 'none' } })).status,
    ).toBe(404);
    expect((await file())?.dutyToRefer[0]).toMatchObject({
      referredOn: '2026-04-19',
      consentWithdrawnOn: '2026-04-20',
    });
  });
});
