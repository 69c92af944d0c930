import type { MemberId } from '../../domain/ids.ts';
import type { Member } from '../../domain/member.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Partnership } from '../../domain/worker.ts';
import { commit } from '../../store/commit.ts';
import { members, partnerships, policies } from '../../store/kinds/partnerships.ts';
import { create } from '../../store/steps.ts';
import { type Deps, Receipt } from '../call.ts';

/** What a partnership begins with. */
export interface Founding {
  readonly partnership: Partnership;
  /** The subject of the token of its first system admin, who adds everybody else. */
  readonly admin: MemberId;
  /** Its own policy; null: the one that is shipped. */
  readonly policy: Policy | null;
  /** Founds it once, however often it is asked for. */
  readonly key: string;
}

/**
 * Founds a partnership, with its first system admin. Nobody may do so over the API: whoever runs the service does.
 */
export function foundPartnership(
  deps: Deps,
  { partnership, admin, policy, key }: Founding,
): Promise<Outcome<Receipt>> {
  const { id } = partnership;
  const payload = JSON.stringify({ partnership, admin, policy });
  const intent = {
    partnership: id,
    by: admin,
    deed: 'partnershipFounded' as const,
    key,
    payload,
    answer: Receipt,
  };
  return commit(deps.writing, intent, async (records) => {
    if (await records.get(partnerships, id)) return refuse('already-exists', { partnershipId: id });
    if (await records.get(members, admin)) return refuse('already-exists', { memberId: admin });
    return done({
      steps: [
        create(id, partnerships, partnership),
        create(id, members, firstAdmin(partnership, admin)),
        ...(policy ? [create(id, policies, policy)] : []),
      ],
      answer: { id, version: 1 },
      told: { partnershipId: id, memberId: admin },
    });
  });
}

function firstAdmin({ id: partnershipId }: Partnership, id: MemberId): Member {
  return {
    id,
    partnershipId,
    organisationId: null,
    roles: ['systemAdmin'],
    workerId: null,
    hospitalSite: null,
    active: true,
  };
}
