import * as z from 'zod';
import type { StayId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { type Call, type Deps, write } from '../call.ts';
import { release } from '../placing/release.ts';
import { stepsOf } from '../placing/scene.ts';
import { StayStep } from './answer-offer.ts';
import { fetchStay } from './fetch-stay.ts';

export const NoShow = z.strictObject({
  reason: z.enum(['couldNotBeReached', 'changedTheirMind', 'illness', 'roomNotReady', 'other']),
});
export type NoShow = z.infer<typeof NoShow>;

/** Somebody did not move in as agreed. Their request goes back to the queue with its first date; a new plan follows. */
export function recordNoShow(deps: Deps, call: Call<{ stayId: StayId }, NoShow>): Promise<Outcome<StayStep>> {
  return write(deps, call, 'notArrived', StayStep, async (records, now) => {
    const found = await fetchStay(deps, call, records, now, call.params.stayId, 'stays.record');
    if (!found.ok) return found;
    const { scene, file, proposal } = found.value;
    const { stay } = file;
    if (stay.status !== 'confirmed' || proposal?.status !== 'approved')
      return refuse('transition-not-allowed', { stayId: stay.id, state: stay.status });
    if (scene.today < stay.from) return refuse('day-not-possible', { earliest: stay.from });
    const ending = release(scene, proposal, { status: 'cancelled', reason: 'didNotArrive' });
    const { id, roomId, personId, from } = stay;
    scene.stays.set({ ...file, stay: { id, roomId, personId, from, status: 'notArrived' } });
    return done({
      steps: stepsOf(scene),
      answer: {
        id,
        version: scene.stays.versionOf(id),
        status: 'notArrived',
        ended: ending.map((one) => one.id),
      },
      told: { stayId: id, personId, roomId, homeId: file.homeId, reason: call.body.reason },
    });
  });
}
