import * as z from 'zod';
import { changesBetween } from '../../domain/basis.ts';
import { addDays, Day, type Instant } from '../../domain/day.ts';
import type { VacancyFile } from '../../domain/files.ts';
import { ChainId, DecisionId, type ProposalId, StayId } from '../../domain/ids.ts';
import { onOffer } from '../../domain/on-offer.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Decision, Proposal } from '../../domain/proposal.ts';
import { decisions } from '../../store/kinds/placing.ts';
import { create, type Step, unchanged } from '../../store/steps.ts';
import type { Call, Deps } from '../call.ts';
import { digestsOf, isSameBasis, toldChanges } from './basis.ts';
import { type Booking, book, booksOf, dropHolds, keepBooks } from './book.ts';
import { endOfTime, hasRunOut } from './clocks.ts';
import { type Judged, judge } from './judge.ts';
import { type Approved, freeRoom, keepApproved } from './keep-approved.ts';
import { type Scene, stepsOf } from './scene.ts';
import type { WantedMove } from './wanted-move.ts';

export const Decided = z.strictObject({
  chainId: ChainId.nullable(),
  proposals: z.array(
    z.strictObject({
      id: z.string(),
      version: z.int(),
      status: z.string(),
      decisionId: DecisionId.nullable(),
      stayId: StayId.nullable(),
      moveOn: Day,
    }),
  ),
});
export type Decided = z.infer<typeof Decided>;

/** What a panel member wrote. */
export interface Ruling {
  readonly outcome: 'approve' | 'approveWithConditions';
  readonly reason: string;
  readonly criteria: readonly string[];
  readonly conditions: readonly string[];
  readonly reviewOn?: Day | undefined;
}

/**
 * Approves proposals together, for a person who decides: every fact is asked again, every night is promised, and the
 * rooms that fall free are kept for whoever follows. All in one commit, or nothing.
 */
export function approve(
  deps: Deps,
  call: Call,
  scene: Scene,
  found: readonly Proposal[],
  moves: readonly WantedMove[],
  ruling: Ruling,
): Outcome<{ steps: Step[]; answer: Decided }> {
  const { reviewOn } = ruling;
  if (reviewOn !== undefined && reviewOn <= scene.today)
    return refuse('day-not-possible', { earliest: addDays(scene.today, 1) });
  const barred = found.map((proposal, i) => barredFromApproval(scene, proposal, moves[i])).find((one) => one);
  if (barred) return barred;
  const approved = found.flatMap((proposal, i): Approved[] => {
    const move = moves[i];
    if (!move) return [];
    const { newId } = deps.writing;
    return [
      {
        proposal,
        move,
        stayId: StayId.parse(newId('stay')),
        decisionId: DecisionId.parse(newId('decision')),
      },
    ];
  });
  const ours = new Set(found.map(({ id }) => id));
  const books = booksOf(scene);
  dropHolds(books, new Set([...ours, ...approved.flatMap(holderAhead)]));
  const booked = book(deps, scene, books, approved.map(promised));
  if (!booked.ok) return booked;
  const judged = judge(deps, scene, moves, true);
  if (!judged.ok) return judged;
  const stale = found.map((proposal, i) => factsChanged(scene, proposal, judged.value[i])).find((one) => one);
  if (stale) return stale;
  for (const move of moves) relyOnTeam(scene, move);
  keepBooks(scene, books);
  for (const ahead of approved.flatMap(holderAhead)) waitAgain(scene, ahead);
  approved.forEach((one, i) => {
    keepApproved(scene, one);
    if (one.move.stay) freeRoom(deps, scene, one, one.move.stay, approved[i + 1]);
  });
  const chain = scene.chains.get(found[0]?.chainId ?? null);
  if (chain && chain.status === 'proposed' && found.length > 1)
    scene.chains.set({ ...chain, status: 'approved' });
  const ruled = approved.map((one) =>
    create(scene.records.partnership, decisions, decisionOf(call, scene.now, one, ruling)),
  );
  return done({
    steps: [...stepsOf(scene), ...ruled, unchanged(call.who)],
    answer: {
      chainId: found[0]?.chainId ?? null,
      proposals: approved.map(({ proposal, decisionId, stayId }) => ({
        id: proposal.id,
        version: scene.proposals.versionOf(proposal.id),
        status: 'approved',
        decisionId,
        stayId,
        moveOn: proposal.moveOn,
      })),
    },
  });
}

/** Whoever brings no worker is approved on the places their team has: a caseload that changes meanwhile is read again. */
function relyOnTeam(scene: Scene, { person, home: { home } }: WantedMove): void {
  if (person.person.primaryWorker !== null || home.team === null) return;
  for (const { id, team } of scene.workers) if (team === home.team) scene.loads.relyOn(id);
}

function barredFromApproval(scene: Scene, proposal: Proposal, move: WantedMove | undefined) {
  if (!move) return refuse('not-found');
  if (move.person.withdrawn) return refuse('person-withdrawn', { personId: proposal.personId });
  const undecidable = barredByState(proposal);
  if (undecidable) return undecidable;
  if (hasRunOut(scene, proposal, scene.proposals.all())) return refuse('hold-expired', endOfTime(proposal));
  return proposal.position === 0 && move.vacancy ? barredByVacancy(scene, move.vacancy) : null;
}

/** A room is promised once it is known that it falls free: a forecast is confirmed first, and so is the end of a lease. */
function barredByVacancy(scene: Scene, file: VacancyFile) {
  const { vacancy } = onOffer(file);
  if (vacancy.status !== 'expected' || vacancy.certainty === 'noticeGiven') return null;
  const staysOn = scene.ledgers
    .get(file.homeId)
    ?.periods.some((one) => one.kind === 'stay' && one.roomId === vacancy.roomId && one.until === null);
  return vacancy.certainty === 'forecast' || staysOn
    ? refuse('vacancy-not-confirmed', { vacancyId: vacancy.id })
    : null;
}

/** Why a proposal cannot be decided from where it stands, or null when it waits for the panel. */
export function barredByState(proposal: Proposal) {
  const facts = { proposalId: proposal.id, state: proposal.status };
  switch (proposal.status) {
    case 'awaitingPanel':
      return null;
    case 'approved':
    case 'declined':
      return refuse('already-decided', facts);
    case 'draft':
    case 'awaitingPerson':
      return refuse('person-view-missing', facts);
    case 'cancelled':
      return refuse(proposal.reason === 'chainBroken' ? 'chain-broken' : 'transition-not-allowed', facts);
    default:
      return refuse('transition-not-allowed', facts);
  }
}

/** What reads differently since a proposal was made or renewed, or null when nothing does: it is never scored anew unseen. */
function factsChanged(scene: Scene, proposal: Proposal, judged: Judged | undefined) {
  if (!judged || isSameBasis(proposal.digests, digestsOf(judged.basis))) return null;
  const before = scene.explanations.get(proposal.id)?.basis;
  const changes = before ? changesBetween(before, judged.basis) : [];
  return refuse('facts-changed', { proposalId: proposal.id, ...toldChanges(changes) });
}

/** Who holds the room that a ranked backup is approved for: the panel may choose between them. */
function holderAhead({ proposal, move }: Approved): ProposalId[] {
  const vacancy = move.vacancy?.vacancy;
  return !proposal.holdsRoom && vacancy?.status === 'reserved' ? [vacancy.proposalId] : [];
}

/** Whoever held the room waits like the others; only the panel or whoever proposed it can end their proposal. */
function waitAgain(scene: Scene, id: ProposalId): void {
  const proposal = scene.proposals.get(id);
  if (proposal) scene.proposals.set({ ...proposal, holdsRoom: false });
}

function promised({ proposal, move, stayId }: Approved): Booking {
  const { roomId, personId, moveOn: from } = proposal;
  return { move, period: { kind: 'stay', roomId, from, until: null, stayId, personId, arrived: false } };
}

function decisionOf(call: Call, at: Instant, { proposal, decisionId }: Approved, ruling: Ruling): Decision {
  const { outcome, reason, criteria, conditions, reviewOn } = ruling;
  const { id: proposalId, personId, homeId, digests } = proposal;
  const base = {
    id: decisionId,
    proposalId,
    personId,
    homeId,
    at,
    by: call.who.data.id,
    reason,
    criteria: [...criteria],
    digests,
    ...(reviewOn !== undefined && { reviewOn }),
  };
  return outcome === 'approve' ? { ...base, outcome } : { ...base, outcome, conditions: [...conditions] };
}
