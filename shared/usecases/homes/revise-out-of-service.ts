import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import type { OutOfServiceId, RoomId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { change } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { changedSince, findRoom } from './find-room.ts';
import { barredClosing, periodOf, toldOf } from './take-out-of-service.ts';

/** The new last day out of service; null when it is no longer known. */
export const OutOfServiceRevised = z.strictObject({ to: Day.nullable() });
export type OutOfServiceRevised = z.infer<typeof OutOfServiceRevised>;

/** Says anew until when a room is out of service. @returns it, with the version its home is in now */
export function reviseOutOfService(
  deps: Deps,
  call: Call<{ roomId: RoomId; outOfServiceId: OutOfServiceId }, OutOfServiceRevised>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'roomOutOfServiceChanged', Receipt, async (records, now) => {
    const { roomId, outOfServiceId } = call.params;
    const found = await findRoom(records, call, 'homes.write', roomId);
    if (!found.ok) return found;
    const { home, ledger } = found.value;
    const before = home.data.outOfService.find((one) => one.id === outOfServiceId && one.roomId === roomId);
    if (!before) return refuse('not-found');
    const stale = changedSince(home, call);
    if (stale) return stale;
    const revised = { ...before, to: call.body.to };
    if (revised.to !== null && revised.to < before.from)
      return refuse('day-not-possible', { notBefore: before.from });
    const barred = barredClosing(found.value, revised, now);
    if (barred) return barred;
    return done({
      steps: [
        change(home, {
          ...home.data,
          outOfService: home.data.outOfService.map((one) => (one === before ? revised : one)),
        }),
        change(ledger, {
          ...ledger.data,
          periods: ledger.data.periods.map((one) =>
            one.kind === 'outOfService' && one.outOfServiceId === outOfServiceId ? periodOf(revised) : one,
          ),
        }),
      ],
      answer: { id: outOfServiceId, version: home.version + 1 },
      told: toldOf(found.value, revised),
    });
  });
}
