import type { Models } from './domain-kinds.ts';
import type { NamedColumn, TableText } from './table.ts';
import { tablesOf } from './tables.ts';

/** Every file and column for people, in Markdown. */
export function dataDictionary(models: Models): string {
  const tables: TableText[] = Object.values(tablesOf(models));
  const blocks = ['# Data dictionary', INTRODUCTION, ...tables.flatMap(sayTable)];
  return `${blocks.join('\n\n')}\n`;
}

const INTRODUCTION = `One folder holds one partnership. Each file is a table with its column names in row 1, saved as CSV (UTF-8).
Every row begins with a \`sourceReference\`: a reference of your own that no other row of the file has and that never
changes; capitals count in it. They do not in column names and codes. Days may be written in any usual way, the day
before the month. Where a cell holds several values, put \`|\` between them. Names, addresses and notes about people have
no place in these files, and an NHS number is never a reference.`;

function sayTable({ file, row, filledInBy, needed, columns }: TableText): string[] {
  const lines = columns.map((column) => `| ${sayColumn(column).map(escapeCell).join(' | ')} |`);
  return [
    `## ${file}`,
    `A row is: ${row} Filled in by: ${WHO[filledInBy]}. ${needed ? 'The file must be there.' : 'The file may be left out.'}`,
    ['| column | meaning | what to write | may be blank | example |', '|---|---|---|---|---|', ...lines].join(
      '\n',
    ),
    ...columns.filter(listedApart).map(sayAllowed),
  ];
}

const WHO = {
  officer: 'the housing officer',
  worker: 'the support worker',
  ward: 'the ward or whoever refers',
};

/** Longer lists of codes stand below the table. */
const SHORT = 4;

function listedApart({ allowed }: NamedColumn): boolean {
  return allowed.length > SHORT;
}

function sayColumn(column: NamedColumn): string[] {
  const { name, meaning, unit, blank, example } = column;
  return [
    `\`${name}\``,
    unit === undefined ? meaning : `${meaning} (${unit})`,
    sayForm(column),
    blank === null ? 'no' : `yes: ${blank}`,
    example === '' ? '' : `\`${example}\``,
  ];
}

function sayForm({ allowed, form, severalAllowed }: NamedColumn): string {
  if (allowed.length === 0) return form;
  const several = severalAllowed ? ', or several with `|` between them' : '';
  if (allowed.length > SHORT) return `a code listed below${several}`;
  return `${allowed.map(({ code, label }) => (code === label ? `\`${code}\`` : `\`${code}\` (${label})`)).join('; ')}${several}`;
}

function sayAllowed({ name, allowed }: NamedColumn): string {
  return [`Codes of \`${name}\`:`, '', ...allowed.map(({ code, label }) => `- \`${code}\`: ${label}`)].join(
    '\n',
  );
}

const escapeCell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
