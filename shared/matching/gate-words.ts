import type { ServiceModel } from '../services/service-model.ts';
import type { DomainFinding, GateFinding } from './readiness.ts';
import { count } from './words.ts';

const named = (found: readonly DomainFinding[]): string =>
  found.map((one) => one.name.toLowerCase()).join(', ');

/** What still stands between somebody and a gate, a sentence each; nothing where it is passed. */
export function gateMissing(found: GateFinding, { readiness }: ServiceModel): string[] {
  const { below, ownBelow, missing, ownMissing, ratersMissing } = found;
  const never = missing.filter((one) => one.newest === null);
  const stale = missing.filter((one) => one.newest !== null);
  // The person themselves may be the one who is missing, which is said already.
  const more = ratersMissing - (ownMissing ? 1 : 0);
  return [
    ...(below.length > 0 ? [`Must be at least ${found.minimumEach} out of 4: ${named(below)}.`] : []),
    ...(ownBelow.length > 0
      ? [`Rated below ${found.minimumOwn} by the person themselves: ${named(ownBelow)}.`]
      : []),
    ...(never.length > 0 ? [`No worker has rated: ${named(never)}.`] : []),
    ...(stale.length > 0
      ? [`Rated over ${readiness.validDays} days ago, so it no longer counts: ${named(stale)}.`]
      : []),
    ...(ownMissing
      ? [`The person has not rated every skill themselves in the last ${readiness.validDays} days.`]
      : []),
    ...(more > 0 && missing.length === 0
      ? [`${count(more, 'more person must', 'more people must')} rate them: one rating is not enough.`]
      : []),
  ];
}
