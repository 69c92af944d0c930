import type { Model } from './linearizability.ts';

/** What a client asks about the rooms of a home and the people proposed for them. */
export type Asked =
  /** `proposalId` is as answered; where no answer came, as it would be made; null where nothing would. */
  | {
      readonly do: 'propose';
      readonly personId: string;
      readonly roomId: string;
      readonly proposalId: string | null;
    }
  | AskedOfProposal
  | { readonly do: 'readVacancy'; readonly roomId: string }
  | { readonly do: 'readCalendar'; readonly roomId: string };

export type AskedOfProposal = { readonly proposalId: string } & (
  | { readonly do: 'view'; readonly answer: 'yes' | 'no' | 'wantsToTalk' }
  | { readonly do: 'answer'; readonly answer: 'accept' | 'refuse' }
  | { readonly do: 'renew' | 'approve'; readonly ifMatch: number }
  | { readonly do: 'withdraw' | 'read' }
);

/** Where a proposal stands, and in which version. */
export interface Standing {
  readonly status: string;
  readonly version: number;
}

export type Told =
  | ({ readonly kind: 'standing' } & Standing)
  /** Why nothing was done, with the state that was in the way where the answer names one. */
  | { readonly kind: 'refused'; readonly code: string; readonly state: string | null }
  /** The proposal a vacancy is reserved for. */
  | { readonly kind: 'vacancy'; readonly reservedFor: string | null }
  /** What the calendar says of the room. */
  | { readonly kind: 'night'; readonly status: string };

/** The proposal a room is held for or promised to, and where every proposal ever made for it stands. */
export interface RoomState {
  readonly takenBy: string | null;
  readonly proposals: ReadonlyMap<string, Standing>;
}

/** A room that is free, held or promised, as one client at a time would find it. */
export const roomModel: Model<RoomState, Asked, Told> = {
  initial: { takenBy: null, proposals: new Map() },
  step(state, asked, told) {
    if (asked.do === 'propose') return proposed(state, asked.proposalId, told);
    if (asked.do === 'readVacancy')
      return told?.kind === 'vacancy' && told.reservedFor === state.takenBy ? state : null;
    if (asked.do === 'readCalendar')
      return told?.kind === 'night' && told.status === nightOf(state) ? state : null;
    const standing = state.proposals.get(asked.proposalId);
    // One whose maker never heard of it may not be there, or not yet.
    if (!standing) return told?.kind === 'refused' && told.code === 'not-found' ? state : null;
    if (told?.kind === 'refused') return isTrue(told, asked, standing) ? state : null;
    const after = stepTaken(standing, asked);
    if (!after || !agrees(told, after)) return null;
    return after === standing ? state : moved(state, asked.proposalId, after);
  },
  key: ({ takenBy, proposals }) => JSON.stringify([takenBy, [...proposals].sort()]),
};

/** Where a proposal stands while it may lead to a move. */
export const live: ReadonlySet<string> = new Set([
  'awaitingPerson',
  'awaitingProvider',
  'awaitingPanel',
  'approved',
]);
const isLive = ({ status }: Standing): boolean => live.has(status);
const isUndecided = (standing: Standing): boolean => isLive(standing) && standing.status !== 'approved';

/** Whether an answer, where one came, says where a proposal stands. */
const agrees = (told: Told | null, { status, version }: Standing): boolean =>
  told === null || (told.kind === 'standing' && told.status === status && told.version === version);

function proposed(state: RoomState, proposalId: string | null, told: Told | null): RoomState | null {
  const isTaken = state.takenBy !== null;
  if (told?.kind === 'refused') return isTaken && told.code === 'room-taken' ? state : null;
  const first: Standing = { status: 'awaitingPerson', version: 1 };
  return isTaken || proposalId === null || !agrees(told, first) ? null : moved(state, proposalId, first);
}

/** Only the proposal that has the room ever changes where it stands. */
function moved({ proposals }: RoomState, proposalId: string, standing: Standing): RoomState {
  return {
    takenBy: isLive(standing) ? proposalId : null,
    proposals: new Map(proposals).set(proposalId, standing),
  };
}

function nightOf({ takenBy, proposals }: RoomState): string {
  if (takenBy === null) return 'free';
  return proposals.get(takenBy)?.status === 'approved' ? 'promised' : 'held';
}

/** Where a proposal stands after a step; null where the step cannot be taken. */
function stepTaken(standing: Standing, asked: AskedOfProposal): Standing | null {
  const { status, version } = standing;
  const to = (next: string): Standing => ({ status: next, version: version + 1 });
  switch (asked.do) {
    case 'read':
      return standing;
    case 'view':
      if (!isUndecided(standing)) return null;
      if (asked.answer === 'no') return to('declined');
      return status === 'awaitingPerson' && asked.answer === 'yes' ? to('awaitingProvider') : standing;
    case 'answer':
      if (status !== 'awaitingProvider') return null;
      return to(asked.answer === 'accept' ? 'awaitingPanel' : 'declined');
    case 'renew':
      return isUndecided(standing) && version === asked.ifMatch ? to(status) : null;
    case 'approve':
      return status === 'awaitingPanel' && version === asked.ifMatch ? to('approved') : null;
    case 'withdraw':
      return isLive(standing) ? to('cancelled') : null;
  }
}

/** Whether what a refusal says is so. */
function isTrue(
  { code, state }: { readonly code: string; readonly state: string | null },
  asked: AskedOfProposal,
  standing: Standing,
): boolean {
  const { status, version } = standing;
  if (state !== null && state !== status) return false;
  const awaitsPanel = asked.do === 'approve' && status === 'awaitingPanel';
  switch (code) {
    case 'already-decided':
      return asked.do === 'approve' && (status === 'approved' || status === 'declined');
    case 'person-view-missing':
      return asked.do === 'approve' && status === 'awaitingPerson';
    // The homes, people and other promises that a proposal rests on are not in this model.
    case 'facts-changed':
      return awaitsPanel;
    case 'version-changed':
      return (awaitsPanel || asked.do === 'renew') && 'ifMatch' in asked && asked.ifMatch !== version;
    case 'transition-not-allowed':
      return stepTaken(standing, 'ifMatch' in asked ? { ...asked, ifMatch: version } : asked) === null;
    default:
      return false;
  }
}
