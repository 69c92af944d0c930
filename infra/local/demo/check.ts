import { loadFacts } from '../../../functions/cli/load.ts';
import { run } from '../../../functions/cli/program.ts';
import { type Day, dayNumber } from '../../../shared/domain/day.ts';
import { Plan, type PlannedChain, type Suggestion } from '../../../shared/domain/plan.ts';
import { isWorkingDay, readyAfterTurnaround } from '../../../shared/domain/working-days.ts';
import { applyChanges } from '../../../shared/matching/change.ts';
import { compile, type Facts, plan as planOf, whyNot } from '../../../shared/matching/engine.ts';
import { currentPolicy } from '../../../shared/matching/policy.ts';
import { isMatch } from '../../../shared/matching/smallest-change.ts';
import { serviceModels } from '../../../shared/services/index.ts';
import type { Told } from './tell.ts';

/**
 * Checks what the demo printed against the command line's own JSON and the facts: the counts, the days and rooms of
 * the chain, and that the smallest change does what it says.
 * @returns what does not hold, one sentence each
 */
export async function checkDemo(folder: string, told: Told, on: Day): Promise<string[]> {
  const plan = await planFromCommandLine(folder, on);
  const facts = loadFacts(
    folder,
    { on, json: false },
    { out: ignore, err: ignore, progress: false, today: on },
  );
  return [
    ...countsHold(plan, told),
    ...plan.chains.flatMap((chain) => chainHolds(plan, chain, facts)),
    ...longestHolds(plan, told),
    ...notPlacedHold(plan, told),
    ...changeHolds(facts, told, on),
  ];
}

const ignore = (): void => undefined;

async function planFromCommandLine(folder: string, on: Day): Promise<Plan> {
  const printed: string[] = [];
  const code = await run(['plan', folder, '--on', on, '--json'], {
    out: (text) => printed.push(text),
    err: ignore,
    progress: false,
    today: on,
  });
  if (code !== 0) throw new Error(`The command line ended with ${code}.`);
  return Plan.parse(JSON.parse(printed.join('\n')));
}

function countsHold(plan: Plan, told: Told): string[] {
  const line = told.lines.find((one) => one.includes('suggested a move, in'));
  const printed = Number(line?.split(' ')[0]);
  const people = new Set(plan.suggestions.map((one) => one.personId)).size;
  const rooms = new Set(plan.suggestions.map((one) => one.roomId)).size;
  return [
    ...(printed === plan.suggestions.length
      ? []
      : [`${printed} people are said to move; the plan moves ${plan.suggestions.length}`]),
    ...(people === plan.suggestions.length ? [] : ['somebody is suggested two rooms']),
    ...(rooms === plan.suggestions.length ? [] : ['a room is suggested twice']),
    ...(plan.suggestions.length + plan.unplaced.length === plan.people
      ? []
      : ['somebody is neither placed nor told why not']),
  ];
}

/** Each room is moved into on a working day, after its resident has left and the turnaround is over. */
function chainHolds(plan: Plan, chain: PlannedChain, facts: Facts): string[] {
  const links = plan.suggestions.filter((one) => one.chainId === chain.id);
  return links.flatMap((link, i) => {
    const before = links[i - 1];
    const faults: string[] = [];
    if (!isWorkingDay(link.moveOn))
      faults.push(`${link.id} is on ${link.moveOn}, which is not a working day`);
    if (link.points !== link.terms.reduce((sum, term) => sum + term.points, 0))
      faults.push(`the parts of ${link.id} do not add up to its ${link.points} points`);
    if (link.checks.some((check) => check.verdict !== 'pass')) faults.push(`${link.id} breaks a rule`);
    if (before && link.roomId !== before.fromRoomId)
      faults.push(`${link.id} is not the room ${before.id} frees`);
    if (before && link.moveOn < readyAgain(before, facts))
      faults.push(`${link.id} starts before its room is ready`);
    return faults;
  });
}

function readyAgain(before: Suggestion, facts: Facts): Day {
  const room = facts.rooms.find((one) => one.id === before.fromRoomId);
  const home = facts.homes.find((one) => one.id === room?.homeId);
  return readyAfterTurnaround(
    before.moveOn,
    home?.turnaroundWorkingDays ?? currentPolicy.turnaroundWorkingDays,
  );
}

function longestHolds(plan: Plan, told: Told): string[] {
  const text = told.lines.join('\n');
  const longest = Math.max(...plan.chains.map((chain) => chain.suggestions.length));
  const links = plan.suggestions.filter((one) => one.chainId === told.longest.id);
  return [
    ...(links.length === longest
      ? []
      : [`the chain told has ${links.length} moves; the longest has ${longest}`]),
    ...links
      .filter((link) => !text.includes(link.personId) || !text.includes(link.roomId))
      .map((link) => `${link.id} is not told`),
    ...(dayNumber(told.longest.startsOn) <= dayNumber(told.longest.completesOn)
      ? []
      : ['the chain ends before it starts']),
  ];
}

function notPlacedHold(plan: Plan, told: Told): string[] {
  return told.notPlaced
    .filter((who) => plan.suggestions.some((one) => one.personId === who.personId))
    .map((who) => `${who.personId} is said not to be placed, and is`);
}

/** Makes the change that was named, on a copy of the facts, and asks again. */
function changeHolds(facts: Facts, { whyNot: asked }: Told, on: Day): string[] {
  if (asked.change === null || !isMatch(asked.change)) return [];
  const problem = compile(applyChanges(facts, asked.change.changes), currentPolicy, serviceModels(), on);
  const after = whyNot(problem, planOf(problem), asked.personId, asked.roomId);
  const pair = `${asked.personId} and ${asked.roomId}`;
  if (!after || after.verdict === 'ruledOut') return [`${pair} is still no match after the change`];
  return after.points === asked.change.points
    ? []
    : [`${pair} has ${after.points} points after the change, not ${asked.change.points}`];
}
