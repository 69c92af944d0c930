import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/**
 * The school grade a text asks of its reader (Flesch-Kincaid). References and names of homes are read as one short word
 * each, and so are numbers: they are what they are, and none of our writing.
 * @param names references and names, longest first
 */
export function readingGrade(sentences: readonly string[], names: readonly string[]): number {
  let [words, syllables, count] = [0, 0, 0];
  for (const text of sentences) {
    for (const sentence of split(plainOf(text, names))) {
      count++;
      for (const word of sentence.match(/[\p{L}\p{N}’'-]+/gu) ?? []) {
        words++;
        syllables += /\d/.test(word) ? 1 : Math.max(1, syllable(word));
      }
    }
  }
  return fleschKincaid({ sentence: count, word: words, syllable: syllables });
}

export const wordsIn = (text: string): number => (text.match(/[\p{L}\p{N}’'-]+/gu) ?? []).length;

/** A text as its sentences: a full stop, question mark or exclamation mark ends one. */
export function split(text: string): string[] {
  return text
    .split(/(?<=[.?!])\s+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function plainOf(text: string, names: readonly string[]): string {
  return names.reduce((sum, name) => sum.replaceAll(name, 'Sam'), text);
}
