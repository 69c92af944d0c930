import type { Kept, Kind } from './kind.ts';
import { type Step, save, unchanged } from './steps.ts';

/**
 * The records of one kind that a use case works with. Several changes of one record become one write; what is only
 * relied on becomes a check.
 */
export class Shelf<T> {
  readonly #kind: Kind<T>;
  readonly #partnership: string;
  readonly #read = new Map<string, Kept<T>>();
  readonly #changed = new Map<string, T>();
  readonly #reliedOn = new Set<string>();

  constructor(partnership: string, kind: Kind<T>, read: readonly Kept<T>[] = []) {
    this.#partnership = partnership;
    this.#kind = kind;
    this.add(read);
  }

  /** Puts further records on the shelf; one that is there already stays as it is. */
  add(read: readonly Kept<T>[]): void {
    for (const kept of read) if (!this.#read.has(kept.id)) this.#read.set(kept.id, kept);
  }

  /** The record as it will be. */
  get(id: string | null): T | undefined {
    return id === null ? undefined : (this.#changed.get(id) ?? this.#read.get(id)?.data);
  }

  /** Every record as it will be. */
  all(): T[] {
    const ids = new Set([...this.#read.keys(), ...this.#changed.keys()]);
    return [...ids].flatMap((id) => this.get(id) ?? []);
  }

  set(data: T): void {
    this.#changed.set(this.#kind.id(data), data);
  }

  /** The version it will be in. */
  versionOf(id: string): number {
    return (this.#read.get(id)?.version ?? 0) + (this.#changed.has(id) ? 1 : 0);
  }

  /** Asks that a record is still as it was read, unless it is changed anyway. */
  relyOn(id: string): void {
    this.#reliedOn.add(id);
  }

  steps(): Step[] {
    const writes = [...this.#changed].map(([id, data]) =>
      save(this.#partnership, this.#kind, this.#read.get(id) ?? null, data),
    );
    const checks = [...this.#reliedOn].flatMap((id) => {
      const kept = this.#read.get(id);
      return kept && !this.#changed.has(id) ? [unchanged(kept)] : [];
    });
    return [...writes, ...checks];
  }
}
