import * as z from 'zod';
import type { CodeRow } from '../domain/codes.ts';
import type { FileName } from './file-names.ts';

/** What reading one cell gave: its value, or why it is none and what to write instead. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: string; readonly fix: string };

/** A row in another file (or this one) that a cell names by its `sourceReference`. */
export interface RefersTo {
  readonly file: FileName;
  /** Whether this row's cell is a reference at all; always, when left out. */
  readonly when?: (row: Readonly<Record<string, string>>) => boolean;
}

/** What a cell may hold and how it is read. `form` completes "give …". */
export interface Kind<Value> {
  readonly form: string;
  readonly read: (text: string) => Reading<Value>;
  readonly allowed?: readonly CodeRow[];
  readonly severalAllowed?: boolean;
  readonly personal?: boolean;
  readonly refersTo?: RefersTo;
}

/** What a column says to people: its meaning, the unit of its numbers, and a made-up example. */
export interface Says {
  readonly meaning: string;
  readonly example: string;
  readonly unit?: string;
}

/** Everything about a column but its name. `blank` says what a blank cell means; null where it must be filled in. */
export interface ColumnText extends Says {
  readonly form: string;
  readonly allowed: readonly CodeRow[];
  readonly severalAllowed: boolean;
  readonly personal: boolean;
  readonly blank: string | null;
  readonly refersTo: RefersTo | null;
}

const columnTexts = z.registry<ColumnText>();

/**
 * What was said of a column when it was made.
 * @throws Error when the schema was not made by {@link required}, {@link optional} or {@link blankMeans}
 */
export function columnText(column: z.core.$ZodType): ColumnText {
  const text = columnTexts.get(column);
  if (!text) throw new Error('A column of a table must be made by required, optional or blankMeans');
  return text;
}

/** A column that must be filled in. */
export function required<Value>(kind: Kind<Value>, says: Says) {
  const whenBlank = { ok: false, why: 'is blank', fix: `give ${kind.form}` } as const;
  return column<Value>(kind, says, whenBlank, null);
}

/** What a blank means in a column that is kept for the record alone. */
export const NOT_ASKED = 'not recorded; no check asks for it';

/**
 * A column that may be blank. `as` says what that means where it is not that nobody knows: "not known" is said where a
 * check that needs the fact does not pass without it.
 */
export function optional<Value>(kind: Kind<Value>, says: Says, as = 'not known') {
  return column<Value | null>(kind, says, { ok: true, value: null }, as);
}

/** A column that may be blank and then has a value all the same. `as` is that value in words. */
export function blankMeans<Value>(value: Value, as: string, kind: Kind<Value>, says: Says) {
  return column<Value>(kind, says, { ok: true, value }, as);
}

function column<Value>(kind: Kind<Value>, says: Says, whenBlank: Reading<Value>, blank: string | null) {
  const { form, allowed = [], severalAllowed = false, personal = false, refersTo = null } = kind;
  return z
    .string()
    .transform((text, context): Value => {
      const reading = text === '' ? whenBlank : kind.read(text);
      if (reading.ok) return reading.value;
      context.addIssue({ code: 'custom', message: reading.why, params: { fix: reading.fix } });
      return z.NEVER;
    })
    .register(columnTexts, { ...says, form, allowed, severalAllowed, personal, blank, refersTo });
}
