import { type Call, lift, type Operation, putBack, timelineOf } from './linearizability-timeline.ts';

/** What the thing under test would do if one client at a time used it. */
export interface Model<State, Input, Output> {
  readonly initial: State;
  /**
   * @param output null where it is not known
   * @returns the state after, or null where this cannot be answered, or cannot take effect, in that state
   */
  step(state: State, input: Input, output: Output | null): State | null;
  /** The same for states that nothing can tell apart, and for no others. */
  key(state: State): string;
}

export type Verdict<Input, Output> =
  | {
      readonly linearizable: true;
      /** One order of single moments that explains every answer. */
      readonly order: readonly Operation<Input, Output>[];
    }
  | {
      readonly linearizable: false;
      /** The longest order found. */
      readonly order: readonly Operation<Input, Output>[];
      /** The operation that had to come next, and could not. */
      readonly stuck: Operation<Input, Output>;
    };

/**
 * Looks for an order in which every operation takes effect at one moment between its call and its answer and the model
 * gives the very answers that came. The search of Wing and Gong (1993) with the memory of Lowe (2017): what has taken
 * effect and the state it led to are never tried twice.
 * @param mostSteps steps of the model before it gives up
 * @throws RangeError when it gave up without a verdict
 */
export function check<State, Input, Output>(
  model: Model<State, Input, Output>,
  history: readonly Operation<Input, Output>[],
  mostSteps = 1_000_000,
): Verdict<Input, Output> {
  const timeline = timelineOf(history);
  const search = new Search(model, history, mostSteps);
  let longest: { order: Operation<Input, Output>[]; stuck: Operation<Input, Output> } | null = null;
  let at = timeline.next;
  while (search.unplaced > 0 && at) {
    if (at.kind === 'call') {
      at = search.place(at) ? timeline.next : at.next;
      continue;
    }
    // Here an answer came of something that has not taken effect: the last choice was wrong.
    if (longest === null || search.placed > longest.order.length)
      longest = { order: search.order(), stuck: at.operation };
    const last = search.takeBack();
    if (!last) return { linearizable: false, ...longest };
    at = last.next;
  }
  return { linearizable: true, order: search.order() };
}

/** What has taken effect so far, in which order, and the state it led to. */
class Search<State, Input, Output> {
  /** Answered operations that have not taken effect. */
  unplaced: number;
  readonly #model: Model<State, Input, Output>;
  readonly #mostSteps: number;
  readonly #seen = new Set<string>();
  readonly #placed: { readonly call: Call<Input, Output>; readonly before: State }[] = [];
  #state: State;
  #effective = 0n;
  #steps = 0;

  constructor(
    model: Model<State, Input, Output>,
    history: readonly Operation<Input, Output>[],
    mostSteps: number,
  ) {
    this.unplaced = history.filter(({ returned }) => returned !== null).length;
    this.#model = model;
    this.#mostSteps = mostSteps;
    this.#state = model.initial;
  }

  get placed(): number {
    return this.#placed.length;
  }

  order(): Operation<Input, Output>[] {
    return this.#placed.map(({ call }) => call.operation);
  }

  /** Lets an operation take effect now. @returns whether it can, and that has not been tried */
  place(call: Call<Input, Output>): boolean {
    if (++this.#steps > this.#mostSteps) throw new RangeError(`No verdict after ${this.#mostSteps} steps.`);
    const after = this.#model.step(this.#state, call.operation.input, call.operation.output);
    if (after === null) return false;
    const effective = this.#effective | call.bit;
    const situation = `${effective.toString(36)} ${this.#model.key(after)}`;
    if (this.#seen.has(situation)) return false;
    this.#seen.add(situation);
    this.#placed.push({ call, before: this.#state });
    this.#state = after;
    this.#effective = effective;
    if (call.answer) this.unplaced--;
    lift(call);
    return true;
  }

  /** Undoes the last choice. @returns null when there is none */
  takeBack(): Call<Input, Output> | null {
    const last = this.#placed.pop();
    if (!last) return null;
    putBack(last.call);
    this.#state = last.before;
    this.#effective ^= last.call.bit;
    if (last.call.answer) this.unplaced++;
    return last.call;
  }
}

/**
 * Splits a history by what its operations are about. Where no operation bears on two things at once, a history is
 * linearizable exactly when each part is; where one does, that each part is remains necessary.
 * @param about the keys of an operation; it is in the part of each
 */
export function partition<Input, Output>(
  history: readonly Operation<Input, Output>[],
  about: (operation: Operation<Input, Output>) => readonly string[],
): Map<string, Operation<Input, Output>[]> {
  const parts = new Map<string, Operation<Input, Output>[]>();
  for (const operation of history)
    for (const key of about(operation)) parts.set(key, [...(parts.get(key) ?? []), operation]);
  return parts;
}
