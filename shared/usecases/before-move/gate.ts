import type { StayFile } from '../../domain/files.ts';
import type { MemberId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { beforeMoves } from '../../store/kinds/before-moves.ts';
import { type Step, unchanged } from '../../store/steps.ts';
import type { Deps } from '../call.ts';
import type { StayFound } from '../stays/fetch-stay.ts';
import { askedBefore, barredByMissing, whatIsMissing } from './what-is-missing.ts';

/** That a move may be made: what must still be true of it when it is written, and what it is made without. */
export interface GatePassed {
  readonly steps: readonly Step[];
  readonly movedInWithout: NonNullable<StayFile['movedInWithout']>;
}

/**
 * Whether somebody may move in: every step the programme requires is done, or set aside by somebody other than the one
 * who records the arrival. The record must be unchanged when the arrival is written.
 * @source Staying Connected, practice framework (SOURCES.md 2): introductions before the move. Which steps, each
 * programme's own file says.
 */
export async function passGate(
  deps: Deps,
  found: StayFound,
  recordedBy: MemberId,
): Promise<Outcome<GatePassed>> {
  const asked = askedBefore(deps, found);
  if (asked.required.length === 0) return done({ steps: [], movedInWithout: [] });
  const { scene, file } = found;
  const kept = await scene.records.get(beforeMoves, file.stay.id);
  const missing = whatIsMissing(asked, kept?.data ?? null);
  const barred = barredByMissing(missing);
  if (barred) return barred;
  const excused = new Set(missing.setAside.map(({ id }) => id));
  const movedInWithout = (kept?.data.setAside ?? [])
    .filter(({ item }) => excused.has(item))
    .map(({ item, by }) => ({ item, by }));
  if (movedInWithout.some(({ by }) => by === recordedBy)) return refuse('set-aside-by-you');
  // Who lives in the home decides whether there are housemates to meet.
  scene.ledgers.relyOn(file.homeId);
  return done({ steps: kept ? [unchanged(kept)] : [], movedInWithout });
}
