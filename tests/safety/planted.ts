/** What must never break, where it is kept, and a fault that lets it break. */
export interface Planted {
  /** Number and words of the invariant. */
  readonly number: number;
  readonly invariant: string;
  /** Where it is kept: a file, and a condition in it. */
  readonly file: string;
  readonly condition: string;
  /** What stands there when it is gone. */
  readonly without: string;
  /** The test file that then fails. */
  readonly test: string;
}

/**
 * One fault for each invariant, two where it has two sides. `npm run safety` plants each in a copy of the project and runs
 * the test that is named: a fault that no test sees is a hole in the tests.
 */
export const planted: readonly Planted[] = [
  {
    number: 1,
    invariant: 'A night of a room is promised to one person, turnaround included',
    file: 'shared/domain/ledger.ts',
    condition: "  if (taken) return refuse('room-taken', { roomId: room.id, from: taken.from });",
    without: '  void taken;',
    test: 'tests/property/domain/ledger.test.ts',
  },
  {
    number: 1,
    invariant: 'A night of a room is promised to one person, turnaround included',
    file: 'shared/domain/ledger.ts',
    condition: '  if (turnaround?.until) return',
    without: '  if (turnaround?.until === null) return',
    test: 'tests/property/domain/ledger.test.ts',
  },
  {
    number: 2,
    invariant: 'Somebody has at most one live offer and one tenancy',
    file: 'shared/usecases/placing/make-proposals.ts',
    condition: '  if (scene.moves.get(person.person.id)?.proposalId) return',
    without: '  if (scene.moves.get(person.person.id)?.proposalId === undefined) return',
    test: 'tests/journeys/refusals.test.ts',
  },
  {
    number: 3,
    invariant: 'Licence, house mix and clashes hold for everybody in the house on every night',
    file: 'shared/domain/ledger.ts',
    condition: '    if (mates.some((mate) => areApart(mate, occupant)))',
    without: '    if (mates.some((mate) => areApart(mate, occupant)) && promisesOnly === undefined)',
    test: 'tests/property/domain/ledger.test.ts',
  },
  {
    number: 3,
    invariant: 'Licence, house mix and clashes hold for everybody in the house on every night',
    file: 'shared/domain/ledger.ts',
    condition: '      cap !== null && of(occupant) > 0 && all.reduce((sum, one) => sum + of(one), 0) > cap;',
    without:
      '      cap !== null && of(occupant) > 0 && all.reduce((sum, one) => sum + of(one), 0) > cap + 1;',
    test: 'tests/property/domain/ledger.test.ts',
  },
  {
    number: 4,
    invariant: 'When a move of a chain falls through, every later one ends with it',
    file: 'shared/usecases/placing/release.ts',
    condition:
      '    .filter((one) => following.has(one.id) || (linked.includes(one.id) && one.position > position));',
    without: '    .filter((one) => following.has(one.id) && linked.length === 0 && position < 0);',
    test: 'tests/journeys/placement.test.ts',
  },
  {
    number: 5,
    invariant: 'Nobody decides on what they proposed, asked for or work on, or declared a conflict with',
    file: 'shared/access/own-case.ts',
    condition: "  if (proposal.proposedBy === member.id) return 'proposer-cannot-decide';",
    without: '',
    test: 'tests/journeys/refusals.test.ts',
  },
  {
    number: 5,
    invariant: 'Nobody decides on what they proposed, asked for or work on, or declared a conflict with',
    file: 'shared/usecases/panels/panel-case.ts',
    condition: "  if (declaredHere.length > 0) return 'conflict-declared';",
    without: '',
    test: 'tests/journeys/panel.test.ts',
  },
  {
    number: 5,
    invariant: 'As many members agree as the policy asks for, the chair where the chair is needed',
    file: 'shared/usecases/panels/quorum.ts',
    condition: '  const chaired = !needed.chair ||',
    without: '  const chaired = needed.chair ||',
    test: 'tests/journeys/panel.test.ts',
  },
  {
    number: 6,
    invariant: 'No way leads from the engine or a job to an approval',
    file: 'functions/doors.ts',
    condition: "const plans = ['plan', 'suggestion', 'lease'];",
    without: "const plans = ['plan', 'suggestion', 'lease', 'decision'];",
    test: 'tests/infra/service-stack.test.ts',
  },
  {
    number: 7,
    invariant: 'What the person says, or why it could not be had, comes before the panel; a no stops it',
    file: 'shared/usecases/proposals/record-view.ts',
    condition: "    if (view.answer === 'no') {",
    without: "    if (view.answer === 'no' && view.words === '') {",
    test: 'tests/journeys/a-no.test.ts',
  },
  {
    number: 8,
    invariant: 'A decision has a reason and names what it rests on',
    file: 'shared/usecases/proposals/rulings.ts',
    condition: '  reason: z.string().trim().min(20).max(4000),',
    without: '  reason: z.string().max(4000),',
    test: 'tests/journeys/panel.test.ts',
  },
  {
    number: 9,
    invariant: 'A review is decided by nobody who had a part in the first decision',
    file: 'shared/usecases/panels/decide-review.ts',
    condition: '    if (firstPanel.includes(who.id) || askedBy === who.id)',
    without: '    if (askedBy === who.id)',
    test: 'tests/journeys/panel.test.ts',
  },
  {
    number: 10,
    invariant:
      'Nobody is proposed into an area or a home they must stay out of, whoever would set that aside',
    file: 'shared/usecases/placing/judge.ts',
    condition: '    check.overridableBy !== null && overrides.some',
    without: '    overrides.some',
    test: 'tests/journeys/panel.test.ts',
  },
  {
    number: 11,
    invariant: 'A score is the sum of its parts, and the same facts give the same score',
    file: 'shared/matching/scores/score.ts',
    condition: '  for (const term of terms) sum += pointsOf(term, s, p, at);',
    without: '  for (const term of terms) sum += pointsOf(term, s, p, at) + 1;',
    test: 'tests/property/matching/plan-rules.test.ts',
  },
  {
    number: 12,
    invariant: 'A proposal is approved on the facts that were read, or not at all',
    file: 'shared/usecases/placing/approve.ts',
    condition: '  if (stale) return stale;',
    without: '',
    test: 'tests/journeys/stale-approval.test.ts',
  },
  {
    number: 13,
    invariant: 'Time runs out by comparison, wherever it is read',
    file: 'shared/usecases/placing/clocks.ts',
    condition: '  return now >= expiresAt || (today > clock.answerBy && !waitsForLinks);',
    without: '  return now >= expiresAt && waitsForLinks;',
    test: 'tests/journeys/clocks.test.ts',
  },
  {
    number: 14,
    invariant: 'States change as the table says and in no other way',
    file: 'shared/store/steps.ts',
    condition: '  if (!transition(machine, from, to)) throw',
    without: '  if (from === undefined) throw',
    test: 'tests/unit/store/steps.test.ts',
  },
  {
    number: 15,
    invariant: 'Every version of every record is named once in the trail of each of its subjects',
    file: 'shared/store/commit.ts',
    condition: '      bySubject.set(subject, [...(bySubject.get(subject) ?? []), step.change]);',
    without: '      bySubject.set(subject, [step.change]);',
    test: 'tests/journeys/withdrawal.test.ts',
  },
  {
    number: 16,
    invariant: 'A commit is whole or it is not: every record is still as it was read',
    file: 'shared/store/commit.ts',
    condition: "        ConditionExpression: '#version = :expects',",
    without: "        ConditionExpression: '#version >= :expects OR attribute_exists(#version)',",
    test: 'tests/races/store.test.ts',
  },
  {
    number: 17,
    invariant: 'The same key and payload have one effect and one answer, for ever',
    file: 'shared/store/commit.ts',
    condition: "  if (kept.payload !== payload) return refuse('key-reused');",
    without: '',
    test: 'tests/unit/store/commit.test.ts',
  },
  {
    number: 18,
    invariant: 'A commit is told of once to each recipient, and a message is sent once',
    file: 'shared/store/message-writer.ts',
    condition:
      "        ConditionExpression: expects === 0 ? 'attribute_not_exists(#key)' : '#version = :expects',",
    without:
      "        ConditionExpression: expects === 0 ? 'attribute_not_exists(#nothing)' : '#version = :expects',",
    test: 'tests/journeys/messages.test.ts',
  },
];
