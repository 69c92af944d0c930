import * as z from 'zod';
import { BeforeMove, IntroductionTo, newBeforeMove } from '../../domain/before-move.ts';
import { Day } from '../../domain/day.ts';
import { PersonId, StayId } from '../../domain/ids.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import type { Preparation } from '../../services/stages.ts';
import { beforeMoves } from '../../store/kinds/before-moves.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';
import { fetchStay } from '../stays/fetch-stay.ts';
import type { OfStay } from './change-before-move.ts';
import { askedBefore, howToMend, type Missing, whatIsMissing } from './what-is-missing.ts';

/** A required step that is not done, and how it is put right. */
export const MissingStep = z.strictObject({
  item: z.string(),
  name: z.string(),
  kind: z.enum(['introduction', 'namedWorker', 'record']),
  /** Who or what is to be met; null for any other step. */
  to: IntroductionTo.nullable(),
  /** The role of the worker who is to be named; null for any other step. */
  role: z.string().nullable(),
  toMend: z.string(),
  /** Whether a programme lead or the panel chair may set it aside. */
  maySetAside: z.boolean(),
});
export type MissingStep = z.infer<typeof MissingStep>;

/** What happens before a move, with what the programme asks for and what of it is missing. */
export const BeforeMoveShown = z.strictObject({
  stayId: StayId,
  status: z.string(),
  /** The day of the move. */
  from: Day,
  /** Every step the programme knows of; `required` where nobody moves into this home without it. */
  steps: z.array(
    z.strictObject({
      item: z.string(),
      name: z.string(),
      kind: z.enum(['introduction', 'namedWorker', 'record']),
      required: z.boolean(),
    }),
  ),
  missing: z.array(MissingStep),
  /** Required and not done, but answered for. */
  setAside: z.array(z.string()),
  /** Who will live there too on the day of the move, by their references. */
  housemates: z.array(PersonId),
  file: BeforeMove,
  /** Of the file; it has none while nothing is on record. */
  version: z.int().min(1).nullable(),
});
export type BeforeMoveShown = z.infer<typeof BeforeMoveShown>;

/** What is on record of the time before a move, for whoever prepares it or answers for it. */
export async function readBeforeMove(deps: Deps, call: Call<OfStay>): Promise<Outcome<BeforeMoveShown>> {
  const records = recordsOf(deps, call);
  const { stayId } = call.params;
  const [result, kept] = await Promise.all([
    fetchStay(deps, call, records, nowOf(deps), stayId, 'beforeMoves.read'),
    records.get(beforeMoves, stayId),
  ]);
  if (!result.ok) return result;
  const { stay, homeId } = result.value.file;
  const asked = askedBefore(deps, result.value);
  const isAhead = stay.status === 'provisional' || stay.status === 'confirmed';
  const missing = isAhead ? whatIsMissing(asked, kept?.data ?? null) : { open: [], setAside: [] };
  const required = new Set(asked.required.map(({ id }) => id));
  return done({
    ...{ stayId, status: stay.status, from: stay.from },
    steps: asked.all.map(({ id, name, kind }) => ({ item: id, name, kind, required: required.has(id) })),
    missing: tellMissing(missing),
    setAside: missing.setAside.map(({ id }) => id),
    housemates: [...asked.housemates],
    file: kept?.data ?? newBeforeMove(stayId, stay.personId, homeId),
    version: kept?.version ?? null,
  });
}

export const tellMissing = ({ open }: Missing): MissingStep[] => open.map(tellStep);

const tellStep = (step: Preparation): MissingStep => ({
  ...{ item: step.id, name: step.name, kind: step.kind },
  to: step.kind === 'introduction' ? step.to : null,
  role: step.kind === 'namedWorker' ? step.role : null,
  toMend: howToMend(step),
  maySetAside: step.mayBeWaivedWithReason,
});
