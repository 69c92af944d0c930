import type { Day } from '../../domain/day.ts';
import type { Evidence, FactChange, RuleClass, RuleLevel, Verdict } from '../../domain/explanation.ts';
import type { Place, Setting, Subject } from '../pool-types.ts';

/** Who may set a hard rule aside for one person, with a reason; null: nobody may. */
type MayOverride = 'programmeLead' | 'panelChair' | null;

/** What a rule says of one person and one place, and the recorded facts it says it from. */
export interface Finding {
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
  /** Where the rule stands for several of different classes: the class of the one that decided. */
  readonly class?: RuleClass;
  readonly question?: string;
}

/**
 * What a rule reads of a person, or of a place, written as one word: two people of one kind get the same verdict in
 * places of one kind (on one day). So a rule is asked once for each kind of person and kind of place, and its answers
 * become masks for everybody else (`masks.ts`, `verdict-tables.ts`).
 * `PASSES`: the rule passes, whatever the other side is. `ASK`: no short word says it; the rule is asked for each pair.
 */
export type Kind = string | typeof PASSES | typeof ASK;
export const PASSES = null;
export const ASK = undefined;

/** One word for several values; null and undefined are values like any other. */
export function kindOf(...values: readonly (string | number | boolean | null | undefined)[]): string {
  return values.map(String).join('|');
}

/**
 * One declared rule. `judge` builds no text; `tell` and `remedy` are asked for one pair when somebody wants to know.
 */
export interface Rule {
  readonly id: string;
  readonly class: RuleClass;
  readonly level: RuleLevel;
  /** What to ask when a fact is missing. */
  readonly question: string;
  readonly overridableBy: MayOverride;
  readonly source: string;
  readonly kinds: {
    person(s: Subject, at: Setting): Kind;
    place(p: Place, at: Setting): Kind;
  };
  /** @param day the day of the move, as a day number; only a dated rule reads it */
  judge(s: Subject, p: Place, at: Setting, day: number): Verdict;
  tell(s: Subject, p: Place, at: Setting, day: number): Finding;
  /** What would have to read differently for this rule to pass; empty when no record could. */
  remedy(s: Subject, p: Place, at: Setting, day: number): readonly FactChange[];
}

/** A rule whose verdict depends on the day of the move. */
export interface DatedRule extends Rule {
  /** Days on which the verdict may turn, as day numbers, in any order. Between two of them it stays the same. */
  turns(s: Subject, p: Place, at: Setting): readonly number[];
}

export function evidence(of: string, fact: string, value: unknown, on: Day | null = null): Evidence {
  return { of, fact, value: value === null || value === undefined ? 'not recorded' : String(value), on };
}

/** `required` passes only where the home is known to have it; `notRequired` always passes. */
export function requirement(
  need: 'required' | 'notRequired' | null | undefined,
  offered: boolean | null,
): Verdict {
  if (need === 'notRequired') return 'pass';
  if (offered === true) return 'pass';
  if (need === null || need === undefined) return 'unknown';
  return offered === null ? 'unknown' : 'fail';
}

export const nothingToChange: readonly FactChange[] = [];

/** One change of fields of a record that is there. */
export function setting(
  table: FactChange['table'],
  id: string,
  fields: FactChange['fields'],
  effort: FactChange['effort'],
  sentence: string,
): FactChange {
  return { action: 'set', table, id, fields, effort, sentence };
}
