import { supportRank } from '../domain/codes.ts';
import { ageOn } from '../domain/day.ts';
import type { Place, Setting, Subject } from './pool-types.ts';

export type FeatureId =
  | 'stepFree'
  | 'wetRoom'
  | 'sleepIn'
  | 'selfContained'
  | 'substanceFree'
  | 'highSupport'
  | 'pets'
  | 'forTwo'
  | 'under18';

/** Something a room has that some people cannot do without. */
export interface Feature {
  readonly id: FeatureId;
  /** After "the only": "step-free room". */
  readonly words: string;
  /** In a list of what a room has: "step-free". */
  readonly trait: string;
  has(p: Place): boolean;
  /** Whether somebody must have it, so far as is on record. */
  needs(s: Subject, at: Setting): boolean;
}

const high = supportRank('high');

/** In the order in which they are told. A wish is not a need, so none of these is one. */
export const features: readonly Feature[] = [
  {
    id: 'stepFree',
    words: 'step-free room',
    trait: 'step-free',
    has: (p) => p.room.stepFree === true,
    needs: (s) => s.needs?.stepFree === 'required',
  },
  {
    id: 'wetRoom',
    words: 'room with a wet room',
    trait: 'a wet room',
    has: (p) => p.room.wetRoom === true,
    needs: (s) => s.needs?.wetRoom === 'required',
  },
  {
    id: 'sleepIn',
    words: 'room with staff there at night',
    trait: 'staff at night',
    has: (p) => p.home.sleepIn,
    needs: (s) => s.needs?.sleepIn === 'required',
  },
  {
    id: 'selfContained',
    words: 'place of one’s own, shared with nobody',
    trait: 'shared with nobody',
    has: (p) => p.home.letting === 'whole',
    needs: (s) => s.needs?.selfContained === 'required',
  },
  {
    id: 'substanceFree',
    words: 'room in a home free of drink and drugs',
    trait: 'free of drink and drugs',
    has: (p) => p.home.substanceFree,
    needs: (s) => s.needs?.substanceFreeHome === 'required',
  },
  {
    id: 'highSupport',
    words: 'room with high support',
    trait: 'high support',
    has: (p) => supportRank(p.home.supportLevel) >= high,
    needs: (s) => s.needs !== null && supportRank(s.needs.supportLevel) >= high,
  },
  {
    id: 'pets',
    words: 'room where a pet may live',
    trait: 'pets allowed',
    has: (p) => p.home.pets === 'yes' || p.home.pets === 'byAgreement',
    needs: (s) => s.person.pets?.some((pet) => !pet.assistance) === true,
  },
  {
    id: 'forTwo',
    words: 'room for two or more',
    trait: 'for two or more',
    has: (p) => p.room.maxPersons >= 2,
    needs: (s) => s.size >= 2,
  },
  {
    id: 'under18',
    words: 'room in a home that may take people under 18',
    trait: 'for people under 18 too',
    has: (p) => p.home.ofsted !== 'notRegistered',
    needs: (s, at) => ageOn(s.person.dateOfBirth, at.onDay) < 18,
  },
];
