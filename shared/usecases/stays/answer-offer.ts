import * as z from 'zod';
import type { StayId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { ViewObtained } from '../../domain/person-view.ts';
import { type Call, type Deps, write } from '../call.ts';
import { rememberDeclined } from '../placing/declined.ts';
import { release } from '../placing/release.ts';
import { stepsOf } from '../placing/scene.ts';
import { fetchStay } from './fetch-stay.ts';

export const OfferAnswer = z.strictObject({
  answer: z.enum(['accepted', 'refused']),
  /** How the person's own answer was obtained. */
  obtained: ViewObtained,
});
export type OfferAnswer = z.infer<typeof OfferAnswer>;

export const StayStep = z.strictObject({
  id: z.string(),
  version: z.int(),
  status: z.string(),
  /** Proposals that ended with it. */
  ended: z.array(z.string()),
});
export type StayStep = z.infer<typeof StayStep>;

/**
 * The person's own answer to an offer that a panel approved, recorded by their worker. Refusing costs them nothing: they
 * are back in the queue with the date they joined it.
 */
export function answerOffer(
  deps: Deps,
  call: Call<{ stayId: StayId }, OfferAnswer>,
): Promise<Outcome<StayStep>> {
  const { answer } = call.body;
  const deed = answer === 'accepted' ? 'offerAccepted' : 'offerRefused';
  return write(deps, call, deed, StayStep, async (records, now) => {
    const found = await fetchStay(deps, call, records, now, call.params.stayId, 'offers.answer');
    if (!found.ok) return found;
    const { scene, file, proposal } = found.value;
    const { stay } = file;
    if (stay.status !== 'provisional' || proposal?.status !== 'approved')
      return refuse('transition-not-allowed', { stayId: stay.id, state: stay.status });
    const ending =
      answer === 'refused' ? release(scene, proposal, { status: 'cancelled', reason: 'personWithdrew' }) : [];
    if (answer === 'refused') rememberDeclined(scene, proposal, 'person', 'personDeclined');
    if (answer === 'accepted') scene.stays.set({ ...file, stay: { ...stay, status: 'confirmed' } });
    return done({
      steps: stepsOf(scene),
      answer: {
        id: stay.id,
        version: scene.stays.versionOf(stay.id),
        status: scene.stays.get(stay.id)?.stay.status ?? stay.status,
        ended: ending.map(({ id }) => id),
      },
      told: { stayId: stay.id, personId: stay.personId, roomId: stay.roomId, homeId: file.homeId, answer },
    });
  });
}
