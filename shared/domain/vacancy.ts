import * as z from 'zod';
import { VacancyReason } from './codes.ts';
import { Day, Instant } from './day.ts';
import { ProposalId, RoomId, StayId, VacancyId } from './ids.ts';

/** How sure an expected vacancy is. A forecast one may be suggested; it is never approved until confirmed. */
export const Certainty = z.enum(['noticeGiven', 'leaseEnd', 'forecast']);
export type Certainty = z.infer<typeof Certainty>;

export const VacancyWithdrawalReason = z.enum([
  'listedInError',
  'residentStays',
  'outOfService',
  'homeClosing',
]);

const base = { id: VacancyId, roomId: RoomId, reason: VacancyReason };

/** A room somebody could move into from a day on. Used once: a room that empties again gets a new vacancy. */
export const Vacancy = z.discriminatedUnion('status', [
  z.strictObject({ ...base, status: z.literal('expected'), certainty: Certainty, from: Day }),
  z.strictObject({ ...base, status: z.literal('open'), from: Day }),
  z.strictObject({
    ...base,
    status: z.literal('reserved'),
    from: Day,
    proposalId: ProposalId,
    until: Instant,
  }),
  z.strictObject({ ...base, status: z.literal('filled'), stayId: StayId }),
  z.strictObject({ ...base, status: z.literal('withdrawn'), because: VacancyWithdrawalReason }),
]);
export type Vacancy = z.infer<typeof Vacancy>;
