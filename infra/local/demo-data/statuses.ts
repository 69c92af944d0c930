import { ago, type World } from './world.ts';

/** Most requests are ready to place; the rest are on their way there, or over. */
export function statusCells(world: World) {
  const { between, weighted } = world.choices;
  const status = weighted([
    [84, 'readyToPlace'],
    [5, 'submitted'],
    [4, 'inReview'],
    [3, 'infoRequested'],
    [2, 'paused'],
    [1, 'draft'],
    [1, 'withdrawn'],
  ]);
  if (status !== 'paused') return { status };
  return { status, pausedUntil: ago(world, -between(10, 45)), pausedBecause: 'Asked for time to think' };
}
