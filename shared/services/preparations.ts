import type { HomeOffer } from '../domain/home.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { ServiceModel } from './service-model.ts';
import type { Preparation } from './stages.ts';

/** What a programme knows of before a move, and what of it must be done first. */
export interface Preparations {
  readonly all: readonly Preparation[];
  readonly required: readonly Preparation[];
}

/**
 * The steps before somebody moves into a home, by the programme they asked of. Where the home serves several stages
 * that the request may lead to, what any of them needs is required. A home that serves none of them needs nothing.
 */
export function preparationsFor(
  model: ServiceModel | undefined,
  offers: readonly HomeOffer[],
  { stages }: Pick<PlacementRequest, 'stages'>,
): Preparations {
  if (!model) return { all: [], required: [] };
  const offered = new Set(offers.filter((one) => one.serviceModel === model.id).map((one) => one.stage));
  const entered = model.stages.filter(
    ({ id }) => offered.has(id) && (stages.length === 0 || stages.includes(id)),
  );
  const needed = new Set(entered.flatMap(({ needs }) => needs));
  return { all: model.beforeMoveIn, required: model.beforeMoveIn.filter(({ id }) => needed.has(id)) };
}
