import { daysBetween } from '../../../domain/day.ts';
import type { Proposal, Waiting } from '../../../domain/proposal.ts';
import type { Measure, MeasureRow } from '../measure.ts';
import { isAskedFor, livedStays, referrals } from '../of-programme.ts';
import type { ReportFacts } from '../report-facts.ts';

const steps = [
  { code: 'awaitingPerson', words: 'The person and who works with them: their view' },
  { code: 'awaitingProvider', words: 'The provider: their answer' },
  { code: 'awaitingPanel', words: 'The panel: its decision' },
  { code: 'approvedToArrived', words: 'The home: from approval to moving in' },
  { code: 'requestToArrived', words: 'In all: from the request to moving in' },
] as const;

export const timePerStep: Measure = {
  code: 'timePerStep',
  words: 'How long each step takes, and whose step it is',
  counted:
    'The middle number of calendar days of every step that ended on these days. A step that was never taken, because the proposal ran out or was called off, is not among them.',
  denominator: null,
  unit: 'days',
  figure: 'median',
  needs: ['requests', 'proposals', 'stays', 'homes'],
  count: (facts) => {
    const rows = [...stepsTaken(facts), ...arrivals(facts)];
    return {
      rows: rows.filter(({ on }) => isAskedFor(facts, on)),
      lines: steps.map(({ code, words }) => ({ code, words, cells: [code], of: null })),
    };
  },
};

function stepsTaken(facts: ReportFacts): MeasureRow[] {
  const ours = new Set(referrals(facts).map(({ request }) => request.id));
  return facts.proposals
    .filter(({ requestId }) => ours.has(requestId))
    .flatMap(({ id, personId, stepsTaken: taken = [] }) =>
      taken.map(({ step, since, until }) => ({
        ...{ kind: 'proposal', reference: id, cell: step, personId },
        ...{ on: until, counted: daysBetween(since, until) },
      })),
    );
}

const lastOf = ({ stepsTaken: taken = [] }: Proposal, step: Waiting) =>
  taken.findLast((one) => one.step === step);

function arrivals(facts: ReportFacts): MeasureRow[] {
  const proposals = new Map(facts.proposals.map((one) => [one.id, one]));
  const queuedOn = new Map(facts.requests.map(({ request }) => [request.id, request.queuedOn]));
  return livedStays(facts).flatMap(({ stay, file }): MeasureRow[] => {
    const proposal = file.proposalId === null ? undefined : proposals.get(file.proposalId);
    if (!proposal) return [];
    const row = { kind: 'stay' as const, reference: stay.id, on: stay.from, personId: stay.personId };
    const approvedOn = lastOf(proposal, 'awaitingPanel')?.until;
    const askedOn = queuedOn.get(proposal.requestId);
    return [
      ...(approvedOn
        ? [{ ...row, cell: 'approvedToArrived', counted: daysBetween(approvedOn, stay.from) }]
        : []),
      ...(askedOn ? [{ ...row, cell: 'requestToArrived', counted: daysBetween(askedOn, stay.from) }] : []),
    ];
  });
}
