import * as z from 'zod';
import type { Role } from '../domain/member.ts';

/** Everything somebody may be allowed to do. Each route names one. */
export const Action = z.enum([
  'homes.read',
  'homes.write',
  'vacancies.write',
  'people.open',
  'people.read',
  'people.write',
  'identity.read',
  'constraints.write',
  'requests.read',
  'requests.write',
  'requests.review',
  'requests.pause',
  'requests.withdraw',
  'discharges.read',
  'discharges.write',
  'discharges.record',
  'matches.read',
  'matches.run',
  'proposals.read',
  'proposals.make',
  'proposals.withdraw',
  'proposals.renew',
  'proposals.ask',
  'proposals.answer',
  'views.write',
  'providerAnswers.write',
  'providerAnswers.read',
  'decisions.make',
  'panels.read',
  'panels.manage',
  'panels.vote',
  'reviews.ask',
  'reviews.decide',
  'stays.read',
  'stays.record',
  'offers.answer',
  'workers.read',
  'workers.write',
  'members.read',
  'members.write',
  'messages.read',
  'self.read',
]);
export type Action = z.infer<typeof Action>;

/** `all` in the whole partnership · `own` on cases or stock of one's own; who has neither may not. */
export type Reach = 'all' | 'own';

type Row = Readonly<Partial<Record<Role, Reach>>>;

const everybody: Row = {
  housingOfficer: 'all',
  wardCoordinator: 'all',
  supportWorker: 'all',
  panelMember: 'all',
  panelChair: 'all',
  providerManager: 'all',
  programmeLead: 'all',
  auditor: 'all',
  systemAdmin: 'all',
};

/**
 * Who may do what. A person's own yes, their reading of their own record, and what takes two people come with later
 * pages; nothing here stands in for them. A system admin reads nobody's record.
 */
export const grants: Readonly<Record<Action, Row>> = {
  'homes.read': {
    housingOfficer: 'all',
    wardCoordinator: 'all',
    supportWorker: 'all',
    panelMember: 'all',
    panelChair: 'all',
    providerManager: 'own',
    programmeLead: 'all',
    auditor: 'all',
  },
  'homes.write': { housingOfficer: 'own', providerManager: 'own' },
  'vacancies.write': { housingOfficer: 'own', providerManager: 'own' },
  'people.open': { housingOfficer: 'all', wardCoordinator: 'all', supportWorker: 'all' },
  'people.read': {
    housingOfficer: 'all',
    wardCoordinator: 'own',
    supportWorker: 'own',
    panelMember: 'all',
    panelChair: 'all',
    programmeLead: 'all',
    auditor: 'all',
  },
  'people.write': { wardCoordinator: 'own', supportWorker: 'own' },
  'identity.read': {
    wardCoordinator: 'own',
    supportWorker: 'own',
    panelMember: 'all',
    panelChair: 'all',
    auditor: 'all',
  },
  'constraints.write': {
    wardCoordinator: 'own',
    supportWorker: 'own',
    panelChair: 'all',
    programmeLead: 'all',
  },
  'requests.read': {
    housingOfficer: 'all',
    wardCoordinator: 'own',
    supportWorker: 'own',
    panelMember: 'all',
    panelChair: 'all',
    programmeLead: 'all',
    auditor: 'all',
  },
  'requests.write': { housingOfficer: 'own', wardCoordinator: 'own', supportWorker: 'own' },
  'requests.review': { programmeLead: 'all' },
  'requests.pause': { wardCoordinator: 'own', supportWorker: 'own', programmeLead: 'all' },
  'requests.withdraw': {
    housingOfficer: 'own',
    wardCoordinator: 'own',
    supportWorker: 'own',
    panelChair: 'all',
    programmeLead: 'all',
  },
  'discharges.read': {
    wardCoordinator: 'own',
    supportWorker: 'own',
    panelChair: 'all',
    programmeLead: 'all',
    auditor: 'all',
  },
  'discharges.write': { wardCoordinator: 'own', supportWorker: 'own' },
  'discharges.record': { wardCoordinator: 'own' },
  'matches.read': {
    housingOfficer: 'all',
    wardCoordinator: 'own',
    supportWorker: 'own',
    panelMember: 'all',
    panelChair: 'all',
    programmeLead: 'all',
    auditor: 'all',
  },
  'matches.run': {
    housingOfficer: 'all',
    wardCoordinator: 'all',
    supportWorker: 'all',
    programmeLead: 'all',
  },
  'proposals.read': {
    housingOfficer: 'all',
    wardCoordinator: 'own',
    supportWorker: 'own',
    panelMember: 'all',
    panelChair: 'all',
    providerManager: 'own',
    programmeLead: 'all',
    auditor: 'all',
  },
  'proposals.make': { housingOfficer: 'all', supportWorker: 'own', programmeLead: 'all' },
  'proposals.withdraw': {
    housingOfficer: 'all',
    wardCoordinator: 'own',
    supportWorker: 'own',
    panelChair: 'all',
    providerManager: 'own',
    programmeLead: 'all',
  },
  'proposals.ask': { providerManager: 'own' },
  'proposals.answer': { wardCoordinator: 'own', supportWorker: 'own', programmeLead: 'all' },
  'proposals.renew': {
    housingOfficer: 'all',
    supportWorker: 'own',
    panelMember: 'all',
    panelChair: 'all',
    programmeLead: 'all',
  },
  'views.write': { wardCoordinator: 'own', supportWorker: 'own' },
  'providerAnswers.read': {
    panelChair: 'all',
    providerManager: 'own',
    programmeLead: 'all',
    auditor: 'all',
  },
  'providerAnswers.write': { providerManager: 'own' },
  'decisions.make': { panelMember: 'all', panelChair: 'all' },
  'panels.read': { panelMember: 'all', panelChair: 'all', auditor: 'all' },
  'panels.manage': { panelChair: 'all', programmeLead: 'all' },
  'panels.vote': { panelMember: 'all', panelChair: 'all' },
  'reviews.ask': { wardCoordinator: 'own', supportWorker: 'own', providerManager: 'own' },
  'reviews.decide': { panelChair: 'all', programmeLead: 'all' },
  'stays.read': {
    housingOfficer: 'all',
    wardCoordinator: 'own',
    supportWorker: 'own',
    panelMember: 'all',
    panelChair: 'all',
    providerManager: 'own',
    programmeLead: 'all',
    auditor: 'all',
  },
  'stays.record': { housingOfficer: 'all', supportWorker: 'own', providerManager: 'own' },
  'offers.answer': { supportWorker: 'own', wardCoordinator: 'own' },
  'workers.read': everybody,
  'workers.write': { programmeLead: 'all', systemAdmin: 'all' },
  'members.read': { systemAdmin: 'all', auditor: 'all' },
  'messages.read': { programmeLead: 'all', auditor: 'all', systemAdmin: 'all' },
  'members.write': { systemAdmin: 'all' },
  'self.read': everybody,
};

/** How far somebody's roles together reach for an action; null: not at all. */
export function reachOf(roles: readonly Role[], action: Action): Reach | null {
  const reaches = roles.flatMap((role) => grants[action][role] ?? []);
  if (reaches.includes('all')) return 'all';
  return reaches.includes('own') ? 'own' : null;
}
