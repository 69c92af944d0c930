import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { Day } from '../../domain/day.ts';
import { RequestId, RoomId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { Override } from '../../domain/panel.ts';
import { requests } from '../../store/kinds/placing.ts';
import type { PlannedMove } from '../../store/kinds/plans.ts';
import { chainPlaceOf, Plans } from '../../store/plan-reads.ts';
import type { Records } from '../../store/records.ts';
import { type Call, type Deps, write } from '../call.ts';
import { fetchMoves } from '../placing/fetch-moves.ts';
import { makeProposals, ProposalsMade, toldOf } from '../placing/make-proposals.ts';

export const HandMade = z.strictObject({
  requestId: RequestId,
  roomId: RoomId,
  /** The first night in the new room. */
  moveOn: Day,
  /** Hard rules to set aside, each with a reason. The chair has to agree. */
  overrides: z.array(Override).max(5).default([]),
  /** Why this person, where the plan suggests another for the room. */
  insteadBecause: z.string().trim().min(20).max(1000).nullable().default(null),
});
export type HandMade = z.infer<typeof HandMade>;

/** Proposes a move by hand, judged by the same rules as a suggestion and with the same explanation. */
export function proposeMove(deps: Deps, call: Call<unknown, HandMade>): Promise<Outcome<ProposalsMade>> {
  return write(deps, call, 'proposalMade', ProposalsMade, async (records, now) => {
    const { requestId, roomId, moveOn, overrides, insteadBecause } = call.body;
    const asked = await records.get(requests, requestId);
    if (!asked) return refuse('not-found');
    const { personId } = asked.data.request;
    const fetched = await fetchMoves(deps, records, now, [
      { personId, requestId, roomId, moveOn, overrides },
    ]);
    if (!fetched.ok) return fetched;
    const { scene, moves } = fetched.value;
    const [move] = moves;
    if (!move) return refuse('not-found');
    const about = { person: move.person, requests: [move.request] };
    const barred = barredFrom(call.who.data, 'proposals.make', about);
    if (barred) return refuse(barred);
    if (moveOn < scene.today) return refuse('day-not-possible', { earliest: scene.today });
    const suggested = await suggestedFor(deps, records, roomId);
    const isAnother = suggested !== null && suggested.personId !== personId;
    if (isAnother && insteadBecause === null)
      return refuse('reason-missing', { suggestionId: suggested.id, field: 'insteadBecause' });
    const byHand = { ...move, suggestionId: null, insteadBecause: isAnother ? insteadBecause : null };
    const made = makeProposals(deps, call, scene, [byHand], null);
    return made.ok ? done({ ...made.value, told: toldOf(made.value.answer) }) : made;
  });
}

/** The move into a room that the plan in force suggests; null where it suggests none. */
async function suggestedFor(deps: Deps, records: Records, roomId: RoomId): Promise<PlannedMove | null> {
  const plans = new Plans(deps.writing.table, records.partnership);
  const current = await plans.current();
  if (!current) return null;
  let after: string | undefined;
  do {
    const page = await plans.chains(current.planId, { after, limit: 100 });
    const found = page.chains.flatMap((chain) => chain.suggestions).find((one) => one.roomId === roomId);
    if (found) return found;
    after = page.next === null ? undefined : chainPlaceOf(page.next)?.chainId;
  } while (after !== undefined);
  return null;
}
