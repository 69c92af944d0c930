import type { Meeting } from '../../domain/before-move.ts';
import type { Day } from '../../domain/day.ts';
import { type Outcome, refuse } from '../../domain/outcome.ts';
import { transition } from '../../domain/transitions.ts';

/**
 * Why a meeting cannot become this: it is over, it lies ahead and cannot have taken place, or it is past and cannot be
 * planned. A plan may be changed to another day; a meeting may be called off before its day.
 * @param was what is on record of it; undefined for a new one
 */
export function barredMeeting(
  was: Meeting | undefined,
  is: Meeting,
  on: Day,
  today: Day,
): Outcome<never> | null {
  const isMoved = was?.status === 'planned' && is.status === 'planned';
  if (was && !isMoved && !transition('meeting', was.status, is.status))
    return refuse('transition-not-allowed', { state: was.status, to: is.status });
  if (is.status === 'tookPlace' && on > today) return refuse('day-not-possible', { latest: today });
  if (is.status === 'planned' && on < today) return refuse('day-not-possible', { earliest: today });
  return null;
}

/** A list with one entry replaced, or added at its end. */
export function withEntry<T extends { readonly id: string }>(all: readonly T[], one: T): T[] {
  return all.some(({ id }) => id === one.id)
    ? all.map((other) => (other.id === one.id ? one : other))
    : [...all, one];
}
