import type { DeclinedBy, DeclinedMove } from '../../domain/declined-move.ts';
import { consequenceOf } from '../../domain/policy.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { pairDigest } from './basis.ts';
import type { Scene } from './scene.ts';

/** Most moves kept of one person; the oldest give way. */
const mostKept = 100;

/** Keeps with the person that a move was declined, so that it is not suggested again as things stand. */
export function rememberDeclined(
  scene: Scene,
  { id, personId, roomId, homeId }: Proposal,
  by: DeclinedBy,
  reason: string,
): DeclinedMove | null {
  const file = scene.people.get(personId);
  const home = scene.homes.get(homeId);
  if (!file || !home) return null;
  const { consequence, atFault, workingDays } = consequenceOf(scene.policy, by, reason);
  const declined: DeclinedMove = {
    ...{ id, personId, roomId, homeId, by, reason, consequence, atFault },
    on: scene.today,
    until: workingDays === null ? null : addWorkingDays(scene.today, workingDays),
    digest: pairDigest(file, home, roomId),
  };
  const others = file.declined.filter((one) => one.roomId !== roomId);
  scene.people.set({ ...file, declined: [...others, declined].slice(-mostKept) });
  return declined;
}
