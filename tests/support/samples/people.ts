import { newBan, newNeeds, newPerson, newRisk, newZone } from '../people-scene.ts';
import { type Sample, simple } from './sample.ts';

const patient = { personId: 'patient' };
const resident = { personId: 'hmo-resident' };

export const peopleSamples: Readonly<Record<string, Sample>> = {
  previewPersonWithdrawal: simple('worker', { params: resident }),
  withdrawPerson: simple('worker', { params: resident, body: { reason: 'movedAway' } }),
  returnPerson: simple('worker', { params: resident }, ({ ask }) =>
    ask('withdrawPerson', { as: 'worker', params: resident, body: { reason: 'movedAway' } }),
  ),
  openPerson: simple('worker', { body: newPerson('newcomer') }),
  listPeople: simple('officer'),
  readPerson: simple('officer', { params: patient }),
  changePerson: simple('worker', {
    params: resident,
    body: { ...newPerson('any').person, primaryWorker: 'w-1', secondWorker: 'w-2' },
    ifMatch: 1,
  }),
  assessNeeds: simple('ward', { params: patient, body: newNeeds }),
  rateReadiness: simple('worker', {
    params: resident,
    body: {
      assessedOn: '2026-04-19',
      rater: { kind: 'worker', workerId: 'w-1' },
      scores: { budgeting: 3 },
      evidence: { budgeting: { kind: 'seenDone', words: 'Paid the week’s shopping from a list.' } },
    },
  }),
  readReadiness: simple('worker', { params: resident }),
  recordRisk: simple('worker', { params: resident, body: newRisk }),
  recordAnchor: simple('worker', {
    params: resident,
    body: {
      kind: 'college',
      place: { easting: 441_000, northing: 112_000 },
      importance: 2,
      recordedOn: '2026-04-19',
    },
  }),
  recordPreference: simple('worker', {
    params: resident,
    body: {
      wish: 'doesNotWant',
      about: { kind: 'home', homeId: 'elm' },
      importance: 3,
      recordedOn: '2026-04-19',
    },
  }),
  recordExclusionZone: simple('worker', { params: resident, body: newZone }),
  recordNonAssociation: simple('worker', {
    params: resident,
    body: { otherPersonId: 'care-leaver', recordedOn: '2026-04-19', expiresOn: null },
  }),
  recordProviderBan: simple('worker', { params: resident, body: newBan }),
  personTimeline: simple('officer', { params: patient }),
};
