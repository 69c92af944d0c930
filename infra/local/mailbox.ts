import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One message as it was delivered on this machine. */
export interface LetterFile {
  readonly to: string;
  readonly file: string;
  readonly text: string;
}

/** Everything that was delivered, oldest first. */
export async function lettersIn(folder: string): Promise<LetterFile[]> {
  const members = await readdir(folder).catch(() => []);
  const each = await Promise.all(
    members.map(async (to) => {
      const files = (await readdir(join(folder, to))).filter((file) => file.endsWith('.txt'));
      return Promise.all(
        files.map(async (file) => ({ to, file, text: await readFile(join(folder, to, file), 'utf8') })),
      );
    }),
  );
  const order = ({ to, file, text }: LetterFile): string =>
    [/^Date: (.*)$/m.exec(text)?.[1], to, file].join(' ');
  return each.flat().sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** The messages one after the other, as they are read. */
export function sayLetters(letters: readonly LetterFile[]): string {
  if (letters.length === 0) return 'Nobody was told anything yet.\n';
  return letters.map(({ text }) => text).join(`${'-'.repeat(72)}\n`);
}
