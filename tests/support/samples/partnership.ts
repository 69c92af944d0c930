import { type Sample, simple } from './sample.ts';

const newcomer = {
  organisationId: 'council',
  roles: ['panelMember'],
  workerId: null,
  hospitalSite: null,
};

export const partnershipSamples: Readonly<Record<string, Sample>> = {
  readMe: simple('officer'),
  addOrganisation: simple('admin', { body: { id: 'trust-2', name: 'Another trust', roles: ['clinical'] } }),
  listOrganisations: simple('admin'),
  addWorker: simple('admin', {
    body: {
      id: 'w-3',
      serviceModel: 'stayingConnected',
      role: 'adviser',
      team: 'advisers',
      fullTimeEquivalent: 1,
      caseloadLimit: 5,
      coveredBy: 'w-1',
    },
  }),
  listWorkers: simple('officer'),
  addMember: simple('admin', { body: { id: 'panel-3', ...newcomer } }),
  listMembers: simple('admin'),
  setContact: simple('admin', {
    params: { memberId: 'panel-2' },
    body: { email: 'panel-2@example.org' },
  }),
  listMessages: simple('lead'),
  changeMember: simple('admin', {
    params: { memberId: 'panel-2' },
    body: { ...newcomer, active: false },
    ifMatch: 1,
  }),
};
