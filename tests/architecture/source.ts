import { posix } from 'node:path';

/** A source file of the project, by its path from the root, with `/` between folders. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** One import, export-from or dynamic import. A local target is a path from the root; a package is by its name. */
export interface Import {
  readonly from: string;
  readonly target: string;
  readonly kind: 'local' | 'package' | 'node';
}

const imports =
  /(?:^|[;}\s])(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?(['"])([^'"\n]+)\1|\bimport\s*\(\s*(['"`])([^'"`\n]+)\3/g;

/** @returns every import of a file, those of types included, as an arrow is an arrow whether it runs or not */
export function importsOf({ path, text }: Source): Import[] {
  return [...withoutComments(text).matchAll(imports)].map((found) => {
    const named = found[2] ?? found[4] ?? '';
    if (named.startsWith('.')) {
      return { from: path, target: posix.join(posix.dirname(path), named), kind: 'local' };
    }
    if (named.startsWith('node:')) return { from: path, target: named, kind: 'node' };
    return { from: path, target: packageName(named), kind: 'package' };
  });
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

// A comment, or something that may hold what only looks like one.
const commentOrText =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

function withoutComments(text: string): string {
  return text.replace(commentOrText, (part) => (part.startsWith('/') ? ' ' : part));
}

/** @returns the code alone: comments gone, texts emptied; what stands in a template's `${}` is kept */
export function codeOf({ text }: Source): string {
  return text.replace(commentOrText, (part) => {
    if (part.startsWith('/')) return ' ';
    if (!part.startsWith('`')) return "''";
    return [...part.matchAll(/\$\{([^}]*)\}/g)].map(([, inside]) => `(${inside})`).join(' ') || "''";
  });
}
