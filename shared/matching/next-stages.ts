import type { ServiceModel } from '../services/service-model.ts';

/** The stages of a programme that follow one by a step down, those that keep somebody in the same home included. */
export function stagesAfter(model: ServiceModel, stage: string | null): readonly string[] {
  return model.moves
    .filter((move) => move.from === stage && move.direction === 'stepDown')
    .map((move) => move.to);
}

/** Those of some stages that are lived in another home: they free the room somebody has now. */
export function elsewhere(model: ServiceModel, stages: readonly string[]): readonly string[] {
  const sameHome = new Set(model.stages.filter((one) => one.sameHome).map((one) => one.id));
  return stages.filter((stage) => !sameHome.has(stage));
}
