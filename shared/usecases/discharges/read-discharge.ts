import * as z from 'zod';
import { Day, Instant, londonDay } from '../../domain/day.ts';
import { CrisisKind, DischargeFile, OwedFollowUp } from '../../domain/discharge.ts';
import {
  bedDaysReleased,
  crisisBeforeAndAfter,
  followUpState,
  readmittedWithin,
} from '../../domain/discharge-figures.ts';
import { ProposalId, ReadmissionId, RequestId } from '../../domain/ids.ts';
import { Pence } from '../../domain/money.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import { DischargeCase } from '../../domain/placement-request.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { Stay } from '../../domain/stay.ts';
import { moves } from '../../store/kinds/people.ts';
import { proposals, stays } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';
import { Delay, delaySoFar } from '../requests/delay.ts';
import type { OfRequest } from '../requests/take-step.ts';
import { type DischargeFound, findDischarge } from './change-discharge.ts';
import { whatIsMissing } from './what-is-missing.ts';
import { Turn, whoseTurn } from './whose-turn.ts';

const CrisisCountShown = z.strictObject({
  from: Day,
  until: Day,
  contacts: z.int(),
  byKind: z.array(z.strictObject({ kind: CrisisKind, contacts: z.int() })),
});

/** One patient's discharge in figures, with the records they come from. Null where there is nothing to count yet. */
export const DischargeShown = z.strictObject({
  requestId: RequestId,
  status: DischargeCase.shape.status,
  turn: Turn,
  /** The one live proposal for the person, if there is one. */
  proposalId: ProposalId.nullable(),
  delay: Delay,
  /** What the days of delay are counted from. */
  periods: DischargeCase.shape.periods,
  /** What the programme still asks for before the person leaves: follow-ups without an owner, items not arranged. */
  missing: z.strictObject({ owners: z.array(z.string()), items: z.array(z.string()) }),
  /** What the figures below are counted from. */
  file: DischargeFile,
  followUps: z.array(
    z.strictObject({
      id: z.string(),
      ownerId: OwedFollowUp.shape.ownerId,
      dueAt: Instant,
      state: z.enum(['due', 'done', 'late', 'missed']),
    }),
  ),
  readmittedWithin: z.array(
    z.strictObject({
      withinDays: z.int(),
      readmitted: z.boolean().nullable(),
      readmissionId: ReadmissionId.nullable(),
    }),
  ),
  crisisContacts: z
    .strictObject({ before: CrisisCountShown, after: CrisisCountShown, complete: z.boolean() })
    .nullable(),
  bedDays: z
    .strictObject({
      released: z.int().min(0),
      pencePerDay: Pence,
      pence: Pence,
      year: z.string(),
      source: z.string(),
      /** How much longer people would have stayed otherwise: what the figure rests on. */
      otherwise: z.strictObject({ days: z.int(), says: z.string(), source: z.string() }),
    })
    .nullable(),
  /** Versions of the records behind it; the file has none while nothing is on record. */
  requestVersion: z.int().min(1),
  fileVersion: z.int().min(1).nullable(),
});
export type DischargeShown = z.infer<typeof DischargeShown>;

/** Days by reason, whose turn it is, how the follow-ups stand, and what came after, of one discharge. */
export async function readDischarge(deps: Deps, call: Call<OfRequest>): Promise<Outcome<DischargeShown>> {
  const records = recordsOf(deps, call);
  const result = await findDischarge(deps, records, call, 'discharges.read');
  if (!result.ok) return result;
  const found = result.value;
  const { kept, keptFile, discharge, file, model } = found;
  const move = await records.get(moves, file.personId);
  const proposalId = move?.data.requestId === kept.id ? move.data.proposalId : null;
  const proposal = proposalId === null ? null : await records.get(proposals, proposalId);
  const stay = await stayOf(records, proposal?.data ?? null);
  const now = nowOf(deps);
  const { owners, items } = whatIsMissing(file, model);
  return done({
    ...{ requestId: file.requestId, status: discharge.status, periods: discharge.periods, file },
    turn: whoseTurn(found, proposal?.data ?? null, stay, now),
    proposalId,
    delay: delaySoFar(discharge.periods, londonDay(now)),
    missing: file.made ? { owners: [], items: [] } : { owners: [...owners], items: [...items] },
    ...afterwards(found, now),
    ...{ requestVersion: kept.version, fileVersion: keptFile?.version ?? null },
  });
}

async function stayOf(records: Records, proposal: Proposal | null): Promise<Stay | null> {
  if (proposal?.status !== 'approved') return null;
  const kept = await records.get(stays, proposal.stayId);
  return kept?.data.stay ?? null;
}

type Afterwards = Pick<DischargeShown, 'followUps' | 'readmittedWithin' | 'crisisContacts' | 'bedDays'>;

/** What has happened since the person left. */
function afterwards({ file, model }: DischargeFound, now: Instant): Afterwards {
  const { made, readmissions } = file;
  if (!made) return { followUps: [], readmittedWithin: [], crisisContacts: null, bedDays: null };
  const followUps = made.followUps.map((one) => {
    const { id, ownerId, dueAt } = one;
    return { id, ownerId, dueAt, state: followUpState(one, now) };
  });
  const rules = model?.wardDischarge;
  if (!rules) return { followUps, readmittedWithin: [], crisisContacts: null, bedDays: null };
  const today = londonDay(now);
  const leftOn = londonDay(made.at);
  const { before, after, complete } = crisisBeforeAndAfter(
    file.crisisContacts,
    leftOn,
    rules.crisisContactsOver,
    today,
  );
  const { otherwise, ...unit } = rules.bedDays;
  const released = bedDaysReleased(leftOn, otherwise.days, readmissions, today);
  return {
    followUps,
    readmittedWithin: readmittedWithin(rules.readmissionWithinDays, leftOn, readmissions, today),
    crisisContacts: {
      before: { ...before, byKind: [...before.byKind] },
      after: { ...after, byKind: [...after.byKind] },
      complete,
    },
    bedDays: { released, ...unit, pence: released * unit.pencePerDay, otherwise },
  };
}
