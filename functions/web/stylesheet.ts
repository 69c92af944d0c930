import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The one stylesheet of the pages. */
export interface Stylesheet {
  readonly css: string;
  /** Where it is served: another address with every change. */
  readonly path: string;
}

/** Where the stylesheet is by whatever name it has now, for what is not made here. */
export const stylesheetAlias = '/assets/pages.css';

/** @param css the text of it */
export function stylesheetOf(css: string): Stylesheet {
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 16);
  return { css, path: `/assets/pages-${hash}.css` };
}

/** The stylesheet from its file, read once, when it is first needed. */
export function stylesheetFrom(file: string): () => Stylesheet {
  let known: Stylesheet | null = null;
  return () => {
    known ??= stylesheetOf(readFileSync(file, 'utf8'));
    return known;
  };
}
