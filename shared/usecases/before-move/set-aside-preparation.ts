import * as z from 'zod';
import { SetAside } from '../../domain/before-move.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Call, Deps, Receipt } from '../call.ts';
import { changeBeforeMove, type OfStay, stayFor } from './change-before-move.ts';
import { askedBefore, whatIsMissing } from './what-is-missing.ts';

export const NewSetAside = z.strictObject({
  item: z.string().min(1).max(60),
  reason: SetAside.shape.reason,
});
export type NewSetAside = z.infer<typeof NewSetAside>;

/**
 * Somebody answers, with a reason, for a move without a step that its programme requires. Only what is required, missing
 * and may be waived can be set aside, and whoever does it does not record the arrival.
 */
export function setAsidePreparation(deps: Deps, call: Call<OfStay, NewSetAside>): Promise<Outcome<Receipt>> {
  const { item, reason } = call.body;
  return changeBeforeMove(deps, call, {
    deed: 'preparationSetAside',
    find: stayFor(deps, call, 'beforeMoves.setAside'),
    take: (found, file, now) => {
      const asked = askedBefore(deps, found);
      if (!asked.all.some(({ id }) => id === item)) return refuse('not-found');
      const step = whatIsMissing(asked, file).open.find(({ id }) => id === item);
      if (!step?.mayBeWaivedWithReason) return refuse('override-not-possible', { item });
      const setAside = [...file.setAside, { item, reason, at: now, by: call.who.data.id }];
      return done({ file: { ...file, setAside }, told: { item } });
    },
  });
}
