import type { Basis } from '../../domain/basis.ts';
import { type Day, dayFromNumber, dayNumber } from '../../domain/day.ts';
import type { Check, TermScore } from '../../domain/explanation.ts';
import type { RequestFile } from '../../domain/files.ts';
import { PartnershipId, type RoomId } from '../../domain/ids.ts';
import { type HomeLedger, withoutHold, withoutHolds } from '../../domain/ledger.ts';
import { onOffer } from '../../domain/on-offer.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { compile, type Problem } from '../../matching/engine.ts';
import { checksOf } from '../../matching/pair-check.ts';
import { points, tellScore } from '../../matching/scores/score.ts';
import type { Deps } from '../call.ts';
import { factsOf } from '../engine-facts.ts';
import { basisOf } from './basis.ts';
import type { Scene } from './scene.ts';
import type { WantedMove } from './wanted-move.ts';

/** Score and checks of one move, as they stand now, and the facts they rest on. */
export interface Judged {
  readonly points: number;
  readonly terms: TermScore[];
  readonly checks: Check[];
  readonly basis: Basis;
}

/**
 * Asks every rule of the engine about some moves made together, on the facts as they are now. The same rules judge a
 * suggestion, a move somebody proposes by hand, and the approval of either.
 * @param final for an approval: what is only held for others counts for nothing, what is promised does
 */
export function judge(
  deps: Deps,
  scene: Scene,
  moves: readonly WantedMove[],
  final: boolean,
): Outcome<Judged[]> {
  const problem = problemWith(deps, scene, moves, final);
  const judged: Judged[] = [];
  for (const move of moves) {
    const weighed = weighIn(problem, move);
    if (!weighed) return refuse('check-failed', { rules: 'programme', personId: move.person.person.id });
    const barred = failing(move, weighed.checks);
    if (barred) return barred;
    const { freeFrom: _freeFrom, ...reasons } = weighed;
    judged.push({ ...reasons, basis: basisOf(scene, move) });
  }
  return done(judged);
}

/** What the engine says of a move, whether or not it may be made. */
export interface Weighed {
  readonly points: number;
  readonly terms: TermScore[];
  readonly checks: Check[];
  /** The first day the room is ready; null where nobody knows one, as somebody has to leave it first. */
  readonly freeFrom: Day | null;
}

/**
 * One move as the same rules see it, for somebody who compares it with another.
 * @param moves those made together with it, itself included: what they free counts as free
 * @returns null for a pair no programme has
 */
export function weigh(
  deps: Deps,
  scene: Scene,
  moves: readonly WantedMove[],
  move: WantedMove,
): Weighed | null {
  return weighIn(problemWith(deps, scene, moves, false), move);
}

function problemWith(deps: Deps, scene: Scene, moves: readonly WantedMove[], final: boolean): Problem {
  const facts = factsOf(asIfFree(scene, moves, final), scene.now);
  return compile(facts, scene.policy, deps.models, scene.today);
}

function weighIn({ pool }: Problem, { person, room, on }: WantedMove): Weighed | null {
  const subject = pool.subjectOf(person.person.id);
  const place = pool.placeOf(room.id);
  if (!subject || !place) return null;
  const isKnown = place.vacancy !== null && Number.isFinite(place.ready);
  return {
    points: points(subject, place, pool.setting),
    terms: tellScore(subject, place, pool.setting),
    checks: checksOf(subject, place, pool.setting, dayNumber(on)),
    freeFrom: isKnown ? dayFromNumber(place.ready) : null,
  };
}

/** A rule that somebody may set aside, and did, stops nobody; one that the law or a safety need makes is never set aside. */
function failing({ person, room, overrides }: WantedMove, checks: readonly Check[]) {
  const setAside = (check: Check): boolean =>
    check.overridableBy !== null && overrides.some(({ rule }) => rule === check.rule);
  const failed = checks.filter((check) => check.verdict === 'fail' && !setAside(check));
  const unknown = checks.filter((check) => check.verdict === 'unknown');
  const facts = { personId: person.person.id, roomId: room.id };
  if (failed.some((check) => check.rule === 'exclusion-zone')) return refuse('inside-exclusion-zone', facts);
  if (failed.some(({ rule }) => rule === 'kept-apart' || rule === 'exploitation'))
    return refuse('housemates-clash', facts);
  if (failed.length > 0) return refuse('check-failed', { ...facts, ...told(failed) });
  if (unknown.length > 0) return refuse('check-unknown', { ...facts, ...told(unknown) });
  return null;
}

function told(checks: readonly Check[]): Record<string, string> {
  return {
    rules: checks.map((check) => check.rule).join(', '),
    why: checks.map((check) => check.question ?? check.sentence).join(' '),
  };
}

/** The records with these moves still to be made: their requests ready, their rooms on offer, their holds let go. */
function asIfFree(scene: Scene, moves: readonly WantedMove[], final: boolean) {
  const wanted = new Set(moves.map((move) => move.room.id));
  const offered = new Map(moves.flatMap(({ vacancy }) => (vacancy ? [[vacancy.vacancy.id, vacancy]] : [])));
  return {
    partnership: PartnershipId.parse(scene.records.partnership),
    homes: scene.homes.all(),
    ledgers: scene.ledgers
      .all()
      .map((ledger) => (final ? withoutHolds(ledger) : withoutHoldsOn(ledger, wanted))),
    // Whoever proposes or approves a move that was declined knows it: only what is suggested keeps to it.
    people: scene.people.all().map((file) => ({ ...file, declined: [] })),
    requests: moves.map(({ request }) => asReady(request)),
    vacancies: scene.vacancies.all().map((file) => (offered.has(file.vacancy.id) ? onOffer(file) : file)),
    stays: scene.stays.all(),
    workers: scene.workers,
  };
}

/** Lets go of what holds the very rooms that are wanted: whether that may be is asked of the ledger. */
function withoutHoldsOn(ledger: HomeLedger, wanted: ReadonlySet<RoomId>): HomeLedger {
  return ledger.periods.reduce(
    (book, period) =>
      period.kind === 'hold' && wanted.has(period.roomId) ? withoutHold(book, period.proposalId) : book,
    ledger,
  );
}

function asReady(file: RequestFile): RequestFile {
  const { request } = file;
  return request.status === 'paused' ? file : { ...file, request: { ...request, status: 'readyToPlace' } };
}
