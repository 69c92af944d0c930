import * as z from 'zod';
import type { Instant } from '../../domain/day.ts';
import { followUpState } from '../../domain/discharge-figures.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { Stay } from '../../domain/stay.ts';
import { waitsForWhom } from '../placing/workflow.ts';
import type { DischargeFound } from './change-discharge.ts';
import { whatIsMissing } from './what-is-missing.ts';

/** Who takes the next step, and what it is. */
export const Turn = z.strictObject({
  who: z.enum(['ward', 'programmeLead', 'officer', 'person', 'provider', 'panel', 'followUpOwner', 'nobody']),
  next: z.string(),
});
export type Turn = z.infer<typeof Turn>;

const turn = (who: Turn['who'], next: string): Turn => ({ who, next });

const ended = turn('nobody', 'The request for a place is over.');

/** While a request waits: by its state, apart from those that depend on more. */
const byState: Readonly<Record<string, Turn>> = {
  draft: turn('ward', 'Send in the request.'),
  submitted: turn('programmeLead', 'Begin the review of the request.'),
  inReview: turn('programmeLead', 'Finish the review of the request.'),
  infoRequested: turn('ward', 'Answer the question about the request.'),
  paused: turn('ward', 'Take the request off hold when the person is ready.'),
  readyToPlace: turn('officer', 'Propose a room.'),
  rejected: ended,
  withdrawn: ended,
  expired: ended,
};

const byProposal: Readonly<Record<ReturnType<typeof waitsForWhom>, Turn>> = {
  person: turn('person', 'Say what they think of the room proposed.'),
  provider: turn('provider', 'Answer the referral.'),
  panel: turn('panel', 'Decide on the proposal.'),
  information: turn('ward', 'Answer the question about the proposal.'),
};

/**
 * Whose turn it is with a patient's discharge. Leaving hospital comes before the move that it makes possible, and a
 * follow-up that is owed before everything else.
 * @param proposal the one live proposal for the person, if there is one
 * @param stay what it became once it was approved, if it was
 */
export function whoseTurn(
  found: DischargeFound,
  proposal: Proposal | null,
  stay: Stay | null,
  now: Instant,
): Turn {
  const { request } = found.kept.data;
  const { made } = found.file;
  if (made) {
    const states = made.followUps.map((one) => followUpState(one, now));
    if (states.includes('missed'))
      return turn('followUpOwner', 'Reach the person: the follow-up is overdue.');
    if (states.includes('due')) return turn('followUpOwner', 'Follow the person up before it is due.');
    return turn('nobody', 'The person has left hospital and nothing is owed.');
  }
  if (request.status === 'proposed' && proposal) return byProposal[waitsForWhom(proposal)];
  if (request.status !== 'placed' && request.status !== 'closed')
    return byState[request.status] ?? byProposal.panel;
  const { owners, items } = whatIsMissing(found.file, found.model);
  if (owners.length > 0) return turn('ward', 'Name who follows the person up after hospital.');
  if (items.length > 0) return turn('ward', 'Arrange what is left of the checklist.');
  return stay?.status === 'provisional'
    ? turn('person', 'Say whether they take the home.')
    : turn('ward', 'Record the discharge.');
}
