import * as z from 'zod';
import { Reference, RequestId } from '../../domain/ids.ts';
import { PlacementRequest } from '../../domain/placement-request.ts';
import { RequestStatement } from '../../domain/request-statement.ts';
import { NewReadyPeriod } from './ready-period.ts';

const [plain] = PlacementRequest.options;
const { shape } = plain;

/** A need for a place, as it is asked for. A reference may be given, so that it keeps the one it has elsewhere. */
export const NewRequest = z
  .strictObject({
    id: RequestId.optional(),
    personId: shape.personId,
    kind: shape.kind,
    serviceModel: shape.serviceModel,
    stages: z.array(Reference).max(20).default([]),
    /** Today, unless the person joined the queue before. */
    queuedOn: shape.queuedOn.optional(),
    earliestOn: shape.earliestOn.default(null),
    neededBy: shape.neededBy.default(null),
    unsafeNow: shape.unsafeNow.default(false),
    accommodation: shape.accommodation.default(null),
    outcode: shape.outcode.default(null),
    referralSource: shape.referralSource.default(null),
    referredBy: shape.referredBy.default(null),
    hospitalSite: shape.hospitalSite.default(null),
    /** True sends it in at once; false leaves a draft. */
    submit: z.boolean(),
    /** For a patient who is ready to leave already. */
    readyPeriod: NewReadyPeriod.optional(),
    statement: RequestStatement.optional(),
  })
  .refine(({ kind, readyPeriod }) => kind === 'discharge' || readyPeriod === undefined, {
    path: ['readyPeriod'],
    error: 'only a discharge has days on which somebody is ready to leave hospital',
  })
  .refine(({ earliestOn, neededBy }) => earliestOn === null || neededBy === null || earliestOn <= neededBy, {
    path: ['neededBy'],
    error: 'the place is needed by a day before the person can move',
  });
export type NewRequest = z.infer<typeof NewRequest>;
