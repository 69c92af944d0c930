import * as z from 'zod';
import { Day, londonDay } from '../../domain/day.ts';
import { type DepartureFile, MoveOnCategory } from '../../domain/departure.ts';
import { StayId } from '../../domain/ids.ts';
import { countMoveOns, countSustained } from '../../domain/move-on-figures.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import type { ServiceModel } from '../../services/index.ts';
import { departures } from '../../store/kinds/departures.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';

/** The first day counted and the first that is not. */
export const MoveOnPeriod = z
  .strictObject({ from: Day, until: Day })
  .refine(({ from, until }) => from < until, { path: ['until'], error: 'must be later than from' });

const count = z.int().min(0);
const percent = z.number().min(0).max(100).nullable();
const stayIds = z.array(StayId);

/** The figures of one stage, with their denominators and what was left out. */
export const StageFigures = z.strictObject({
  ...{ serviceModel: z.string(), stage: z.string(), left: count, counted: count, planned: count, percent },
  ...{ plannedStayIds: stayIds, unplannedStayIds: stayIds },
  excluded: z.array(z.strictObject({ category: MoveOnCategory, stayIds })),
  sustained: z.array(
    z.strictObject({
      ...{ after: z.string(), due: count, known: count, sustained: count, unknown: count },
      ...{ notAsked: count, percent },
    }),
  ),
});
export const MoveOnFigures = z.strictObject({ stages: z.array(StageFigures) });

/**
 * The move-on rate of each stage that people left in a period, and how many of those moves have lasted. A home that
 * serves two stages is counted in both.
 */
export async function readMoveOnFigures(
  deps: Deps,
  call: Call<unknown, unknown, z.infer<typeof MoveOnPeriod>>,
): Promise<Outcome<z.infer<typeof MoveOnFigures>>> {
  const records = recordsOf(deps, call);
  const { from, until } = call.query;
  const listed = await Promise.all(['open', 'closed'].map((within) => records.all(departures, within)));
  const left = new Map(listed.flat().map(({ id, data }) => [id, data]));
  const inPeriod = [...left.values()].filter(({ on }) => on >= from && on < until);
  const today = londonDay(nowOf(deps));
  const stages = [...deps.models.values()].flatMap((model) =>
    model.stages.flatMap(({ id }) => figuresOf(model, id, inPeriod, today)),
  );
  return done({ stages });
}

/** Nothing where nobody left, or the programme does not say what it counts. */
function figuresOf(
  { id: serviceModel, moveOn }: ServiceModel,
  stage: string,
  all: readonly DepartureFile[],
  today: Day,
): z.infer<typeof StageFigures>[] {
  const left = all.filter(({ from }) =>
    from.offers.some((one) => one.serviceModel === serviceModel && one.stage === stage),
  );
  if (!moveOn || left.length === 0) return [];
  const { plannedStayIds, unplannedStayIds, excluded, ...counts } = countMoveOns(left, moveOn);
  return [
    {
      ...{ serviceModel, stage, ...counts },
      plannedStayIds: [...plannedStayIds],
      unplannedStayIds: [...unplannedStayIds],
      excluded: excluded.map((one) => ({ ...one, stayIds: [...one.stayIds] })),
      sustained: countSustained(left, today),
    },
  ];
}
