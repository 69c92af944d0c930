import { Assignment } from './assignment.ts';
import { type Alternative, type BranchNode, type Conflict, OpenNodes } from './branch-nodes.ts';
import { type FirstPlan, holdBack, repair, settle } from './first-plan.ts';
import type { Graph } from './graph.ts';
import { compareLanes, type Lanes, ZERO } from './lanes.ts';

export type { Alternative, Conflict, Forbid } from './branch-nodes.ts';

/**
 * Finds the rules a plan breaks that weights cannot express, and what could be done about each.
 *
 * The contract, without which the answer is not the best one:
 * - nothing when the plan keeps every rule; a plan in which everybody stays always does;
 * - otherwise conflicts, each of at least one way out, such that **every plan that keeps all rules obeys at least one
 *   of them**, and each of which rules out the plan shown; it need not find every broken rule at once;
 * - the same assignment gets the same answer every time.
 *
 * The last way out should be the one most likely to settle the matter without closing other doors: a plan is made by
 * taking it again and again when there is no time to look at all of them.
 */
export type FindBroken = (assignment: Assignment) => readonly Conflict[];

export interface SearchOptions {
  /** How many plans to look at in search of the best, those for a first and a last resort aside; 2,000 when left out. */
  readonly nodeBudget?: number | undefined;
  /** How many bytes of half-worked plans to keep; others are worked out again when their turn comes. 64 MiB when left out. */
  readonly heldBytes?: number | undefined;
  /** Hears how many people are in the plan, of how many, while the first plan is made. */
  readonly onProgress?: ((done: number, people: number) => void) | undefined;
}

/** The best plan found that keeps every rule. */
export interface SearchResult {
  /** Best among the plans that use none of the edges it has barred, so `certify` holds for it. */
  readonly assignment: Assignment;
  readonly value: Lanes;
  /** No plan that keeps every rule is worth more. */
  readonly upperBound: Lanes;
  /** Whether `value` reaches `upperBound`. */
  readonly exact: boolean;
  /** How many plans were looked at. */
  readonly nodes: number;
}

const NODE_BUDGET = 2_000;
const HELD_BYTES = 64 * 2 ** 20;

/**
 * The best plan that keeps every rule: the best plan without the rules, then, while one is broken, the best plan under
 * each way out of it, most promising first (branch and bound). A plan's own worth bounds everything below it, because
 * barring more can only cost. The search begins by repairing the plan without the rules at least cost, so that there is
 * something to measure the others by, and repairs once more from the best place reached when the budget is spent.
 *
 * Alternatives may overlap, so two branches can come to bar the same things; the second is dropped.
 * @throws Error when an alternative does not rule out the plan it was given for
 */
export function solveWithin(graph: Graph, broken: FindBroken, options: SearchOptions = {}): SearchResult {
  const root = Assignment.solve(graph, options.onProgress);
  const value = root.value();
  const conflicts = broken(root);
  const [breaks] = conflicts;
  if (breaks === undefined) return { assignment: root, value, upperBound: value, exact: true, nodes: 1 };
  const search = new BranchSearch(root, broken, options.heldBytes ?? HELD_BYTES);
  search.repair(conflicts);
  return search.run({ value, breaks, path: [], held: root, order: 0 }, options.nodeBudget ?? NODE_BUDGET);
}

class BranchSearch {
  readonly #root: Assignment;
  readonly #broken: FindBroken;
  readonly #open = new OpenNodes();
  /** Numbers the alternatives met, so that the set a branch has taken can be written down shortly. */
  readonly #numberOf = new Map<string, number>();
  readonly #numbers = new WeakMap<Alternative, number>();
  readonly #visited = new Set<string>();
  readonly #heldLimit: number;
  #held = 0;
  #nodes = 1;
  #best: Assignment;
  #bestValue: Lanes = ZERO;

  constructor(root: Assignment, broken: FindBroken, heldBytes: number) {
    const { people, rooms, room } = root.graph;
    const bytes = 20 * (people + rooms) + (room.length + people) / 8;
    this.#heldLimit = Math.max(1, Math.floor(heldBytes / bytes));
    this.#root = root;
    this.#broken = broken;
    this.#best = Assignment.stay(root.graph);
  }

  /** Makes a first plan that keeps the rules from the best one without them. */
  repair(conflicts: readonly Conflict[]): void {
    this.#take(repair(this.#root, conflicts, this.#broken));
  }

  run(first: BranchNode, budget: number): SearchResult {
    if (compareLanes(this.#bestValue, ZERO) === 0) this.#settle(first);
    if (compareLanes(this.#bestValue, ZERO) === 0) this.#take(holdBack(this.#root, this.#broken));
    this.#dive(first, budget / 2);
    while (this.#nodes < budget && this.#promising()) this.#keep(this.#expand(this.#next()));
    if (this.#promising()) this.#settle(this.#open.top());
    const rest = this.#open.top();
    const exact = rest === undefined || compareLanes(rest.value, this.#bestValue) <= 0;
    const upperBound = exact ? this.#bestValue : rest.value;
    return { assignment: this.#best, value: this.#bestValue, upperBound, exact, nodes: this.#nodes };
  }

  #promising(): boolean {
    const next = this.#open.top();
    return next !== undefined && compareLanes(next.value, this.#bestValue) > 0;
  }

  #settle(from: BranchNode | undefined): void {
    if (from === undefined) return;
    const assignment = from.held ?? this.#rebuild(from.path);
    const found = repair(assignment, [from.breaks], this.#broken);
    this.#take(found);
    if (found.assignment === null) this.#take(settle(assignment, from.breaks, this.#broken));
  }

  #take({ assignment, nodes }: FirstPlan): void {
    this.#nodes += nodes;
    if (assignment !== null) this.#offer(assignment, assignment.value());
  }

  #offer(assignment: Assignment, value: Lanes): void {
    if (compareLanes(value, this.#bestValue) <= 0) return;
    this.#best = assignment;
    this.#bestValue = value;
  }

  /** Follows the most promising way out down to a plan that keeps the rules, while nodes are left; keeps the others. */
  #dive(from: BranchNode, budget: number): void {
    let node: BranchNode | undefined = from;
    while (node !== undefined && this.#nodes < budget) {
      const children = this.#expand(node).sort(OpenNodes.compare);
      node = children.shift();
      this.#keep(children);
    }
    if (node !== undefined) this.#keep([node]);
  }

  #next(): BranchNode | undefined {
    const node = this.#open.pop();
    if (node?.held) this.#held--;
    return node;
  }

  #keep(nodes: readonly BranchNode[]): void {
    for (const node of nodes) {
      const fits = this.#held < this.#heldLimit;
      if (fits) this.#held++;
      this.#open.push(fits ? node : { ...node, held: null });
    }
  }

  /** @returns the plans under each way out that still break a rule and could still beat the best; a better one is taken */
  #expand(node: BranchNode | undefined): BranchNode[] {
    if (node === undefined) return [];
    const assignment = node.held ?? this.#rebuild(node.path);
    const children: BranchNode[] = [];
    for (const alternative of node.breaks) {
      const path = [...node.path, alternative];
      if (!this.#isNew(path)) continue;
      assertRulesOut(assignment, alternative);
      const child = assignment.clone();
      this.#nodes++;
      if (!forbidAll(child, alternative)) continue;
      const value = child.value();
      if (compareLanes(value, this.#bestValue) <= 0) continue;
      const [breaks] = this.#broken(child);
      if (breaks !== undefined) children.push({ value, breaks, path, held: child, order: this.#nodes });
      else this.#offer(child, value);
    }
    return children;
  }

  #rebuild(path: readonly Alternative[]): Assignment {
    const assignment = this.#root.clone();
    for (const alternative of path)
      if (!forbidAll(assignment, alternative))
        throw new Error('A branch could not be worked out a second time.');
    return assignment;
  }

  #isNew(path: readonly Alternative[]): boolean {
    const numbers = path.map((alternative) => this.#number(alternative)).sort((a, b) => a - b);
    const key = numbers.filter((number, i) => number !== numbers[i - 1]).join(' ');
    if (this.#visited.has(key)) return false;
    this.#visited.add(key);
    return true;
  }

  #number(alternative: Alternative): number {
    const known = this.#numbers.get(alternative);
    if (known !== undefined) return known;
    const text = alternative.map(({ person, rooms }) => `${person}:${rooms.join()}`).join(' ');
    const number = this.#numberOf.get(text) ?? this.#numberOf.size;
    this.#numberOf.set(text, number);
    this.#numbers.set(alternative, number);
    return number;
  }
}

function forbidAll(assignment: Assignment, alternative: Alternative): boolean {
  return alternative.every(({ person, rooms }) => assignment.forbid(person, rooms));
}

function assertRulesOut(assignment: Assignment, alternative: Alternative): void {
  if (!alternative.some(({ person, rooms }) => rooms.includes(assignment.roomOf(person))))
    throw new Error('A way out of a broken rule must rule out the plan that breaks it.');
}
