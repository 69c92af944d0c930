import type { Fault } from './faults.ts';
import type { OddAnswer } from './faults-reads.ts';
import { dice } from './random-instance.ts';

/** What can go wrong under a route that writes, and what must then come of it. */
export type FaultKind =
  /** The table refuses the commit, and may take it when asked again. */
  | { readonly name: Fault; readonly ends: 'passing' }
  /** The table takes the commit, and nobody hears of it. */
  | { readonly name: Fault; readonly ends: 'unseen' }
  /** Asking again at once cannot help. */
  | { readonly name: Fault; readonly ends: 'lasting' }
  /** Nothing is refused, and there is nothing to notice. */
  | { readonly name: Exclude<OddAnswer, 'lagging index'>; readonly ends: 'harmless' }
  /** What is read is not as it is: it may be refused for that, and never wrongly done. */
  | { readonly name: 'lagging index' | 'clock ahead' | 'clock behind'; readonly ends: 'misleading' };

const all = <Name extends string, Ends extends string>(ends: Ends, ...names: Name[]) =>
  names.map((name) => ({ name, ends }));

export const faultKinds: readonly FaultKind[] = [
  ...all(
    'passing',
    'throttle',
    'throughput exceeded',
    'request limit',
    'server error',
    'service unavailable',
  ),
  ...all('passing', 'conflict', 'throttled transaction', 'transaction in progress', 'parameter mismatch'),
  ...all('passing', 'timeout before'),
  ...all('unseen', 'lost response'),
  ...all('lasting', 'expired credentials'),
  ...all('harmless', 'unprocessed', 'empty page'),
  ...all('misleading', 'lagging index', 'clock ahead', 'clock behind'),
];

/** Which try of a call meets a fault: the first, the one after a first that somebody else won, or every one. */
export const moments = ['first try', 'second try', 'every try'] as const;
export type Moment = (typeof moments)[number];

/** @param number of the try, from 1 */
export function meets(moment: Moment, number: number): boolean {
  return moment === 'every try' || number === (moment === 'first try' ? 1 : 2);
}

export interface Combination {
  readonly kind: FaultKind;
  readonly moment: Moment;
}

/** Every kind of fault at every moment. */
export const everyCombination: readonly Combination[] = faultKinds.flatMap((kind) =>
  moments.map((moment) => ({ kind, moment })),
);

/** What a route is to meet: so many combinations, the first of these that it can meet. */
export interface Share {
  readonly count: number;
  readonly inOrder: readonly Combination[];
}

/**
 * Divides so many combinations among routes: every route has its turn, and every kind of fault at every moment, as far
 * as the count goes. Which meet is for the seed to say.
 */
export function shares(routes: readonly string[], count: number, seed: number): Map<string, Share> {
  const { shuffled } = dice(seed);
  const combinations = shuffled(everyCombination);
  const divided = shuffled(routes).map((route, at): [string, Share] => {
    const numbers = Array.from({ length: count }, (_, i) => i).filter((i) => i % routes.length === at);
    const own = numbers.flatMap((i) => combinations[i % combinations.length] ?? []);
    // A call that never asks an index meets none that lags: another fault takes its place.
    const instead = combinations.filter((one) => !own.includes(one));
    return [route, { count: own.length, inOrder: [...own, ...instead] }];
  });
  return new Map(divided);
}
