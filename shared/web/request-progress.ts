import type { PlacementRequest } from '../domain/placement-request.ts';

/** A step on the way from asking to being followed up at home. */
export interface Step {
  readonly text: string;
  readonly state: 'done' | 'now' | 'later';
}

const steps = [
  'You send the request',
  'The programme lead reviews it',
  'A home is proposed',
  'The panel decides',
  'They leave hospital',
  'They are followed up',
] as const;

/** Somebody may leave hospital before a home is found, so it is done whenever it is. */
const leaving = 4;

/** How many steps are done, by the state of the request; null once it led nowhere. */
const doneBy: Readonly<Record<PlacementRequest['status'], number | null>> = {
  draft: 0,
  submitted: 1,
  inReview: 1,
  infoRequested: 1,
  paused: 1,
  readyToPlace: 2,
  proposed: 3,
  placed: 4,
  closed: 4,
  rejected: null,
  withdrawn: null,
  expired: null,
};

/**
 * How far a request is, in plain steps; none once it led nowhere.
 * @param pausedFrom what it was before it was paused
 * @param left whether the person has left hospital, and whether a follow-up is still owed
 */
export function stepsOf(
  status: PlacementRequest['status'],
  pausedFrom: PlacementRequest['status'] | null,
  left: { readonly hasLeft: boolean; readonly isOwed: boolean },
): readonly Step[] {
  const before = doneBy[pausedFrom ?? status];
  if (before === null) return [];
  const isDone = steps.map((_, at) =>
    at === leaving ? left.hasLeft : at > leaving ? left.hasLeft && !left.isOwed : at < before,
  );
  const now = isDone.indexOf(false);
  return steps.map((text, at) => ({ text, state: isDone[at] ? 'done' : at === now ? 'now' : 'later' }));
}
