import { type Sample, simple } from './sample.ts';

const patient = { personId: 'patient' };
const first = { workerId: 'w-1', part: 'primary', from: '2026-04-18', metBeforeMove: true };
const period = { from: '2026-04-01', until: '2026-05-01' };

/** The patient has had the first worker since the day before. */
const allocated: Sample['first'] = ({ ask }) =>
  ask('beginWorker', { as: 'lead', params: patient, body: first });

/** A step on that relationship. */
const onIt = (body: object): Sample => ({
  chapter: 'planned',
  as: 'lead',
  async first(story) {
    await allocated?.(story);
  },
  async sent({ ask }) {
    const { body: read } = await ask('readWorkers', { as: 'lead', params: patient });
    return { params: { ...patient, relationshipId: read.relationships[0].id }, body };
  },
});

export const workerSamples: Readonly<Record<string, Sample>> = {
  readWorkers: simple('lead', { params: patient }, allocated),
  beginWorker: simple('lead', { params: patient, body: first }),
  endWorker: onIt({ until: '2026-04-19', reason: 'personAsked' }),
  handOver: onIt({ workerId: 'w-2', from: '2026-04-19', reason: 'workShared' }),
  readCaseload: simple('lead', { params: { workerId: 'w-1' } }, allocated),
  recordWorkerAbsence: simple('lead', {
    params: { workerId: 'w-1' },
    body: { from: '2026-04-18', until: null, coveredBy: 'w-2' },
  }),
  countPersonDaysWithout: simple('lead', { params: patient, query: period }, allocated),
  countProgrammeDaysWithout: simple(
    'lead',
    { query: { serviceModel: 'stayingConnected', ...period } },
    allocated,
  ),
};
