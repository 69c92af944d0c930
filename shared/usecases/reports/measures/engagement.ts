import type { Measure } from '../measure.ts';
import { isTakenOn, newReferrals, proposedRequests } from '../of-programme.ts';

/** @source Step Together, Venus, Sefton, five-year evaluation: 75 of 160 referred, 46.9 % (SOURCES.md 3) */
export const engagement: Measure = {
  code: 'engagement',
  words: 'Engaged, of those referred',
  counted:
    'A request counts as engaged once the programme has said yes to it, or the person was proposed for a home. One that ended before counts as referred only.',
  denominator: 'Every request made on these days, drafts apart.',
  unit: 'requests',
  figure: 'sum',
  needs: ['requests', 'proposals'],
  count: (facts) => {
    const proposed = proposedRequests(facts);
    const all = ['engaged', 'notEngaged'];
    return {
      rows: newReferrals(facts).map((file) => ({
        ...{ kind: 'request', reference: file.request.id, on: file.request.queuedOn, counted: 1 },
        ...{ cell: isTakenOn(file, proposed) ? 'engaged' : 'notEngaged', personId: file.request.personId },
      })),
      lines: [
        { code: 'referred', words: 'Referred', cells: all, of: null },
        { code: 'engaged', words: 'Engaged', cells: ['engaged'], of: all },
      ],
    };
  },
};
