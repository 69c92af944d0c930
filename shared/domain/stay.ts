import * as z from 'zod';
import { Day } from './day.ts';
import { PersonId, ProposalId, RoomId, StayId } from './ids.ts';

export const DepartureReason = z.enum([
  'plannedMoveOn',
  'stepUp',
  'ownChoice',
  'hospital',
  'prison',
  'abandoned',
  'evicted',
  'died',
  'homeClosed',
  'other',
]);

/** A hospital admission while the room is kept: an absence, not a departure. */
export const Absence = z.strictObject({
  from: Day,
  until: Day.nullable(),
  reason: z.enum(['hospital', 'other']),
});

const base = { id: StayId, roomId: RoomId, personId: PersonId, from: Day };
const lived = { ...base, absences: z.array(Absence) };

/** A person's time in one room. A provisional stay is the offer; the person's acceptance confirms it. */
export const Stay = z.discriminatedUnion('status', [
  z.strictObject({ ...base, status: z.literal('provisional'), proposalId: ProposalId }),
  z.strictObject({ ...base, status: z.literal('confirmed'), proposalId: ProposalId }),
  z.strictObject({ ...lived, status: z.literal('arrived'), leavesOn: Day.nullable() }),
  z.strictObject({ ...lived, status: z.literal('departed'), departedOn: Day, reason: DepartureReason }),
  z.strictObject({ ...lived, status: z.literal('closed'), departedOn: Day, reason: DepartureReason }),
  z.strictObject({ ...base, status: z.literal('notArrived') }),
  z.strictObject({ ...base, status: z.literal('cancelled') }),
]);
export type Stay = z.infer<typeof Stay>;
