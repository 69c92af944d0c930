import type { Assignment } from './assignment.ts';
import { compareLanes, type Lanes } from './lanes.ts';

/** A person who may not have some rooms. */
export interface Forbid {
  readonly person: number;
  readonly rooms: readonly number[];
}

/** One way out of a broken rule: all of these at once. */
export type Alternative = readonly Forbid[];

/** The ways out of one broken rule. */
export type Conflict = readonly Alternative[];

/** A plan that breaks a rule, with the ways out of it still to be tried. */
export interface BranchNode {
  readonly value: Lanes;
  readonly breaks: Conflict;
  /** What was barred to come here, in order. */
  readonly path: readonly Alternative[];
  /** The plan itself, or null when it is to be worked out again from `path`. */
  readonly held: Assignment | null;
  /** The later of two equally good plans found has the higher number. */
  readonly order: number;
}

/** The plans still to be branched on; the one worth most comes out first. */
export class OpenNodes {
  readonly #heap: BranchNode[] = [];

  /** Sorts by worth, then the deeper first (nearer to an answer), then the earlier found. */
  static compare(this: void, a: BranchNode, b: BranchNode): number {
    return compareLanes(b.value, a.value) || b.path.length - a.path.length || a.order - b.order;
  }

  top(): BranchNode | undefined {
    return this.#heap[0];
  }

  push(node: BranchNode): void {
    const heap = this.#heap;
    let place = heap.length;
    while (place > 0) {
      const up = (place - 1) >> 1;
      const above = heap[up];
      if (above === undefined || OpenNodes.compare(node, above) >= 0) break;
      heap[place] = above;
      place = up;
    }
    heap[place] = node;
  }

  pop(): BranchNode | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return top;
    let place = 0;
    for (;;) {
      const left = heap[2 * place + 1];
      const right = heap[2 * place + 2];
      if (left === undefined) break;
      const takeRight = right !== undefined && OpenNodes.compare(right, left) < 0;
      const below = takeRight ? right : left;
      if (OpenNodes.compare(last, below) <= 0) break;
      heap[place] = below;
      place = 2 * place + (takeRight ? 2 : 1);
    }
    heap[place] = last;
    return top;
  }
}
