import type { RequestFile } from '../../../domain/files.ts';
import type { Count, Measure, MeasureLine } from '../measure.ts';
import { newReferrals, proposedRequests } from '../of-programme.ts';
import type { ReportFacts } from '../report-facts.ts';

const steps = [
  { code: 'referred', words: 'Referred' },
  { code: 'suggested', words: 'Suggested a room' },
  { code: 'proposed', words: 'Proposed for a room' },
  { code: 'approved', words: 'Approved' },
  { code: 'movedIn', words: 'Moved in' },
] as const;
type Step = (typeof steps)[number]['code'];

export const funnel: Measure = {
  code: 'funnel',
  words: 'From referral to moving in',
  counted:
    'Each request made on these days counts for the furthest step it has reached so far, and for every step before it. A room is suggested by the plan in force, or was proposed.',
  denominator: 'Every request made on these days, drafts apart.',
  unit: 'requests',
  figure: 'sum',
  needs: ['requests', 'proposals', 'stays', 'suggested'],
  count,
};

function count(facts: ReportFacts): Count {
  const furthest = furthestIn(facts);
  const referred = steps.map(({ code }) => code);
  return {
    rows: newReferrals(facts).map((file) => ({
      ...{ kind: 'request', reference: file.request.id, cell: furthest(file), counted: 1 },
      ...{ on: file.request.queuedOn, personId: file.request.personId },
    })),
    lines: steps.map(
      ({ code, words }, at): MeasureLine => ({ code, words, cells: referred.slice(at), of: referred }),
    ),
  };
}

function furthestIn(facts: ReportFacts): (file: RequestFile) => Step {
  const requestOf = new Map(facts.proposals.map(({ id, requestId }) => [String(id), String(requestId)]));
  const approved = new Set<string>();
  const movedIn = new Set<string>();
  for (const { stay, proposalId } of facts.stays) {
    const request = proposalId === null ? undefined : requestOf.get(proposalId);
    if (request === undefined) continue;
    approved.add(request);
    if ('absences' in stay) movedIn.add(request);
  }
  const proposed = proposedRequests(facts);
  const suggested = new Set(facts.suggested);
  return ({ request: { id } }) => {
    if (movedIn.has(id)) return 'movedIn';
    if (approved.has(id)) return 'approved';
    if (proposed.has(id)) return 'proposed';
    return suggested.has(id) ? 'suggested' : 'referred';
  };
}
