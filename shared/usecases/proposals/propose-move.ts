import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { Day } from '../../domain/day.ts';
import { type PersonId, RequestId, RoomId } from '../../domain/ids.ts';
import { onOffer } from '../../domain/on-offer.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { Override } from '../../domain/panel.ts';
import { mostAlternatives } from '../../domain/plan.ts';
import { requests } from '../../store/kinds/placing.ts';
import type { PlannedMove } from '../../store/kinds/plans.ts';
import { Plans } from '../../store/plan-reads.ts';
import type { Records } from '../../store/records.ts';
import { type Call, type Deps, write } from '../call.ts';
import { fetchMoves } from '../placing/fetch-moves.ts';
import { judge } from '../placing/judge.ts';
import { makeProposals, ProposalsMade, toldOf } from '../placing/make-proposals.ts';
import type { Scene } from '../placing/scene.ts';
import { isKeptForAnother, type WantedMove } from '../placing/wanted-move.ts';

const fields = z.strictObject({
  requestId: RequestId,
  roomId: RoomId,
  /** The first night in the new room. */
  moveOn: Day,
  /** Hard rules to set aside, each with a reason. The chair has to agree. */
  overrides: z.array(Override).max(5).default([]),
  /** Why this person, where the plan suggests another for the room. */
  insteadBecause: z.string().trim().min(20).max(1000).nullable().default(null),
  /** Other rooms on offer that fit the person too, which they are shown beside this one. Left out: those of the plan. */
  alternatives: z.array(RoomId).min(1).max(mostAlternatives).optional(),
});

export const HandMade = fields.refine(
  ({ roomId, alternatives = [] }) => new Set([roomId, ...alternatives]).size === alternatives.length + 1,
  { path: ['alternatives'], error: 'each room is named once, and none of them is the room proposed' },
);
export type HandMade = z.infer<typeof HandMade>;

/** Proposes a move by hand, judged by the same rules as a suggestion and with the same explanation. */
export function proposeMove(deps: Deps, call: Call<unknown, HandMade>): Promise<Outcome<ProposalsMade>> {
  return write(deps, call, 'proposalMade', ProposalsMade, async (records, now) => {
    const { requestId, roomId, moveOn, overrides, insteadBecause, alternatives: chosen } = call.body;
    const asked = await records.get(requests, requestId);
    if (!asked) return refuse('not-found');
    const { personId } = asked.data.request;
    const fetched = await fetchMoves(deps, records, now, [
      { personId, requestId, roomId, moveOn, overrides },
      ...(chosen ?? []).map((other) => ({ personId, requestId, roomId: other, moveOn })),
    ]);
    if (!fetched.ok) return fetched;
    const { scene, moves } = fetched.value;
    const [move, ...others] = moves;
    if (!move) return refuse('not-found');
    const about = { person: move.person, requests: [move.request] };
    const barred = barredFrom(call.who.data, 'proposals.make', about);
    if (barred) return refuse(barred);
    if (moveOn < scene.today) return refuse('day-not-possible', { earliest: scene.today });
    const unfit = others.map((other) => barredAlternative(deps, scene, other)).find((one) => one);
    if (unfit) return unfit;
    const { suggested, alternatives } = await planned(deps, records, roomId, personId);
    const isAnother = suggested !== null && suggested.personId !== personId;
    if (isAnother && insteadBecause === null)
      return refuse('reason-missing', { suggestionId: suggested.id, field: 'insteadBecause' });
    const because = isAnother ? insteadBecause : null;
    const byHand = {
      ...move,
      suggestionId: null,
      insteadBecause: because,
      alternatives: chosen ?? alternatives,
    };
    const made = makeProposals(deps, call, scene, [byHand], null);
    return made.ok ? done({ ...made.value, told: toldOf(made.value.answer) }) : made;
  });
}

/** Why a room is no alternative: it is not on offer, or does not fit the person on the first day they could have it. */
function barredAlternative(deps: Deps, scene: Scene, move: WantedMove): Outcome<never> | null {
  const offered = move.vacancy && onOffer(move.vacancy).vacancy;
  const roomId = move.room.id;
  if (!offered || !('from' in offered)) return refuse('vacancy-not-open', { roomId });
  if (move.vacancy && isKeptForAnother(move.vacancy, new Set(), scene.now))
    return refuse('room-taken', { roomId });
  const on = offered.from > move.on ? offered.from : move.on;
  const judged = judge(deps, scene, [{ ...move, on }], false);
  return judged.ok ? null : judged;
}

/** What the plan in force says of a room and of a person: the move it suggests into the one, the rooms that fit the other. */
async function planned(deps: Deps, records: Records, roomId: RoomId, personId: PersonId): Promise<Planned> {
  const plans = new Plans(deps.writing.table, records.partnership);
  const current = await plans.current();
  if (!current) return { suggested: null, alternatives: null };
  const others = (rooms: readonly RoomId[]): RoomId[] =>
    rooms.filter((one) => one !== roomId).slice(0, mostAlternatives);
  const unplaced = await plans.unplaced(current.planId, personId);
  let suggested: PlannedMove | null = null;
  let theirs: PlannedMove | null = null;
  for await (const move of plans.moves(current.planId)) {
    if (move.roomId === roomId) suggested = move;
    if (move.personId === personId) theirs = move;
    if (suggested && (theirs || unplaced)) break;
  }
  const known = theirs ? [theirs.roomId, ...theirs.otherRoomsThatFit] : (unplaced?.roomsThatFit ?? null);
  return { suggested, alternatives: known && others(known) };
}

interface Planned {
  readonly suggested: PlannedMove | null;
  readonly alternatives: RoomId[] | null;
}
