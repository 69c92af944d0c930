import type { Member, Role } from '../../shared/domain/member.ts';
import type { TestStore } from './store.ts';

/** A member for every role, by the name the tests call them, and what else there is to them. */
export const cast = {
  officer: { roles: ['housingOfficer'] },
  ward: { roles: ['wardCoordinator'], organisationId: 'trust', hospitalSite: 'FENWICK-2' },
  worker: { roles: ['supportWorker'], workerId: 'w-1' },
  'worker-2': { roles: ['supportWorker'], workerId: 'w-2' },
  panel: { roles: ['panelMember'] },
  'panel-2': { roles: ['panelMember'] },
  chair: { roles: ['panelChair'] },
  provider: { roles: ['providerManager'], organisationId: 'provider-org' },
  lead: { roles: ['programmeLead'] },
  auditor: { roles: ['auditor'] },
  admin: { roles: ['systemAdmin'] },
} as const satisfies Record<string, { roles: Role[] } & Partial<Record<keyof Member, unknown>>>;
export type CastName = keyof typeof cast;

/** Adds everybody to a partnership. @param prefix stands before each name, so that two partnerships can have them */
export async function castOf(store: TestStore, partnership: string, prefix: string): Promise<void> {
  await Promise.all(
    Object.entries(cast).map(([name, { roles, ...more }]) =>
      store.member(`${prefix}${name}`, [...roles], { partnershipId: partnership, ...more }),
    ),
  );
}
