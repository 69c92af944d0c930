import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import type { VacancyFile } from '../../domain/files.ts';
import { ChainId, PersonId, type PlanId, ProposalId, RoomId, type SuggestionId } from '../../domain/ids.ts';
import { withPeriod } from '../../domain/ledger.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Special } from '../../domain/panel.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import type { Step } from '../../store/steps.ts';
import type { Call, Deps } from '../call.ts';
import { occupantOf } from '../occupant.ts';
import { basisOf, digestOfAll, digestsOf } from './basis.ts';
import { type Booking, book, booksOf, dropHolds } from './book.ts';
import { clockFrom } from './clocks.ts';
import { type Judged, judge } from './judge.ts';
import { type Scene, stepsOf } from './scene.ts';
import { endOf, isKeptForAnother, type WantedMove } from './wanted-move.ts';
import { stepsFor } from './workflow.ts';

/** A move with where it came from; by hand when there is no suggestion. */
export interface MoveToPropose extends WantedMove {
  readonly suggestionId: SuggestionId | null;
  /** Why it is proposed though the plan suggests somebody else for the room. */
  readonly insteadBecause?: string | null;
  /** The best other rooms that fit the person; null where no plan in force says. */
  readonly alternatives: readonly RoomId[] | null;
}

export const ProposalsMade = z.strictObject({
  chainId: ChainId.nullable(),
  proposals: z.array(
    z.strictObject({
      id: ProposalId,
      version: z.int(),
      status: z.string(),
      personId: PersonId,
      roomId: RoomId,
      moveOn: Day,
      holdsRoom: z.boolean(),
    }),
  ),
});
export type ProposalsMade = z.infer<typeof ProposalsMade>;

/**
 * Makes proposals of moves that hang together: every room is held, every request and person is taken, and each proposal
 * keeps the explanation it was made on. All of them, or none. A room held for somebody else may get a ranked backup
 * where the policy allows them: it holds nothing and waits.
 */
export function makeProposals(
  deps: Deps,
  call: Call,
  scene: Scene,
  moves: readonly MoveToPropose[],
  planId: PlanId | null,
): Outcome<{ steps: Step[]; answer: ProposalsMade }> {
  const busy = moves.map((move) => personBusy(scene, move)).find((one) => one !== null);
  if (busy) return busy;
  const waits = waitsBehind(scene, moves);
  if (!waits.ok) return waits;
  const chainId = moves.length > 1 ? ChainId.parse(deps.writing.newId('chain')) : null;
  const expiresAt = endOf(addWorkingDays(scene.today, scene.policy.clocks.holdWorkingDays));
  const made = moves.map((move, position): Made => {
    const { suggestionId, person, request, room, home, stay, vacancy, on } = move;
    const workflow = stepsFor(deps, request, home);
    const step = workflow.steps[0] ?? 'awaitingPanel';
    return {
      move,
      proposal: {
        id: ProposalId.parse(deps.writing.newId('proposal')),
        suggestionId,
        planId,
        chainId,
        requestId: request.request.id,
        personId: person.person.id,
        roomId: room.id,
        homeId: home.home.id,
        fromRoomId: stay?.stay.roomId ?? null,
        fromHomeId: stay?.homeId ?? null,
        vacancyId: vacancy?.vacancy.id ?? null,
        position,
        moveOn: on,
        proposedBy: call.who.data.id,
        policyVersion: scene.policy.version,
        ...workflow,
        alternatives: move.alternatives && [...move.alternatives],
        digests: digestsOf(basisOf(scene, move)),
        special: specialOf(scene, move),
        overrides: [...move.overrides],
        insteadBecause: move.insteadBecause ?? null,
        holdsRoom: !waits.value,
        expiresAt,
        clock: clockFrom(deps, scene, request, step),
        waitingFor: null,
        answers: [],
        status: step,
      },
    };
  });
  const tried = booksOf(scene);
  if (waits.value) dropHolds(tried, new Set([waits.value]));
  const booked = book(deps, scene, tried, made.map(bookingOf));
  if (!booked.ok) return booked;
  const judged = judge(deps, scene, moves, false);
  if (!judged.ok) return judged;
  const wrong = moves.map((move, i) => overrideBarred(call, move, judged.value[i])).find((one) => one);
  if (wrong) return wrong;
  for (const one of made) keep(scene, one);
  if (chainId !== null && moves[0])
    scene.chains.set({
      id: chainId,
      status: 'proposed',
      homeId: moves[0].home.home.id,
      proposals: made.map(({ proposal }) => proposal.id),
      basis: digestOfAll(made.map(({ proposal }) => proposal.digests)),
    });
  for (const [i, { proposal }] of made.entries()) {
    const because = judged.value[i];
    if (because) scene.explanations.set({ proposalId: proposal.id, personId: proposal.personId, ...because });
  }
  return done({ steps: stepsOf(scene), answer: { chainId, proposals: made.map(shown) } });
}

/** What makes a panel ask for more than an ordinary majority. */
function specialOf(scene: Scene, { person, overrides, insteadBecause }: MoveToPropose): Special[] {
  return [
    ...(overrides.length > 0 ? ['ruleOverridden' as const] : []),
    ...(insteadBecause ? ['notTopRanked' as const] : []),
    ...(occupantOf(person, scene.today).highRisk ? ['highRisk' as const] : []),
  ];
}

/** A rule is set aside only where it fails and whoever may set it aside does, or is asked to at the panel. */
function overrideBarred(call: Call, { overrides }: MoveToPropose, judged: Judged | undefined) {
  for (const { rule } of overrides) {
    const check = judged?.checks.find((one) => one.rule === rule);
    const by = check?.verdict === 'fail' ? check.overridableBy : null;
    const may = by === 'panelChair' || (by === 'programmeLead' && call.who.data.roles.includes(by));
    if (!may) return refuse('override-not-possible', { rule, by: by ?? 'nobody' });
  }
  return null;
}

interface Made {
  readonly move: MoveToPropose;
  readonly proposal: Proposal;
}

function personBusy(scene: Scene, { person, request }: MoveToPropose) {
  const facts = { personId: person.person.id };
  if (person.withdrawn) return refuse('person-withdrawn', facts);
  if (scene.moves.get(person.person.id)?.proposalId) return refuse('person-already-promised', facts);
  const { status } = request.request;
  return status === 'readyToPlace' ? null : refuse('transition-not-allowed', { ...facts, state: status });
}

/** The proposal that holds the room already, where the policy lets another wait behind it; null where nothing holds it. */
function waitsBehind(scene: Scene, moves: readonly MoveToPropose[]): Outcome<ProposalId | null> {
  const [first] = moves;
  const held = moves.find(({ vacancy }) => vacancy && isKeptForAnother(vacancy, new Set(), scene.now));
  const file = held?.vacancy;
  if (file?.vacancy.status !== 'reserved') return done(null);
  const { vacancy, backups } = file;
  if (held !== first || moves.length > 1 || backups.length >= scene.policy.rankedBackups)
    return refuse('room-taken', { roomId: vacancy.roomId, until: vacancy.until });
  return done(vacancy.proposalId);
}

function bookingOf({ move, proposal }: Made): Booking {
  const { id: proposalId, roomId, personId, moveOn: from, expiresAt } = proposal;
  return { move, period: { kind: 'hold', roomId, from, until: null, proposalId, personId, expiresAt } };
}

/** Puts a proposal and what it takes on the scene's shelves: the room, the vacancy, the request, the person. */
function keep(scene: Scene, made: Made): void {
  const { move, proposal } = made;
  const { person, request, vacancy } = move;
  scene.proposals.set(proposal);
  if (request.request.status !== 'paused')
    scene.requests.set({ ...request, request: { ...request.request, status: 'proposed' } });
  const live = scene.moves.get(proposal.personId);
  if (live) scene.moves.set({ ...live, proposalId: proposal.id });
  scene.people.relyOn(proposal.personId);
  scene.homes.relyOn(proposal.homeId);
  const ledger = scene.ledgers.get(proposal.homeId);
  if (ledger && proposal.holdsRoom)
    scene.ledgers.set(withPeriod(ledger, bookingOf(made).period, occupantOf(person, scene.today)));
  if (vacancy)
    scene.vacancies.set(proposal.holdsRoom ? reserved(vacancy, proposal) : queued(vacancy, proposal));
}

export function reserved(
  file: VacancyFile,
  { id: proposalId, expiresAt: until, moveOn }: Proposal,
): VacancyFile {
  const { vacancy } = file;
  const { id, roomId, reason } = vacancy;
  const from = 'from' in vacancy ? vacancy.from : moveOn;
  const expectedAs =
    vacancy.status === 'expected' ? vacancy.certainty : vacancy.status === 'open' ? null : file.expectedAs;
  return {
    ...file,
    expectedAs,
    vacancy: { id, roomId, reason, from, status: 'reserved', proposalId, until },
  };
}

const queued = (file: VacancyFile, { id }: Proposal): VacancyFile => ({
  ...file,
  backups: [...file.backups, id],
});

function shown({ proposal }: Made): ProposalsMade['proposals'][number] {
  const { id, status, personId, roomId, moveOn, holdsRoom } = proposal;
  return { id, version: 1, status, personId, roomId, moveOn, holdsRoom };
}

/** What the timeline says of new proposals. Of a chain it names nobody, as each of them will read it. */
export function toldOf({ chainId, proposals }: ProposalsMade): Record<string, string> {
  const [first] = proposals;
  if (!first) return {};
  const { id: proposalId, personId, roomId, moveOn } = first;
  return chainId === null
    ? { proposalId, personId, roomId, moveOn, links: '1' }
    : { chainId, moveOn, links: String(proposals.length) };
}
