import { isNhsNumber } from '../domain/nhs-number.ts';

/** What is wrong with a row, and what the person who keeps the file can do. `column` is null when no one cell is at fault. */
export interface Complaint {
  readonly column: string | null;
  readonly why: string;
  readonly fix: string;
}

/**
 * What did not become facts because of a problem: a row, a column of every row, or a whole file. Null: nothing. It is
 * null for a breach that may well be true (more people than the licence allows) and for a column nobody asked for.
 */
export type LeftOut = 'row' | 'column' | 'file' | null;

/**
 * A cell, row or file that could not be taken as it is. `row` is the line a spreadsheet shows, the header being row 1;
 * null when the file as a whole is meant.
 */
export interface BadCell {
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly why: string;
  readonly fix: string;
  readonly leftOut: LeftOut;
}

/** Something the reader did or saw that stops nothing. */
export interface Note {
  readonly file: string | null;
  readonly row: number | null;
  readonly text: string;
}

const SHOWN_CHARACTERS = 60;

/** One line for people: where, what, why and how to put it right. */
export function sayProblem({ file, row, column, value, why, fix }: BadCell): string {
  const cell = [column, value ? `"${value}"` : null].filter((part) => part !== null).join(' ');
  const where = [row === null ? file : `${file} row ${row}`, cell].filter((part) => part !== '').join(', ');
  return `${where}: ${why}. Fix: ${fix}${endOf(fix)}`;
}

/** One line for people. */
export function sayNote({ file, row, text }: Note): string {
  const where = file === null ? '' : row === null ? `${file}: ` : `${file} row ${row}: `;
  return `${where}${text}${endOf(text)}`;
}

const endOf = (sentence: string) => (/[.?]$/.test(sentence) ? '' : '.');

/** Control characters, and those that turn the direction of the text around them: what can hide what is written. */
const UNSHOWABLE = /(?![\t\n\r])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** Whether a cell holds a character no screen shows. Line breaks and tabs are not among them. */
export function holdsUnshowable(text: string): boolean {
  return text.search(UNSHOWABLE) >= 0;
}

/** The text on one line, with a mark in place of each character no screen shows. */
export function showable(text: string): string {
  return text.replace(UNSHOWABLE, '\uFFFD').replace(/\s+/g, ' ');
}

/**
 * The value as it may be shown: on one line, without what a screen would take for a command, of a readable length, and
 * without the digits that name a person.
 */
export function showValue(value: string, personal = false): string {
  const line = shorten(showable(value.slice(0, 10 * SHOWN_CHARACTERS)));
  return personal || looksLikeNhsNumber(value) ? hideDigits(line) : line;
}

const LONGEST_NHS_NUMBER = 30;

/** Whether a text is an NHS number, whatever stands between its digits. */
export function looksLikeNhsNumber(text: string): boolean {
  return text.length <= LONGEST_NHS_NUMBER && isNhsNumber(text.replace(/[\s._\p{Pd}]/gu, ''));
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= SHOWN_CHARACTERS
    ? text
    : `${characters.slice(0, SHOWN_CHARACTERS - 1).join('')}…`;
}

function hideDigits(text: string): string {
  let seen = 0;
  return text.replace(/\d/g, (digit) => (++seen <= 2 ? digit : '·'));
}
