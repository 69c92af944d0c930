import { Presets, SingleBar } from 'cli-progress';

/** Counts up on a terminal; says nothing where nobody watches. */
export function progress(what: string, total: number): { step(): void; end(): void } {
  const bar = new SingleBar({ format: `${what} {value}/{total}`, noTTYOutput: false }, Presets.rect);
  if (process.stderr.isTTY) bar.start(total, 0);
  return { step: () => bar.increment(), end: () => bar.stop() };
}
