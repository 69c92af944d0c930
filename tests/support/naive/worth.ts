import { nightsBetween } from './days.ts';
import { liveRoom } from './pairs.ts';
import { isFreedByMove, type NaiveWorld, offerOf, requestOf, residentOf } from './world.ts';

/** What a move takes off its points. @param firstDay the first day this person could be in this room, whatever the plan */
export function naivePrice(w: NaiveWorld, personId: string, roomId: string, firstDay: string): number {
  const { movePrice, uncertaintyPrice, latePrice } = w.policy;
  const resident = residentOf(w, roomId);
  const offer = resident && isFreedByMove(w, resident) ? undefined : offerOf(w, roomId);
  const unsure = offer?.status === 'expected' ? uncertaintyPrice[offer.certainty] : 0;
  const { neededBy } = requestOf(w, personId)!;
  const days = neededBy === null ? 0 : nightsBetween(neededBy, firstDay);
  return movePrice + unsure + (days > 0 ? Math.min(latePrice.perDay * days, latePrice.most) : 0);
}

/** Days waited, and the tier a person is in: 0 to 2 by the policy's grounds, 3 for a resident who is in no hurry. */
export function naiveTier(w: NaiveWorld, personId: string): number {
  const request = requestOf(w, personId)!;
  const delayed = w.facts.readyPeriods.some(
    (one) =>
      one.requestId === request.id && one.readyOn <= w.on && (one.endedOn === null || one.endedOn > w.on),
  );
  const homeless =
    request.accommodation !== null && w.policy.homelessAccommodation.includes(request.accommodation);
  const grounds = {
    delayedDischarge: delayed,
    unsafeNow: request.unsafeNow,
    homelessNow: homeless,
    waiting: true,
  };
  const tier = w.policy.tiers.findIndex((one) => one.grounds.some((ground) => grounds[ground]));
  if (tier > 0 && liveRoom(w, personId) !== null) return 3;
  return tier < 0 ? 2 : tier;
}

export const naiveWait = (w: NaiveWorld, personId: string): number =>
  Math.max(0, nightsBetween(requestOf(w, personId)!.queuedOn, w.on));
