import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { londonDay } from '../../domain/day.ts';
import { type PersonFile, RequestFile } from '../../domain/files.ts';
import type { Member } from '../../domain/member.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';
import { Delay, delaySoFar } from './delay.ts';
import { findRequest } from './find-request.ts';
import type { OfRequest } from './take-step.ts';

export const RequestShown = z.strictObject({
  ...RequestFile.shape,
  /** Null for a request that is no discharge. */
  delay: Delay.nullable(),
  version: z.int().min(1),
});
export type RequestShown = z.infer<typeof RequestShown>;

/** A request with its discharge, what was asked about it, and the days of delay so far. */
export async function readRequest(deps: Deps, call: Call<OfRequest>): Promise<Outcome<RequestShown>> {
  const found = await findRequest(recordsOf(deps, call), call, 'requests.read', call.params.requestId);
  if (!found.ok) return found;
  const { kept, person } = found.value;
  const { version } = kept;
  const data = seenBy(call.who.data, kept.data, person.data);
  const delay = data.discharge && delaySoFar(data.discharge.periods, londonDay(nowOf(deps)));
  return done({ ...data, delay, version });
}

/** What a request says in words may tell who it is for, so it is for those who know that. */
function seenBy(member: Member, file: RequestFile, person: PersonFile): RequestFile {
  if (barredFrom(member, 'identity.read', { person, requests: [file] }) === null) return file;
  const { statement: _forOthers, ...rest } = file;
  return rest;
}
