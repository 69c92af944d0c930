import { loadPlan, type Planned } from '../../../functions/cli/load.ts';
import { explanationWords } from '../../../functions/cli/words/explanation-words.ts';
import { byLength, chainLines, reasonOf, summary } from '../../../functions/cli/words/plan-words.ts';
import { whyNotWords } from '../../../functions/cli/words/why-not-words.ts';
import { type Day, sayDay } from '../../../shared/domain/day.ts';
import type { PlannedChain, Unplaced } from '../../../shared/domain/plan.ts';
import { type Explanation, explain, type WhyNot, whyNot } from '../../../shared/matching/engine.ts';

/** What the demo printed, and the figures behind it, so that somebody else can check them. */
export interface Told {
  readonly lines: readonly string[];
  readonly people: number;
  readonly suggested: number;
  readonly longest: PlannedChain;
  readonly notPlaced: readonly Unplaced[];
  readonly whyNot: WhyNot;
}

/** How many people who are not placed are told of. */
const told = 3;

/** Plans both folders and tells the main points of Southampton's plan in plain words. */
export function tellDemo(folder: string, bristolFolder: string, on: Day): Told {
  const southampton = planned(folder, on);
  const bristol = planned(bristolFolder, on);
  const { problem, plan } = southampton;
  const [longest] = byLength(plan);
  if (!longest) throw new Error('The demo plan holds no move.');
  const notPlaced = threeReasons(southampton);
  const asked = whyNotOf(southampton, notPlaced);
  const lines = [
    `Southampton on ${sayDay(on)}, from the CSV files in ${folder}. Everybody in them is made up.`,
    '',
    ...summary(problem, plan),
    '',
    'The longest chain, told in the order in which it would happen:',
    '',
    ...chainLines(problem, plan, longest),
    'Three people who are not placed, and why:',
    '',
    ...notPlaced.flatMap((one) => [...explanationLines(southampton, one), '']),
    'Why not this room?',
    '',
    ...whyNotWords(problem, asked),
    '',
    `Bristol, a second partnership: ${bristol.plan.suggestions.length} of ${bristol.plan.people} people are suggested a move.`,
    '',
    'Nothing here is decided. People adopt a suggestion, the person says what they think, and a panel decides.',
    `Look further: npm run homeward -- plan ${folder} --on ${on}`,
  ];
  return {
    lines,
    people: plan.people,
    suggested: plan.suggestions.length,
    longest,
    notPlaced,
    whyNot: asked,
  };
}

function planned(folder: string, on: Day): Planned {
  const quiet = {
    out: () => undefined,
    err: () => undefined,
    progress: process.stderr.isTTY === true,
    today: on,
  };
  return loadPlan(folder, { on, json: false }, quiet);
}

/** The most urgent and longest waiting first, each with another reason. */
function threeReasons({ plan }: Planned): Unplaced[] {
  const byUrgency = [...plan.unplaced].sort(
    (a, b) => a.tier - b.tier || b.waitDays - a.waitDays || (a.personId < b.personId ? -1 : 1),
  );
  const byReason = new Map<string, Unplaced>();
  for (const one of byUrgency) if (!byReason.has(reasonOf(one))) byReason.set(reasonOf(one), one);
  return [...byReason.values()].slice(0, told);
}

function explanationOf({ problem, plan }: Planned, who: Unplaced): Explanation {
  const found = explain(problem, plan, who.personId);
  if (!found) throw new Error(`${who.personId} is in the plan and cannot be explained.`);
  return found;
}

function explanationLines(from: Planned, who: Unplaced): string[] {
  return explanationWords(from.problem, from.plan, explanationOf(from, who));
}

/** Asks about the room within nearest reach of one of them, or about a room that fits and goes to somebody else. */
function whyNotOf(from: Planned, people: readonly Unplaced[]): WhyNot {
  for (const who of people) {
    const found = explanationOf(from, who);
    const room =
      found.kind === 'unplaced' ? (found.nearest?.roomId ?? found.roomsThatFit[0]?.roomId) : undefined;
    const answer = room && whyNot(from.problem, from.plan, who.personId, room);
    if (answer) return answer;
  }
  throw new Error('Nobody in the demo is without a place.');
}
