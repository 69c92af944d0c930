import * as z from 'zod';
import * as assessment from '../../shared/domain/assessment.ts';
import * as codes from '../../shared/domain/codes.ts';
import * as day from '../../shared/domain/day.ts';
import * as dischargeCodes from '../../shared/domain/discharge-codes.ts';
import * as explanation from '../../shared/domain/explanation.ts';
import * as home from '../../shared/domain/home.ts';
import * as ids from '../../shared/domain/ids.ts';
import * as member from '../../shared/domain/member.ts';
import * as person from '../../shared/domain/person.ts';
import * as place from '../../shared/domain/place.ts';
import * as request from '../../shared/domain/placement-request.ts';
import * as plan from '../../shared/domain/plan.ts';
import * as proposal from '../../shared/domain/proposal.ts';
import * as risk from '../../shared/domain/risk.ts';
import * as room from '../../shared/domain/room.ts';
import * as stay from '../../shared/domain/stay.ts';
import * as vacancy from '../../shared/domain/vacancy.ts';
import * as wish from '../../shared/domain/wish.ts';
import * as worker from '../../shared/domain/worker.ts';
import { Receipt } from '../../shared/usecases/call.ts';
import { nothing } from '../route.ts';
import type { Word } from './schemas.ts';

const modules = [
  {
    Reference: ids.Reference,
    Nothing: nothing,
    Receipt,
    AnyJson: explanation.FactChange.shape.fields.valueType,
  },
  day,
  codes,
  dischargeCodes,
  place,
  home,
  room,
  vacancy,
  person,
  assessment,
  risk,
  wish,
  request,
  explanation,
  plan,
  proposal,
  stay,
  member,
  worker,
];

/**
 * Shapes that the API is made of, by the names they have in the source. Ids of all kinds are one shape, `Reference`: what
 * tells them apart is for the compiler.
 */
export const knownWords: readonly Word[] = modules.flatMap((module) =>
  Object.entries(module).flatMap(([name, value]) =>
    value instanceof z.ZodType ? [[name, value] as const] : [],
  ),
);
