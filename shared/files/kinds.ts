import type * as z from 'zod';
import type { CodeRow } from '../domain/codes.ts';
import { type Day, parseDay } from '../domain/day.ts';
import { Reference } from '../domain/ids.ts';
import { type Pence, parsePounds } from '../domain/money.ts';
import { type Kind, type Reading, type RefersTo, required } from './columns.ts';
import type { FileName } from './file-names.ts';
import { nearest } from './nearest.ts';
import { looksLikeNhsNumber, showValue } from './problems.ts';

const taken = <Value>(value: Value): Reading<Value> => ({ ok: true, value });
const refused = (why: string, fix: string): Reading<never> => ({ ok: false, why, fix });

const tellsWho = refused(
  'looks like an NHS number; a reference must not say who somebody is',
  'use a reference of your own in every file, such as P-017',
);

/** The reference a row is known by. */
export const ownReference: Kind<string> = {
  form: 'a reference of your own: letters, digits, dots, dashes and underscores, at most 64',
  read: (text) => {
    if (looksLikeNhsNumber(text)) return tellsWho;
    return Reference.safeParse(text).success
      ? taken(text)
      : refused(
          'is no reference',
          'use letters, digits, dots, dashes and underscores only, at most 64, no spaces',
        );
  },
};

/** The first column of every file. */
export const own = (thing: string, example: string) =>
  required(ownReference, { meaning: `What you call this ${thing}, for ever`, example });

/** The reference of a row of another file. Whether there is such a row is found out when all files are read. */
export function referenceTo(file: FileName, when?: RefersTo['when']): Kind<string> {
  return {
    form: `a sourceReference from ${file}`,
    read: (text) => (looksLikeNhsNumber(text) ? tellsWho : taken(text)),
    refersTo: when ? { file, when } : { file },
  };
}

/** Text as it stands, kept whatever it begins with. The schema gives the most characters it may have. */
export function words(schema: z.ZodString): Kind<string> {
  const most = schema.maxLength;
  const limit = most === null ? '' : `, at most ${most} characters`;
  return {
    form: `text${limit}`,
    read: (text) =>
      schema.safeParse(text).success
        ? taken(text)
        : refused(
            most !== null && text.length > most ? `has ${text.length} characters` : 'is no such text',
            `give text${limit}`,
          ),
  };
}

/** A number as people write it, within the limits of the schema. */
export function number(schema: z.ZodNumber): Kind<number> {
  const whole = schema.isInt;
  const [least, most] = [schema.minValue ?? 0, schema.maxValue ?? Number.MAX_SAFE_INTEGER];
  const range = most >= Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`;
  const form = `a ${whole ? 'whole ' : ''}number ${range}`;
  const shape = whole ? /^-?\d{1,15}(?:\.0+)?$/ : /^-?\d{1,15}(?:\.\d{1,10})?$/;
  return {
    form,
    read: (text) => {
      if (!shape.test(text)) return refused(whole ? 'is no whole number' : 'is no number', `give ${form}`);
      const parsed = schema.safeParse(Number(text));
      return parsed.success ? taken(parsed.data) : refused('is out of range', `give ${form}`);
    },
  };
}

/** A calendar day in any form staff write. */
export const day: Kind<Day> = {
  form: 'a day, such as 1 Feb 2026 or 2026-02-01',
  read: (text) => {
    const parsed = parseDay(text);
    if (parsed !== null) return taken(parsed);
    const serial = /^\d{5}$/.test(text);
    return serial
      ? refused('is a spreadsheet’s day number', 'format the cell as a date, or write the day as 2026-02-01')
      : refused(
          'is no day of the calendar',
          'write it as 1 Feb 2026, 01/02/2026 (the day first) or 2026-02-01',
        );
  },
};

/** A day that tells who somebody is: shown only in part. */
export const personalDay: Kind<Day> = { ...day, personal: true };

export const pounds: Kind<Pence> = {
  form: 'pounds, such as 90 or 1,234.50',
  read: (text) => {
    const pence = parsePounds(text);
    return pence === null
      ? refused('is no sum of money', 'give pounds, such as 90 or 1,234.50')
      : taken(pence);
  },
};

const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['y', true],
  ['true', true],
  ['no', false],
  ['n', false],
  ['false', false],
]);

export const yesNo: Kind<boolean> = {
  form: 'yes or no',
  allowed: [
    { code: 'yes', label: 'yes' },
    { code: 'no', label: 'no' },
  ],
  read: (text) => {
    const truth = TRUTHS.get(text.toLowerCase());
    return truth === undefined ? refused('is neither yes nor no', 'write yes or no') : taken(truth);
  },
};

/**
 * One of a closed list of codes, in capitals or small letters.
 * @param table each code with what people read for it
 * @param spellings other ways to write a code, in small letters, e.g. 4 for 04, which spreadsheets shorten
 */
export function oneOf<Code extends string>(
  table: readonly CodeRow<Code>[],
  spellings: Readonly<Record<string, Code>> = {},
): Kind<Code> {
  const codes = new Map<string, Code>([
    ...Object.entries(spellings),
    ...table.map((row): [string, Code] => [row.code.toLowerCase(), row.code]),
  ]);
  return {
    form: 'one of the allowed values',
    allowed: table,
    read: (text) => {
      const code = codes.get(text.toLowerCase());
      return code === undefined
        ? refused('is not one of the allowed values', sayAllowed(text, table))
        : taken(code);
    },
  };
}

function sayAllowed(text: string, table: readonly CodeRow[]): string {
  const near = nearest(
    text.slice(0, 60),
    table.map((row) => row.code),
  );
  if (near !== null) return `did you mean "${near}"?`;
  const meant = table.find((row) => row.label.toLowerCase() === text.toLowerCase());
  return meant ? `did you mean "${meant.code}"?` : `use one of: ${table.map((row) => row.code).join(', ')}`;
}

/** Several values of one kind in one cell, with `|` between them; each counts once. */
export function listOf<Value>(kind: Kind<Value>): Kind<Value[]> {
  return {
    ...kind,
    form: `${kind.form}, or several with | between them`,
    severalAllowed: true,
    read: (text) => {
      const values: Value[] = [];
      for (const part of new Set(text.split('|').map((each) => each.trim()))) {
        const reading = kind.read(part);
        if (!reading.ok)
          return text.includes('|')
            ? refused(`holds "${showValue(part)}", which ${reading.why}`, reading.fix)
            : reading;
        values.push(reading.value);
      }
      return taken(values);
    },
  };
}
