import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Source } from './source.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @returns the files of the project as git sees them, new ones included, ignored ones not */
export function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  return listed
    .toString()
    .split('\0')
    .filter((path) => path !== '' && existsSync(root + path));
}

/** @returns every TypeScript source of the project with its text */
export function projectSources(): Source[] {
  return projectFiles()
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));
}
