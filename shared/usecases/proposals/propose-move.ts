import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { Day } from '../../domain/day.ts';
import { RequestId, RoomId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { requests } from '../../store/kinds/placing.ts';
import { type Call, type Deps, write } from '../call.ts';
import { fetchMoves } from '../placing/fetch-moves.ts';
import { makeProposals, ProposalsMade, toldOf } from '../placing/make-proposals.ts';

export const HandMade = z.strictObject({
  requestId: RequestId,
  roomId: RoomId,
  /** The first night in the new room. */
  moveOn: Day,
});
export type HandMade = z.infer<typeof HandMade>;

/** Proposes a move by hand, judged by the same rules as a suggestion and with the same explanation. */
export function proposeMove(deps: Deps, call: Call<unknown, HandMade>): Promise<Outcome<ProposalsMade>> {
  return write(deps, call, 'proposalMade', ProposalsMade, async (records, now) => {
    const { requestId, roomId, moveOn } = call.body;
    const asked = await records.get(requests, requestId);
    if (!asked) return refuse('not-found');
    const { personId } = asked.data.request;
    const fetched = await fetchMoves(deps, records, now, [{ personId, requestId, roomId, moveOn }]);
    if (!fetched.ok) return fetched;
    const { scene, moves } = fetched.value;
    const [move] = moves;
    if (!move) return refuse('not-found');
    const about = { person: move.person, requests: [move.request] };
    const barred = barredFrom(call.who.data, 'proposals.make', about);
    if (barred) return refuse(barred);
    if (moveOn < scene.today) return refuse('day-not-possible', { earliest: scene.today });
    const made = makeProposals(deps, call, scene, [{ ...move, suggestionId: null }], null);
    return made.ok ? done({ ...made.value, told: toldOf(made.value.answer) }) : made;
  });
}
