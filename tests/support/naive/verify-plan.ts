import type { Plan, Suggestion } from '../../../shared/domain/plan.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { Facts } from '../../../shared/matching/facts.ts';
import { liveRoom, naivePairs, naivePool, readyAfter, vacancyReady } from './pairs.ts';
import { naiveAsked, naiveTerms, termIds } from './points.ts';
import { faultsOfMove, replay } from './replay.ts';
import { isFreedByMove, type Models, type NaiveWorld, offerOf, requestOf, residentOf } from './world.ts';
import { naivePrice, naiveTier, naiveWait } from './worth.ts';
/**
 * Replays a plan night by night and names everything about it that is not so.
 * @returns one line for each fault; empty when the plan keeps every rule
 */
export function verifyPlan(facts: Facts, policy: Policy, models: Models, plan: Plan): string[] {
  const w: NaiveWorld = { facts, policy, models, on: plan.on };
  const moves = plan.suggestions;
  return [
    ...whoMoves(w, plan),
    ...moves.flatMap((move) => faultsOfMove(w, move)),
    ...moves.flatMap((move) => toldAsFailing(move)),
    ...moves.flatMap((move) => readyDay(w, moves, move)),
    ...replay(w, moves),
    ...chains(w, plan),
    ...sums(w, plan),
  ];
}

function whoMoves(w: NaiveWorld, { suggestions, unplaced, notInPool }: Plan): string[] {
  const faults: string[] = [];
  for (const [i, one] of suggestions.entries()) {
    const before = suggestions.slice(0, i);
    if (before.some((other) => other.personId === one.personId)) faults.push(`moved twice: ${one.personId}`);
    if (before.some((other) => other.roomId === one.roomId)) faults.push(`given twice: ${one.roomId}`);
    if (one.fromRoomId !== liveRoom(w, one.personId)) faults.push(`wrong room left: ${one.personId}`);
  }
  const told = [...suggestions, ...unplaced].map((one) => one.personId).sort();
  if (told.join() !== naivePool(w).sort().join())
    faults.push('pool: suggestions and unplaced are not the pool');
  for (const one of notInPool)
    if (told.some((id) => id === one.personId && requestOf(w, id)!.id === one.requestId))
      faults.push(`pool: ${one.personId} is in it and not`);
  return faults;
}

const toldAsFailing = (move: Suggestion): string[] =>
  move.checks
    .filter((check) => check.verdict !== 'pass')
    .map((check) => `told as not passing (${check.rule}): ${move.personId}`);

/** The day a room is said to be ready is the bare one, be it before anybody could move. */
function readyDay(w: NaiveWorld, moves: readonly Suggestion[], move: Suggestion): string[] {
  const resident = residentOf(w, move.roomId);
  const left = moves.find((one) => one.personId === resident?.personId)?.moveOn;
  const freed = resident && isFreedByMove(w, resident) && left ? readyAfter(w, move.roomId, left) : null;
  return move.roomReadyOn === (freed ?? vacancyReady(w, move.roomId)) ? [] : [`ready on: ${move.roomId}`];
}

const surest = ['confirmed', 'noticeGiven', 'leaseEnd', 'forecast'];

function chains(w: NaiveWorld, plan: Plan): string[] {
  const told = plan.chains.flatMap((chain) => chain.suggestions);
  const faults =
    told.sort().join() ===
    plan.suggestions
      .map((one) => one.id)
      .sort()
      .join()
      ? []
      : ['chain: moves left out'];
  for (const chain of plan.chains) {
    const links = chain.suggestions.flatMap((id) => plan.suggestions.find((one) => one.id === id) ?? []);
    const [first] = links;
    if (!first) continue;
    if (links.length > w.policy.maxChainMoves) faults.push(`chain too long: ${chain.id}`);
    const resident = residentOf(w, first.roomId);
    if (resident && isFreedByMove(w, resident))
      faults.push(`chain: ${chain.id} begins in a room that is lived in`);
    links.forEach((link, i) => {
      const next = links[i + 1];
      if (next && next.roomId !== link.fromRoomId) faults.push(`chain: ${chain.id} does not hang together`);
      if (link.position !== i || link.chainId !== chain.id) faults.push(`chain: ${link.id} is out of place`);
      if (link.certainty !== chain.certainty) faults.push(`chain: ${link.id} is of another certainty`);
    });
    const offer = offerOf(w, first.roomId);
    const sure = offer?.status === 'expected' ? offer.certainty : 'confirmed';
    if (!surest.includes(chain.certainty) || chain.certainty !== sure)
      faults.push(`chain: ${chain.id} is not ${chain.certainty}`);
    const last = links.at(-1)!;
    const freed = last.fromRoomId === null ? undefined : residentOf(w, last.fromRoomId);
    if (freed && isFreedByMove(w, freed) && plan.suggestions.some((one) => one.roomId === last.fromRoomId))
      faults.push(`chain: ${chain.id} goes on`);
    const days = links.map((link): string => link.moveOn).sort();
    if (days[0] !== chain.startsOn || days.at(-1) !== chain.completesOn)
      faults.push(`chain: days of ${chain.id}`);
    if (chain.points !== links.reduce((sum, link) => sum + link.points, 0))
      faults.push(`points: chain ${chain.id}`);
  }
  return faults;
}

function sums(w: NaiveWorld, plan: Plan): string[] {
  const faults: string[] = [];
  const placed = [0, 0, 0, 0];
  let total = 0;
  const firstDays = naivePairs(w);
  for (const one of plan.suggestions) {
    const terms = naiveTerms(w, one.personId, one.roomId);
    const told = one.terms.map((term) => `${term.term} ${term.points}`).join();
    if (told !== termIds.map((id, i) => `${id} ${terms[i]}`).join())
      faults.push(`terms: ${one.id} says ${told}`);
    const sum = one.terms.reduce((all, term) => all + term.points, 0);
    if (one.points !== sum || sum !== terms.reduce((all, term) => all + term, 0))
      faults.push(`points: ${one.id}`);
    const asked = one.terms.flatMap((term) => (term.asked ? [term.term] : []));
    if (asked.join() !== naiveAsked(w, one.personId, one.roomId).join())
      faults.push(`asked: ${one.id} says ${asked}`);
    if (one.terms.some((term) => !term.asked && term.points !== term.outOf))
      faults.push(`asked: ${one.id} loses points where nothing is on record`);
    if (one.terms.some((term) => term.points > term.outOf))
      faults.push(`points: ${one.id} has more than there is`);
    if (one.tier !== naiveTier(w, one.personId)) faults.push(`tier: ${one.personId}`);
    if (one.waitDays !== naiveWait(w, one.personId)) faults.push(`wait: ${one.personId}`);
    placed[one.tier]! += 1;
    const firstDay = firstDays.get(`${one.personId} ${one.roomId}`);
    if (firstDay === undefined || one.moveOn < firstDay) faults.push(`too soon: ${one.id}`);
    total += sum - naivePrice(w, one.personId, one.roomId, firstDay ?? one.moveOn);
  }
  if (plan.value.points !== total)
    faults.push(`points: the plan says ${plan.value.points}, its moves ${total}`);
  if (plan.value.placed.join() !== placed.slice(0, 3).join()) faults.push('placed: wrong count');
  const [value, bound] = [plan.value, plan.upperBound].map((one) => [...one.placed, one.points]);
  const first = value!.findIndex((part, i) => part !== bound![i]);
  if (first >= 0 && value![first]! > bound![first]!) faults.push('bound: below the value');
  if (plan.exact && first >= 0) faults.push('bound: an exact plan has none above it');
  return faults;
}
