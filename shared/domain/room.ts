import * as z from 'zod';
import { Day, Instant } from './day.ts';
import { HomeId, OutOfServiceId, PersonId, ProposalId, RoomId, StayId } from './ids.ts';
import { Pence } from './money.ts';

/** Staff sleep-in rooms and communal rooms are part of the home and are never let. */
export const RoomKind = z.enum(['bedroom', 'wholeHome', 'staffSleepIn', 'communal']);
export type RoomKind = z.infer<typeof RoomKind>;

/**
 * How the rent meets benefits: `specified` accommodation is paid by Housing Benefit without the local cap,
 * `social` rent has no cap, `market` rent is capped at the Local Housing Allowance.
 * @source Housing Benefit and Local Housing Allowance (SOURCES.md 10)
 */
export const RentType = z.enum(['specified', 'social', 'market']);
export type RentType = z.infer<typeof RentType>;

/** London Accessible Housing Register category, A fully wheelchair accessible to F general needs, G not yet assessed. */
export const AccessibilityCategory = z.enum(['A', 'B', 'C', 'D', 'E+', 'E', 'F', 'G']);

export const Room = z.strictObject({
  id: RoomId,
  homeId: HomeId,
  kind: RoomKind,
  areaSquareMetres: z.number().min(1).max(500),
  maxPersons: z.int().min(0).max(12),
  floor: z.int().min(-2).max(40).nullable(),
  stepFree: z.boolean().nullable(),
  wetRoom: z.boolean().nullable(),
  /** Whether a cot fits in it safely, beside whoever else sleeps there. */
  cotSpace: z.boolean().nullable(),
  accessibility: AccessibilityCategory.nullable(),
  rentType: RentType,
  weeklyRent: Pence,
  weeklyServiceCharge: Pence,
  weeklyPersonalCharge: Pence,
  weeklySupportCharge: Pence,
});
export type Room = z.infer<typeof Room>;

/** A room that may be let, as opposed to a staff or communal one. */
export function isLettable(room: Pick<Room, 'kind'>): boolean {
  return room.kind === 'bedroom' || room.kind === 'wholeHome';
}

export const OutOfServiceReason = z.enum([
  'repairs',
  'damp',
  'infestation',
  'deepClean',
  'adaptations',
  'safetyCheck',
  'incident',
  'handBack',
  'other',
]);

/** Days on which a room may not be slept in, both ends included; `to` is null while the end is not known. */
export const OutOfService = z.strictObject({
  id: OutOfServiceId,
  roomId: RoomId,
  from: Day,
  to: Day.nullable(),
  reason: OutOfServiceReason,
});
export type OutOfService = z.infer<typeof OutOfService>;

const days = { roomId: RoomId, from: Day };

/**
 * What holds a room on a run of nights. `from` is the first night, `until` the first night after.
 * A room's status on a day is worked out from these; nothing stores "available".
 */
export const RoomPeriod = z.discriminatedUnion('kind', [
  z.strictObject({
    ...days,
    kind: z.literal('stay'),
    until: Day.nullable(),
    stayId: StayId,
    personId: PersonId,
    /** False while the stay is promised and nobody has moved in. */
    arrived: z.boolean(),
  }),
  z.strictObject({ ...days, kind: z.literal('turnaround'), until: Day, stayId: StayId }),
  z.strictObject({
    ...days,
    kind: z.literal('outOfService'),
    until: Day.nullable(),
    outOfServiceId: OutOfServiceId,
  }),
  z.strictObject({
    ...days,
    kind: z.literal('hold'),
    until: Day.nullable(),
    proposalId: ProposalId,
    personId: PersonId,
    expiresAt: Instant,
  }),
]);
export type RoomPeriod = z.infer<typeof RoomPeriod>;
