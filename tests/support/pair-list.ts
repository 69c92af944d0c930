import type { Problem } from '../../shared/matching/engine.ts';

/** The pairs of a problem, one object each. */
export function pairList({ pairs }: Pick<Problem, 'pairs'>) {
  return [...pairs.start.keys()].slice(0, -1).flatMap((person) =>
    [...pairs.room.subarray(pairs.start[person], pairs.start[person + 1])].map((room, i) => {
      const at = pairs.start[person]! + i;
      return { person, room, points: pairs.points[at]!, price: pairs.price[at]!, day: pairs.day[at]! };
    }),
  );
}
