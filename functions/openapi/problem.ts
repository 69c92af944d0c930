import * as z from 'zod';
import type { Problem } from '../../shared/http/problems.ts';

/** The shape of every error answer. */
export const ProblemShown: z.ZodType<Problem> = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().describe('What went wrong, in a word that never changes.'),
  detail: z.string(),
  fix: z.string().describe('What to do about it.'),
  errors: z
    .array(z.strictObject({ pointer: z.string().describe('A JSON pointer.'), message: z.string() }))
    .optional(),
  facts: z.record(z.string(), z.string()).optional().describe('Ids, days and states that make it exact.'),
});

interface Answered {
  readonly description: string;
  /** Whether API Gateway answers before any of our code does, in its own words. */
  readonly byGateway?: true;
}

/** What an error answer says, by its status. */
export const problemStatuses: Readonly<Record<number, Answered>> = {
  400: { description: 'What was sent is not of the shape asked for.' },
  401: { description: 'There is no token, or it is not or no longer good.', byGateway: true },
  403: { description: 'You may not do this, or not in this case.' },
  404: { description: 'There is nothing of this name that you could see.' },
  409: { description: 'It cannot be done as things stand. Sending the same again cannot help.' },
  412: { description: 'Somebody changed it since you read it.' },
  413: { description: 'The body is larger than 256 kB.' },
  422: {
    description: 'What was sent contradicts itself, what is on record, or an earlier use of the same key.',
  },
  428: { description: 'The header If-Match is missing.' },
  429: { description: 'Too much is asked at once. Try again in a moment.', byGateway: true },
  500: { description: 'Something went wrong on our side.' },
  503: { description: 'Too many were writing at once. Send the same again with the same key.' },
};
