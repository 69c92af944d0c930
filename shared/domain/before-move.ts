import * as z from 'zod';
import { codesOf } from './codes.ts';
import { Day, Instant } from './day.ts';
import {
  HomeId,
  IntroductionId,
  MemberId,
  PersonId,
  ResidentViewId,
  StayId,
  VisitId,
  WorkerId,
} from './ids.ts';

/** Whom or what somebody gets to know before they move in. */
export const IntroductionTo = z.enum(['worker', 'housemates', 'home']);
export type IntroductionTo = z.infer<typeof IntroductionTo>;

/** Why a meeting did not take place although everybody wanted it. It says nothing of anybody. Assumes the codes. */
export const missedMeetingCodes = [
  { code: 'personUnwell', label: 'The person was unwell' },
  { code: 'personCouldNotCome', label: 'The person could not come' },
  { code: 'workerAway', label: 'The worker was away' },
  { code: 'housematesAway', label: 'The housemates were out or away' },
  { code: 'homeNotOpen', label: 'The home could not be shown that day' },
  { code: 'noTransport', label: 'There was no way to get there' },
  { code: 'other', label: 'Another reason' },
] as const;

/** Why somebody would rather not meet, which is theirs to say and is held against nobody. Assumes the codes. */
export const declinedMeetingCodes = [
  { code: 'notYet', label: 'The person would rather wait' },
  { code: 'knowThem', label: 'The person knows them, or the home, already' },
  { code: 'anotherWay', label: 'The person would like to meet in another way' },
  { code: 'noReasonGiven', label: 'The person would rather not, and need not say why' },
] as const;

/** Most characters in what somebody says of a meeting, a home or a person. */
const mostWords = 1000;
const Words = z.string().min(1).max(mostWords);

/**
 * How a meeting or a visit stands. `words` are the person's own on how it was; null where they would rather not say.
 * Nothing here is counted for or against anybody: a move waits for meetings that took place, and for nothing else.
 */
export const Meeting = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('planned') }),
  z.strictObject({ status: z.literal('tookPlace'), words: Words.nullable() }),
  z.strictObject({ status: z.literal('missed'), reason: codesOf(missedMeetingCodes) }),
  z.strictObject({ status: z.literal('declined'), reason: codesOf(declinedMeetingCodes) }),
]);
export type Meeting = z.infer<typeof Meeting>;

/** Who is met: a worker, some of the people who live there, or the home itself. */
export const Met = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('worker'), workerId: WorkerId }),
  z.strictObject({ to: z.literal('housemates'), housemates: z.array(PersonId).min(1).max(20) }),
  z.strictObject({ to: z.literal('home') }),
]);
export type Met = z.infer<typeof Met>;

export const Introduction = z.strictObject({
  id: IntroductionId,
  on: Day,
  met: Met,
  meeting: Meeting,
  recordedBy: MemberId,
});
export type Introduction = z.infer<typeof Introduction>;

/** A visit lasts from a day to a day, often the same; a trial night is slept, so `to` is the morning after the last. */
export const Visit = z.strictObject({
  id: VisitId,
  kind: z.enum(['visit', 'trialNight']),
  from: Day,
  to: Day,
  meeting: Meeting,
  recordedBy: MemberId,
});
export type Visit = z.infer<typeof Visit>;

/**
 * What somebody who lives in the home says of the move, as they told their own worker. It is advice that staff think
 * about with them, never a veto: nothing in the service acts on it.
 */
export const ResidentView = z.strictObject({
  id: ResidentViewId,
  housemateId: PersonId,
  words: Words,
  on: Day,
  recordedBy: MemberId,
});
export type ResidentView = z.infer<typeof ResidentView>;

/** A step of the programme that is done: an item of its checklist, or a worker who is named for a role. */
export const Prepared = z.strictObject({
  /** The step, by its id in the service model. */
  item: z.string(),
  on: Day,
  by: MemberId,
  /** Who is named, for a step that names a worker; null for any other. */
  workerId: WorkerId.nullable(),
});
export type Prepared = z.infer<typeof Prepared>;

/** A required step that somebody answers for moving in without. */
export const SetAside = z.strictObject({
  item: z.string(),
  reason: z.string().min(20).max(mostWords),
  at: Instant,
  by: MemberId,
});
export type SetAside = z.infer<typeof SetAside>;

/** What happens before one agreed move. It stands once anything of it is on record. */
export const BeforeMove = z.strictObject({
  stayId: StayId,
  personId: PersonId,
  homeId: HomeId,
  introductions: z.array(Introduction),
  visits: z.array(Visit),
  residentViews: z.array(ResidentView),
  prepared: z.array(Prepared),
  setAside: z.array(SetAside),
});
export type BeforeMove = z.infer<typeof BeforeMove>;

/** Most entries of one sort in one record: with their words they stay far below the limit of an item. */
export const mostEntries = 40;

/** Nothing on record yet. */
export const newBeforeMove = (stayId: StayId, personId: PersonId, homeId: HomeId): BeforeMove => ({
  ...{ stayId, personId, homeId },
  ...{ introductions: [], visits: [], residentViews: [], prepared: [], setAside: [] },
});
