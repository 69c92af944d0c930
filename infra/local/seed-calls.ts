import type { Facts } from '../../shared/matching/engine.ts';
import type { DemoPartnership } from './demo-data/demo-data.ts';
import { type DemoUser, demoUsers } from './demo-users.ts';

/** One call of a door. The key is made of what it loads, so that a second try changes nothing. */
export interface SeedCall {
  readonly user: string;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly key: string;
  readonly body: unknown;
  readonly ifMatch?: number;
}

/** Calls made one after another. */
export type Job = readonly SeedCall[];

/** Jobs that may be done side by side. */
export type Wave = readonly Job[];

/** Which demo user does the work of each role in a partnership. */
export interface Staff {
  readonly all: readonly DemoUser[];
  readonly admin: DemoUser;
  readonly officer: DemoUser;
  readonly worker: DemoUser;
  readonly lead: DemoUser;
  readonly ward: DemoUser | null;
}

export function staffOf(partnership: DemoPartnership): Staff {
  const all = demoUsers.filter((user) => user.partnership === partnership);
  const the = (role: DemoUser['role']): DemoUser => {
    const found = all.find((user) => user.role === role);
    if (!found) throw new Error(`${partnership} has no ${role}.`);
    return found;
  };
  return {
    all,
    admin: the('systemAdmin'),
    officer: the('housingOfficer'),
    worker: the('supportWorker'),
    lead: the('programmeLead'),
    ward: all.find((user) => user.role === 'wardCoordinator') ?? null,
  };
}

/** Whose case somebody is: the ward's, if they wait in one of its beds, and otherwise the support worker's. */
export function caseHolder({ requests }: Facts, { ward, worker }: Staff, personId: string): DemoUser {
  const waitsThere = requests.some(
    (one) => one.personId === personId && one.hospitalSite === ward?.hospitalSite,
  );
  return ward && waitsThere ? ward : worker;
}

/** @param path after `/v1/` */
export function call(user: DemoUser, path: string, reference: string, body: unknown): SeedCall {
  const key = `seed-${path.split('/').at(-1)}-${reference}`;
  return { user: user.id, method: 'POST', path: `/v1/${path}`, key, body };
}

/** Whoever manages a home: the officer where the council has a part in it, otherwise its provider. */
export function managerOf(
  { all, officer }: Staff,
  { owner, landlord, supportProvider }: Facts['homes'][number],
): DemoUser {
  const managers = [officer, ...all.filter((user) => user.role === 'providerManager')];
  const named: readonly (string | null)[] = [owner, landlord, supportProvider];
  return managers.find((user) => named.includes(user.organisation)) ?? officer;
}
