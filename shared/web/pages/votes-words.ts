import type { Vote } from '../../domain/panel.ts';
import { voteWords } from '../placing-words.ts';

/** How far the votes on a case have come. */
export interface VotesSoFar {
  readonly needed: number;
  /** Whether the chair has to be one of those who agree. */
  readonly chair: boolean;
  readonly cast: number;
  /** What the reader voted for. */
  readonly own: Vote['for'] | null;
}

/** Whom a case still waits for, in a sentence or two. */
export function votesWords({ needed, chair, cast, own }: VotesSoFar): string {
  const waiting = needed - cast;
  const far =
    waiting > 0
      ? `${cast} of ${needed} members have voted, so it waits for ${waiting} of ${needed}.`
      : `${cast} members have voted, and ${needed} are needed. It is decided when most of them agree.`;
  const chaired = chair ? ' The chair has to be one of those who agree.' : '';
  const yours = own === null ? '' : ` You voted: ${voteWords[own].toLowerCase()}.`;
  return `${far}${chaired}${yours}`;
}
