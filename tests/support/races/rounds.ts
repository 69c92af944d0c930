import { inject } from 'vitest';
import { findBroken } from '../invariants.ts';
import type { World } from '../world.ts';

const full = process.env.FULL === '1';

/** One round of a race. */
export interface Round {
  readonly contenders: number;
  /** Its number in its contest, from 0. */
  readonly number: number;
  /**
   * Whether one deed is stopped between reading and writing until the other is done. In the other rounds both go at
   * the same moment, and chance says who is first.
   */
  readonly isHeld: boolean;
}

/** Rounds that are fought in one world. */
export interface Contest {
  readonly name: string;
  readonly rounds: readonly Round[];
}

const scales = full
  ? [2, 8, 32, 128].map((contenders) => ({ contenders, count: 60 }))
  : [
      { contenders: 2, count: 2 },
      { contenders: 8, count: 2 },
      { contenders: 32, count: 1 },
    ];

/** The figures to reach in full, each scale in a world of its own; otherwise a share of them, in one. */
export const contests: readonly Contest[] = full
  ? scales.map((scale) => contestOf(`${scale.contenders} contenders`, [scale]))
  : [contestOf('2, 8 and 32 contenders', scales)];

function contestOf(name: string, of: typeof scales): Contest {
  const sizes = of.flatMap(({ contenders, count }) => Array.from({ length: count }, () => contenders));
  return {
    name,
    rounds: sizes.map((contenders, number) => ({ contenders, number, isHeld: number % 2 === 0 })),
  };
}

/** Milliseconds a contest may take. */
export const contestTimeout = 3_600_000;

/** Fights every round of a contest in a world, and says after each what is broken in it. */
export async function fight(
  world: World,
  { name, rounds }: Contest,
  round: (round: Round) => Promise<void>,
): Promise<void> {
  await world.open(Math.max(...rounds.map(({ contenders }) => contenders)));
  for (const one of rounds) {
    await round(one);
    const broken = await findBroken(world.store);
    if (broken.length > 0) throw new Error(`After round ${one.number + 1}: ${broken.join('\n')}`);
    if (full && inject('isWatched') && (one.number + 1) % 10 === 0)
      process.stderr.write(`${name}: round ${one.number + 1} of ${rounds.length}\n`);
  }
}
