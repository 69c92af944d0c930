import type { Story } from '../story.ts';
import { type Sample, simple } from './sample.ts';

/** The ward asks anew for its patient, of a programme that follows people up after hospital. */
const params = { requestId: 'ask-s' };
const well = { delayReason: 'J2', attributable: '07' };

const asked = async ({ ask }: Story): Promise<void> => {
  await ask('withdrawRequest', {
    as: 'ward',
    params: { requestId: 'ask-c' },
    body: { reason: 'Asked of the wrong programme.', code: 'sentInError' },
  });
  const request = {
    id: 'ask-s',
    personId: 'patient',
    kind: 'discharge',
    serviceModel: 'stepOut',
    submit: true,
  };
  const readyPeriod = { id: 'ready-s', readyOn: '2026-04-08', ...well };
  await ask('openRequest', { as: 'ward', body: { ...request, hospitalSite: 'FENWICK-2', readyPeriod } });
};

const owner = { followUp: 'within72Hours', workerId: 'w-1' };
const duty = {
  id: 'duty-s',
  council: 'E06000045',
  reason: 'homeless',
  consentOn: '2026-04-17',
  consentObtained: 'inPerson',
  referredOn: '2026-04-17',
};
const left = {
  at: '2026-04-20T08:30:00Z',
  destination: '19',
  accommodation: 'MH01',
  settled: 'Y',
  keysAt: '2026-04-20T08:45:00Z',
};

const referred = async (story: Story): Promise<void> => {
  await asked(story);
  await story.ask('referToCouncil', { as: 'ward', params, body: duty });
};

const arranged = async (story: Story): Promise<void> => {
  await asked(story);
  await story.ask('nameFollowUpOwner', { as: 'ward', params, body: owner });
  for (const item of ['medication', 'gp', 'keys'])
    await story.ask('arrangeLeaving', { as: 'ward', params, body: { item, on: '2026-04-20' } });
};

const gone = async (story: Story): Promise<void> => {
  await arranged(story);
  await story.ask('recordDischarge', { as: 'ward', params, body: left });
};

const reached = { followUp: 'within72Hours', at: '2026-04-20T08:50:00Z', mode: 'inPerson', reached: true };

export const dischargeSamples: Readonly<Record<string, Sample>> = {
  changeDelayReason: simple(
    'ward',
    {
      params: { ...params, readyPeriodId: 'ready-s' },
      body: { from: '2026-04-15', delayReason: 'B1', attributable: '04' },
    },
    asked,
  ),
  readDischarge: simple('ward', { params }, gone),
  nameFollowUpOwner: simple('ward', { params, body: owner }, asked),
  arrangeLeaving: simple('ward', { params, body: { item: 'gp', on: '2026-04-20' } }, asked),
  recordDischarge: simple('ward', { params, body: left }, arranged),
  recordFollowUp: simple('ward', { params, body: reached }, gone),
  referToCouncil: simple('ward', { params, body: duty }, asked),
  withdrawConsent: simple(
    'ward',
    { params: { ...params, dutyToReferId: 'duty-s' }, body: { on: '2026-04-20' } },
    referred,
  ),
  recordCrisisContact: simple('ward', { params, body: { on: '2026-03-01', kind: 'section136' } }, asked),
  recordReadmission: simple('ward', { params, body: { on: '2026-04-20' } }, gone),
  earliestRoom: simple('ward', { params: { personId: 'patient' } }),
};
