import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { Instant } from '../../shared/domain/day.ts';

/** The time here: this machine's, and so many seconds ahead. It never goes back. */
export interface LocalClock {
  now(): Instant;
  offsetSeconds(): number;
  /** @returns null, or a sentence saying why it cannot be */
  move(to: ClockMove): string | null;
}

export const ClockMove = z.union([
  z.strictObject({ now: Instant }),
  z.strictObject({ forwardDays: z.int().min(1).max(366) }),
]);
export type ClockMove = z.infer<typeof ClockMove>;

const Kept = z.object({ offsetSeconds: z.number().min(0) });

const daySeconds = 24 * 60 * 60;

/**
 * A clock that remembers over a restart how far ahead it is.
 * @param file where that is kept
 * @param machine the time of this machine, in milliseconds
 */
export function openClock(file: string, machine: () => number = Date.now): LocalClock {
  let offset = existsSync(file) ? Kept.parse(JSON.parse(readFileSync(file, 'utf8'))).offsetSeconds : 0;
  return {
    now: () => Instant.parse(new Date(machine() + offset * 1000).toISOString()),
    offsetSeconds: () => offset,
    move(to) {
      const wanted =
        'now' in to
          ? Math.ceil((Date.parse(to.now) - machine()) / 1000)
          : offset + to.forwardDays * daySeconds;
      if (wanted < offset)
        return 'Time does not go back here: give a later moment, or start anew with --fresh.';
      offset = wanted;
      writeFileSync(file, JSON.stringify({ offsetSeconds: offset }));
      return null;
    },
  };
}
