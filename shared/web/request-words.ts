import type { PlacementRequest } from '../domain/placement-request.ts';
import type { TagColour } from './components/tag.tsx';

/** Where a request stands, and whose turn it is, in the words of whoever asked. */
export interface Standing {
  readonly text: string;
  readonly colour: TagColour;
  readonly turn: string;
}

/** By the state of the request. What is computed from days, such as a long delay, is said apart. */
export const requestStanding: Readonly<Record<PlacementRequest['status'], Standing>> = {
  draft: { text: 'Not sent yet', colour: 'grey', turn: 'You: finish the request and send it' },
  submitted: { text: 'Sent', colour: 'blue', turn: 'The programme lead: review the request' },
  inReview: { text: 'In review', colour: 'blue', turn: 'The programme lead: finish the review' },
  infoRequested: { text: 'Question for you', colour: 'orange', turn: 'You: answer the question' },
  readyToPlace: { text: 'Ready to place', colour: 'green', turn: 'Housing: propose a home' },
  proposed: { text: 'Home proposed', colour: 'teal', turn: 'The person, the provider, then the panel' },
  placed: { text: 'Home approved', colour: 'green', turn: 'You: prepare the discharge' },
  paused: { text: 'Paused', colour: 'grey', turn: 'You: end the pause when they are well enough' },
  closed: { text: 'Closed', colour: 'grey', turn: 'Nobody' },
  rejected: { text: 'Turned down', colour: 'red', turn: 'Nobody' },
  withdrawn: { text: 'Withdrawn', colour: 'grey', turn: 'Nobody' },
  expired: { text: 'Run out', colour: 'grey', turn: 'Nobody' },
};
