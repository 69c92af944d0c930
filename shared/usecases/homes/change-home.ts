import type * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { Home } from '../../domain/home.ts';
import type { HomeId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { homes } from '../../store/kinds/homes.ts';
import { change } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { changedSince } from './find-room.ts';
import { barredRooms } from './home-rooms.ts';

/** Everything of a home but its reference and its rooms. */
export const HomeAsChanged = Home.omit({ id: true });
export type HomeAsChanged = z.infer<typeof HomeAsChanged>;

/**
 * Changes what is said of a home. What limits it counts from the next promise on: nobody who lives there or is promised
 * a room loses it, and a turnaround that has been set keeps its days.
 */
export function changeHome(
  deps: Deps,
  call: Call<{ homeId: HomeId }, HomeAsChanged>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'homeChanged', Receipt, async (records) => {
    const found = await records.get(homes, call.params.homeId);
    if (!found) return refuse('not-found');
    const barred = barredFrom(call.who.data, 'homes.write', { home: found.data });
    if (barred) return refuse(barred);
    const stale = changedSince(found, call);
    if (stale) return stale;
    const file = { ...found.data, home: { ...call.body, id: found.data.home.id } };
    // Nobody gives a home away to an organisation that is not theirs.
    if (barredFrom(call.who.data, 'homes.write', { home: file })) return refuse('not-allowed');
    const wrong = barredRooms(file.home.letting, file.rooms);
    if (wrong) return wrong;
    return done({
      steps: [change(found, file)],
      answer: { id: found.id, version: found.version + 1 },
      told: { homeId: found.id },
    });
  });
}
