import { type FileName, fileNames } from './file-names.ts';
import { nearest } from './nearest.ts';
import { type BadCell, type Note, showValue } from './problems.ts';

/** Contents by file name: bytes as a spreadsheet saved them, or text. */
export type Texts = ReadonlyMap<string, string | Uint8Array>;

/** A folder's files by the names we know, and what is to be said of the others. */
export interface Named {
  readonly contents: ReadonlyMap<FileName, string | Uint8Array>;
  /** Files that are absent while another file stands there that was most likely meant to be them. */
  readonly misnamed: ReadonlySet<FileName>;
  readonly problems: readonly BadCell[];
  readonly notes: readonly Note[];
}

/** Finds the files we know, in capitals or small letters. A name that is nearly one of them is a problem, any other a note. */
export function namedFiles(texts: Texts): Named {
  const contents = new Map<FileName, string | Uint8Array>();
  const misnamed = new Set<FileName>();
  const problems: BadCell[] = [];
  const notes: Note[] = [];
  const strangers: string[] = [];
  // Small letters sort last, and a name as we write it comes before another spelling of it.
  const names = [...texts].toSorted(([a], [b]) => (a < b ? 1 : -1));
  for (const [name, content] of names) {
    const file = fileNames.find((each) => each === name.toLowerCase());
    if (file === undefined) strangers.unshift(name);
    else if (!contents.has(file)) contents.set(file, content);
    else
      problems.push(
        notRead(name, `is ${file} in other letters, and was not read`, 'keep the one that is right'),
      );
  }
  const absent = fileNames.filter((file) => !contents.has(file));
  for (const name of strangers) {
    const meant = meantBy(name, absent);
    if (meant === undefined)
      notes.push({ file: showValue(name), row: null, text: 'is not a file we know, and was not read' });
    else {
      misnamed.add(meant);
      problems.push(notRead(name, 'is not a file we know, and was not read', `rename it to ${meant}`));
    }
  }
  return { contents, misnamed, problems, notes };
}

/** By the names without their ending, which all have in common. */
function meantBy(name: string, absent: readonly FileName[]): FileName | undefined {
  const near = nearest(stem(name), absent.map(stem));
  return near === null ? undefined : absent.find((file) => stem(file) === near);
}

const stem = (name: string) => name.replace(/(?:\.csv)+$/i, '');

function notRead(name: string, why: string, fix: string): BadCell {
  return { file: showValue(name), row: null, column: null, value: null, why, fix, leftOut: 'file' };
}
