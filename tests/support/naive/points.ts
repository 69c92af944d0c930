import type { Home } from '../../../shared/domain/home.ts';
import type { TermId } from '../../../shared/domain/policy.ts';
import type { WishSubject } from '../../../shared/domain/wish.ts';
import { leftToPay } from './ask.ts';
import { gateReading, stageFor } from './readiness.ts';
import { askOf } from './rules.ts';
import {
  homeOfRoom,
  inEarlyRecovery,
  isFreedByMove,
  type NaiveWorld,
  needsOf,
  personOf,
  promisedStays,
  requestOf,
  residentOf,
} from './world.ts';

export function meansHome(about: WishSubject, home: Home): boolean {
  switch (about.kind) {
    case 'home':
      return home.id === about.homeId;
    case 'area':
      return home.outcode === about.outcode;
    case 'feature':
      return home.features.some((one) => one === about.feature);
    case 'setting':
      if (about.setting === 'shared') return home.letting === 'byRoom';
      if (about.setting === 'selfContained') return home.letting === 'whole';
      return home.atmosphere === about.setting;
  }
}

/** Whether somebody who lives, or is promised a room, in the home for good uses now and this person is early, or the reverse. */
function meetsOtherStage(w: NaiveWorld, personId: string, roomId: string): boolean {
  const other: Readonly<Record<string, string>> = { early: 'usingNow', usingNow: 'early' };
  const sought = other[needsOf(w, personId)?.recovery ?? ''];
  if (sought === undefined) return false;
  const home = homeOfRoom(w, roomId);
  return w.facts.rooms
    .filter((room) => room.homeId === home.id && room.id !== roomId)
    .filter((room) => room.kind === 'bedroom' || room.kind === 'wholeHome')
    .some((room) => {
      const lives = residentOf(w, room.id);
      const promised = promisedStays(w).filter((stay) => stay.roomId === room.id);
      // Whoever is promised another room of the home is there, whatever notice they gave.
      const stays = lives && !isFreedByMove(w, lives) && lives.leavesOn === null ? [lives] : [];
      return [...stays, ...promised].some(({ personId: who }) => needsOf(w, who)?.recovery === sought);
    });
}

/** Thousandths of a term that a pair earns. */
function earned(w: NaiveWorld, term: TermId, personId: string, roomId: string): number {
  const { facts, policy } = w;
  const home = homeOfRoom(w, roomId);
  const needs = needsOf(w, personId);
  switch (term) {
    case 'choice': {
      const wishes = facts.preferences.filter((one) => one.personId === personId && one.wish === 'wants');
      if (wishes.length === 0) return policy.choice.nothingRecordedPerMille;
      const total = wishes.reduce((sum, one) => sum + one.importance, 0);
      const met = wishes.reduce((sum, one) => sum + (meansHome(one.about, home) ? one.importance : 0), 0);
      return Math.floor((policy.choice.metPerMille * met) / total);
    }
    case 'support': {
      if (!needs) return 0;
      const surplus = home.supportHoursPerWeek - needs.supportHoursPerWeek;
      if (surplus <= 0) return 1000;
      return Math.max(0, Math.floor(1000 - surplus * policy.supportSurplusPerMillePerHour));
    }
    case 'location': {
      const anchors = facts.anchors.filter((one) => one.personId === personId);
      if (anchors.length === 0) return 1000;
      let sum = 0;
      let weight = 0;
      for (const { place, importance } of anchors) {
        const east = place.easting - home.location.easting;
        const north = place.northing - home.location.northing;
        const metres = Math.round(Math.sqrt(east * east + north * north));
        const times = policy.distanceStretch.find((one) => one.partnership === facts.partnership)?.times ?? 1;
        const bands = policy.distanceBands.filter((band) => metres / times <= band.withinMetres);
        sum += importance * Math.max(0, ...bands.map((band) => band.perMille));
        weight += importance;
      }
      return Math.floor(sum / weight);
    }
    case 'readiness': {
      const reading = gateReading(w, personId, stageFor(w, personId, home));
      if (reading === null) return 1000;
      const { least, scores } = reading;
      const most = scores.length * (4 - least);
      if (most === 0) return 1000;
      const above = scores.reduce<number>((sum, score) => sum + Math.max(0, (score ?? 0) - least), 0);
      return 500 + Math.floor((500 * above) / most);
    }
    case 'continuity': {
      const worker = facts.workers.find((one) => one.id === personOf(w, personId).primaryWorker);
      if (!worker) return 1000;
      const follows = home.offers.some((offer) => offer.serviceModel === worker.serviceModel);
      return follows || worker.team === home.team ? 1000 : 0;
    }
    case 'household': {
      const calm = { quiet: 500, mixed: 250, lively: 0 };
      const quiet = !needs?.quiet ? 500 : home.atmosphere === null ? 250 : calm[home.atmosphere];
      const own = inEarlyRecovery(w, personId) && !home.substanceFree ? 250 : 500;
      return quiet + own - (meetsOtherStage(w, personId, roomId) ? 250 : 0);
    }
    case 'affordability': {
      // Whatever the market asks above the local rate is for the rules alone.
      const ask = askOf(w, personId, roomId, w.on);
      const short = leftToPay({ ...ask, room: { ...ask.room, rentType: 'social' } });
      if (short === null) return 0;
      const { weeklyShortfallAllowed: allowed } = policy.affordability;
      return short === 0 ? 1000 : Math.max(0, Math.floor(1000 - (1000 * short) / allowed));
    }
  }
}

export const termIds: readonly TermId[] = [
  'choice',
  'support',
  'location',
  'readiness',
  'continuity',
  'household',
  'affordability',
];

/** The points of each term of a pair. */
export function naiveTerms(w: NaiveWorld, personId: string, roomId: string): number[] {
  const model = w.models.get(requestOf(w, personId)!.serviceModel)!;
  return termIds.map((term) => {
    const weight = model.matching.weights[term] ?? w.policy.weights[term];
    return Math.floor((weight * earned(w, term, personId, roomId)) / 1000);
  });
}

/** The terms of a pair on which anything is on record about the person, in their order. */
export function naiveAsked(w: NaiveWorld, personId: string, roomId: string): TermId[] {
  const { facts } = w;
  const needs = needsOf(w, personId);
  const bears: Readonly<Record<TermId, boolean>> = {
    choice: facts.preferences.some((one) => one.personId === personId && one.wish === 'wants'),
    support: needs !== undefined,
    location: facts.anchors.some((one) => one.personId === personId),
    readiness: gateReading(w, personId, stageFor(w, personId, homeOfRoom(w, roomId))) !== null,
    continuity: facts.workers.some((one) => one.id === personOf(w, personId).primaryWorker),
    household: needs?.quiet === true || needs?.recovery === 'early' || needs?.recovery === 'usingNow',
    affordability: personOf(w, personId).funding !== null,
  };
  return termIds.filter((term) => bears[term]);
}

export const naivePoints = (w: NaiveWorld, personId: string, roomId: string): number =>
  naiveTerms(w, personId, roomId).reduce((sum, one) => sum + one, 0);
