import { int, isLess, real } from './lanes.ts';

/** The place of a node that is not waiting. */
const NOWHERE = -1;

/**
 * A binary heap of numbered nodes with two-lane labels. Equal labels come out by number, so a search is repeatable.
 * Labels stay readable after a node has come out; a node without a label reads as infinitely far away.
 */
export class LabelHeap {
  readonly high: Float64Array;
  readonly low: Float64Array;
  /** Nodes labelled since the last `clear`, in the order of their first label; valid up to `labelledCount`. */
  readonly labelled: Int32Array;
  labelledCount = 0;
  readonly #heap: Int32Array;
  readonly #place: Int32Array;
  #size = 0;

  constructor(nodes: number) {
    this.high = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
    this.low = new Float64Array(nodes).fill(Number.NEGATIVE_INFINITY);
    this.labelled = new Int32Array(nodes);
    this.#heap = new Int32Array(nodes);
    this.#place = new Int32Array(nodes).fill(NOWHERE);
  }

  /** @returns whether the weight is strictly smaller than the node's label */
  improves(node: number, high: number, low: number): boolean {
    return isLess(high, low, real(this.high, node), real(this.low, node));
  }

  /** Gives a node a smaller label than it has and lets it wait its turn; the caller has checked `improves`. */
  lower(node: number, high: number, low: number): void {
    if (real(this.high, node) === Number.POSITIVE_INFINITY) this.labelled[this.labelledCount++] = node;
    this.high[node] = high;
    this.low[node] = low;
    let place = int(this.#place, node);
    if (place === NOWHERE) place = this.#size++;
    this.#rise(node, place);
  }

  /** @returns the waiting node with the smallest label, or -1 when none waits */
  pop(): number {
    if (this.#size === 0) return -1;
    const top = int(this.#heap, 0);
    this.#place[top] = NOWHERE;
    const last = int(this.#heap, --this.#size);
    if (this.#size > 0) this.#sink(last);
    return top;
  }

  /** Forgets every label. Costs time only for the nodes that had one. */
  clear(): void {
    for (let i = 0; i < this.labelledCount; i++) {
      const node = int(this.labelled, i);
      this.high[node] = Number.POSITIVE_INFINITY;
      this.low[node] = Number.NEGATIVE_INFINITY;
      this.#place[node] = NOWHERE;
    }
    this.labelledCount = 0;
    this.#size = 0;
  }

  #before(a: number, b: number): boolean {
    const highA = real(this.high, a);
    const highB = real(this.high, b);
    if (highA !== highB) return highA < highB;
    const lowA = real(this.low, a);
    const lowB = real(this.low, b);
    return lowA === lowB ? a < b : lowA < lowB;
  }

  #rise(node: number, from: number): void {
    let place = from;
    while (place > 0) {
      const up = (place - 1) >> 1;
      const above = int(this.#heap, up);
      if (!this.#before(node, above)) break;
      this.#put(above, place);
      place = up;
    }
    this.#put(node, place);
  }

  #sink(node: number): void {
    let place = 0;
    for (;;) {
      let down = 2 * place + 1;
      if (down >= this.#size) break;
      if (down + 1 < this.#size && this.#before(int(this.#heap, down + 1), int(this.#heap, down))) down++;
      const below = int(this.#heap, down);
      if (!this.#before(below, node)) break;
      this.#put(below, place);
      place = down;
    }
    this.#put(node, place);
  }

  #put(node: number, place: number): void {
    this.#heap[place] = node;
    this.#place[node] = place;
  }
}
