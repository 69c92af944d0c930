import type { Asking } from '../ask.ts';
import type { Chapter, Story } from '../story.ts';

/** What goes with a call: where it goes and what it carries. */
export type Sent = Pick<Asking, 'params' | 'query' | 'body' | 'ifMatch'>;

/** A call of one route that succeeds, with the point of the story at which it does. */
export interface Sample {
  readonly chapter: Chapter;
  /** A member for whom it succeeds. */
  readonly as: string;
  /** What else must have happened first. */
  readonly first?: (story: Story) => Promise<unknown>;
  readonly sent: (story: Story) => Sent | Promise<Sent>;
}

/** A sample that needs the story only to the point where there is a plan. */
export function simple(as: string, sent: Sent = {}, first?: Sample['first']): Sample {
  return { chapter: 'planned', as, sent: () => sent, ...(first && { first }) };
}

/** Sends a sample, after what must come first. */
export async function ask(story: Story, route: string, sample: Sample, more: Asking = {}) {
  return story.ask(route, { as: sample.as, ...(await sample.sent(story)), ...more });
}
