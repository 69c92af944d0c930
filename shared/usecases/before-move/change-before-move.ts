import type { Action } from '../../access/actions.ts';
import type { Deed } from '../../domain/audit.ts';
import { type BeforeMove, mostEntries, newBeforeMove } from '../../domain/before-move.ts';
import type { Instant } from '../../domain/day.ts';
import type { StayId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { beforeMoves } from '../../store/kinds/before-moves.ts';
import type { Records } from '../../store/records.ts';
import { save } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { stepsOf } from '../placing/scene.ts';
import { fetchStay, type StayFound } from '../stays/fetch-stay.ts';

export type OfStay = { stayId: StayId };

/** The record as a step leaves it, and what the audit is told besides. */
export interface Taken {
  readonly file: BeforeMove;
  readonly told?: Readonly<Record<string, string>>;
}

interface BeforeMoveChange {
  readonly deed: Deed;
  /** Finds the stay for a caller who may do this to it. */
  readonly find: (records: Records, now: Instant) => Promise<Outcome<StayFound>>;
  readonly take: (
    found: StayFound,
    file: BeforeMove,
    now: Instant,
    records: Records,
  ) => Outcome<Taken> | Promise<Outcome<Taken>>;
}

/** Finds a stay for somebody whose case or stock it is. */
export const stayFor =
  (deps: Deps, call: Call<OfStay>, action: Action): BeforeMoveChange['find'] =>
  (records, now) =>
    fetchStay(deps, call, records, now, call.params.stayId, action);

/** Changes the record of what happens before a move, while the move is agreed and has not been made. */
export function changeBeforeMove(
  deps: Deps,
  call: Call<OfStay>,
  { deed, find, take }: BeforeMoveChange,
): Promise<Outcome<Receipt>> {
  return write(deps, call, deed, Receipt, async (records, now) => {
    const found = await find(records, now);
    if (!found.ok) return found;
    const { stay, homeId } = found.value.file;
    if (stay.status !== 'provisional' && stay.status !== 'confirmed')
      return refuse('transition-not-allowed', { stayId: stay.id, state: stay.status });
    const kept = await records.get(beforeMoves, stay.id);
    const before = kept?.data ?? newBeforeMove(stay.id, stay.personId, homeId);
    const taken = await take(found.value, before, now, records);
    if (!taken.ok) return taken;
    const { file, told } = taken.value;
    if (isOverfull(file)) return refuse('too-many-facts', { most: String(mostEntries) });
    const { scene } = found.value;
    scene.stays.relyOn(stay.id);
    scene.people.relyOn(stay.personId);
    return done({
      steps: [save(records.partnership, beforeMoves, kept, file), ...stepsOf(scene)],
      answer: { id: stay.id, version: (kept?.version ?? 0) + 1 },
      told: { stayId: stay.id, personId: stay.personId, roomId: stay.roomId, ...told },
    });
  });
}

function isOverfull({ introductions, visits, residentViews }: BeforeMove): boolean {
  return [introductions, visits, residentViews].some(({ length }) => length > mostEntries);
}
