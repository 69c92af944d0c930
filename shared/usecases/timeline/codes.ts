import type * as z from 'zod';
import type { ClosingReason, WithdrawnReason } from '../../domain/cascade.ts';
import type { SustainmentAnswer } from '../../domain/departure.ts';
import { dischargeEndCodes } from '../../domain/discharge-codes.ts';
import type { PersonView } from '../../domain/person-view.ts';
import type { CancelReason, Decision } from '../../domain/proposal.ts';
import type { OutOfServiceReason } from '../../domain/room.ts';
import type { DepartureReason } from '../../domain/stay.ts';
import type { VacancyWithdrawalReason } from '../../domain/vacancy.ts';
import type { ContactOutcome } from '../contacts/record-contact.ts';
import type { waitsForWhom } from '../placing/workflow.ts';
import type { NoShow } from '../stays/record-no-show.ts';

type Words<Code extends string> = Readonly<Record<Code, string>>;

export const cancelWords: Words<z.infer<typeof CancelReason>> = {
  chainBroken: 'an earlier move in the chain fell through',
  roomLost: 'the room is no longer to be had',
  personWithdrew: 'the person changed their mind',
  didNotArrive: 'the person did not arrive',
  filledByAnother: 'the room went to somebody else',
  madeInError: 'it was made in error',
};

export const reviewWords: Words<'upheld' | 'reopened'> = {
  upheld: 'the first decision stands',
  reopened: 'the move may be proposed again',
};

export const waitsForWords: Words<ReturnType<typeof waitsForWhom>> = {
  person: 'nobody recorded what the person says',
  provider: 'the provider has not answered',
  panel: 'the panel has not decided',
  information: 'a question is open',
};

export const departureWords: Words<z.infer<typeof DepartureReason>> = {
  plannedMoveOn: 'a planned move',
  stepUp: 'a move to more support',
  ownChoice: 'their own choice',
  hospital: 'a stay in hospital',
  prison: 'prison',
  abandoned: 'they left without saying so',
  evicted: 'an eviction',
  died: 'they died',
  homeClosed: 'the home closed',
  other: 'another reason',
};

export const noShowWords: Words<NoShow['reason']> = {
  couldNotBeReached: 'they could not be reached',
  changedTheirMind: 'they changed their mind',
  illness: 'illness',
  roomNotReady: 'the room was not ready',
  other: 'another reason',
};

export const outOfServiceWords: Words<z.infer<typeof OutOfServiceReason>> = {
  repairs: 'repairs',
  damp: 'damp',
  infestation: 'an infestation',
  deepClean: 'a deep clean',
  adaptations: 'adaptations',
  safetyCheck: 'a safety check',
  incident: 'an incident',
  handBack: 'it goes back to its owner',
  other: 'another reason',
};

export const vacancyWithdrawnWords: Words<z.infer<typeof VacancyWithdrawalReason>> = {
  listedInError: 'it was listed in error',
  residentStays: 'whoever lives there stays',
  outOfService: 'the room is out of service',
  homeClosing: 'the home is closing',
};

export const viewWords: Words<PersonView['answer']> = {
  yes: 'yes',
  no: 'no',
  wantsToTalk: 'they want to talk about it',
  didNotWantToSay: 'they did not want to say',
  couldNotBeAsked: 'they could not be asked',
};

/** What a panel did, before what it did it to. */
export const decisionVerbs: Words<Decision['outcome']> = {
  approve: 'approved',
  approveWithConditions: 'approved, with conditions,',
  defer: 'put off deciding on',
  decline: 'declined',
  preferAlternative: 'preferred another room to',
};

const dischargeEndWords = Object.fromEntries(
  dischargeEndCodes.map(({ code, label }) => [code, label.charAt(0).toLowerCase() + label.slice(1)]),
);

export const readyEndWords: Readonly<Record<string, string>> = {
  ...dischargeEndWords,
  discharged: 'they left hospital',
  notReadyAgain: 'they are not ready again yet',
};

export const withdrawnWords: Words<z.infer<typeof WithdrawnReason>> = {
  askedForNoMore: 'they asked for no more',
  movedAway: 'they moved away',
  housedElsewhere: 'they found a home elsewhere',
  died: 'they died',
  madeInError: 'they were put on record in error',
};

export const closingWords: Words<z.infer<typeof ClosingReason>> = {
  leaseEnds: 'the lease ends',
  sold: 'it is sold',
  unsafe: 'it is not safe to live in',
  serviceEnds: 'the service ends',
  madeInError: 'it was put on record in error',
};

export const contactWords: Words<Exclude<ContactOutcome['outcome'], 'missed'>> = {
  done: 'it took place',
  rescheduled: 'it is put off',
  waived: 'it is not needed',
  extra: 'one more than was owed',
};

export const sustainmentWords: Words<SustainmentAnswer['result']> = {
  sustained: 'it has',
  notSustained: 'it has not',
  unknown: 'nobody could say',
};
