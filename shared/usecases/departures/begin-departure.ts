import type * as z from 'zod';
import type { Day, Instant } from '../../domain/day.ts';
import { categoryOf, checksAfter, type LevelLived, type MoveOnCategory } from '../../domain/departure.ts';
import type { HomeFile } from '../../domain/files.ts';
import type { PersonId, StayId } from '../../domain/ids.ts';
import type { DepartureReason } from '../../domain/stay.ts';
import type { ServiceModel } from '../../services/index.ts';
import { departures } from '../../store/kinds/departures.ts';
import type { Records } from '../../store/records.ts';
import { create, type Step } from '../../store/steps.ts';
import type { Deps } from '../call.ts';

export interface Left {
  readonly stayId: StayId;
  readonly personId: PersonId;
  readonly on: Day;
  readonly reason: z.infer<typeof DepartureReason>;
  readonly from: HomeFile;
  readonly to: HomeFile | undefined;
}

/** That somebody left, with the checks that are owed after a planned move: part of the commit that records it. */
export function beginDeparture(deps: Deps, records: Records, now: Instant, left: Left): Step {
  const { stayId, personId, on, reason } = left;
  const from = lived(left.from);
  const to = left.to ? lived(left.to) : null;
  const category = categoryOf(reason, directionOf(deps, from, to));
  return create(records.partnership, departures, {
    ...{ stayId, personId, on, from, to },
    entries: [{ reason, category, at: now }],
    checks: checksAfter(on, timesFor(deps, from, category)),
  });
}

const lived = ({ home: { id, supportLevel, offers } }: HomeFile): LevelLived => ({
  homeId: id,
  supportLevel,
  offers,
});

/** The programmes of a home, each once. */
const modelsOf = (deps: Deps, { offers }: LevelLived): ServiceModel[] =>
  [...new Set(offers.map(({ serviceModel }) => serviceModel))].flatMap((id) => deps.models.get(id) ?? []);

/** How a programme calls the move between the stages of two homes; within a stage it is lateral. */
export function directionOf(deps: Deps, from: LevelLived, to: LevelLived | null) {
  if (!to) return null;
  for (const model of modelsOf(deps, from)) {
    const before = stagesIn(from, model);
    const after = stagesIn(to, model);
    if (after.some((stage) => before.includes(stage))) return 'lateral' as const;
    const known = model.moves.find((move) => before.includes(move.from) && after.includes(move.to));
    if (known) return known.direction;
  }
  return null;
}

const stagesIn = ({ offers }: LevelLived, { id }: ServiceModel): string[] =>
  offers.filter(({ serviceModel }) => serviceModel === id).map(({ stage }) => stage);

/** When a programme of the home that was left asks whether the next one has lasted; never where it had no such plan. */
export function timesFor(deps: Deps, from: LevelLived, category: MoveOnCategory) {
  const times = modelsOf(deps, from).flatMap(({ moveOn }) =>
    moveOn?.planned.includes(category) ? moveOn.sustainedAt : [],
  );
  return [...new Set(times)];
}
