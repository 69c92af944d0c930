import * as z from 'zod';
import { sayDay, sayDayShort } from '../../shared/domain/day.ts';
import { Suggestion } from '../../shared/domain/plan.ts';
import { type ChainPart, PlanHeader, planParts } from '../../shared/store/kinds/plans.ts';
import type { Api } from './api.ts';

/** The plan in force as somebody reads it over HTTP, all its pages. */
export interface ReadPlan {
  readonly header: PlanHeader;
  readonly chains: readonly ChainPart[];
}

const Page = z.object({
  ...PlanHeader.shape,
  chains: z.object({ items: z.array(planParts.chain), next: z.string().nullable() }),
});

const Run = z.object({ id: z.string() });

/** Asks for the first plan of somebody's partnership if it has none, and waits for it. */
export async function ensurePlan(api: Api, user: string): Promise<void> {
  if ((await api.ask(user, 'GET /v1/plans/current')).status !== 404) return;
  const { id } = await api.must(Run, user, 'POST /v1/match-runs', { key: 'first-plan' });
  await api.runDone(user, id);
}

export async function readPlan(api: Api, user: string): Promise<ReadPlan> {
  const chains: ChainPart[] = [];
  let after: string | null = null;
  for (;;) {
    const at: string = after === null ? '' : `&after=${encodeURIComponent(after)}`;
    const page = await api.must(Page, user, `GET /v1/plans/current?limit=100${at}`);
    chains.push(...page.chains.items);
    after = page.chains.next;
    if (after === null) return { header: page, chains };
  }
}

/** The chain with the most moves; of several, the one that places the most urgent person, then the one that starts first. */
export function longestChain({ chains }: ReadPlan): ChainPart | undefined {
  const urgency = (chain: ChainPart): number => Math.min(...chain.suggestions.map((one) => one.tier));
  return chains.toSorted(
    (a, b) =>
      b.suggestions.length - a.suggestions.length ||
      urgency(a) - urgency(b) ||
      (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : a.id < b.id ? -1 : 1),
  )[0];
}

/** What a plan proposes, in a few sentences for whoever sees the product for the first time. */
export async function tellPlan(api: Api, user: string, plan: ReadPlan): Promise<string[]> {
  const { people, counts, on } = plan.header;
  const longest = longestChain(plan);
  return [
    `Proposed for ${sayDay(on)}: a move for ${counts.suggestions} of ${people} people, in ${counts.chains} chains; nothing is decided.`,
    ...(longest ? await tellChain(api, user, longest) : []),
  ];
}

async function tellChain(api: Api, user: string, chain: ChainPart): Promise<string[]> {
  const moves = await Promise.all(
    chain.suggestions.map((one) => api.must(Shown, user, `GET /v1/suggestions/${one.id}`)),
  );
  const count = moves.length === 1 ? 'one move' : `${moves.length} moves`;
  return [
    `The longest chain has ${count}:`,
    ...moves.map((move, i) => {
      const opening = i === 0 ? `${move.roomId} is empty.` : `That frees ${move.roomId}.`;
      return `  ${i + 1}. ${opening} ${move.personId}, ${whoOf(move)}, moves there on ${sayDayShort(move.moveOn)}: ${move.points} of 100 points.`;
    }),
  ];
}

const Shown = z.object(Suggestion.shape);

function whoOf({ fromRoomId, delayDays, waitDays }: Suggestion): string {
  if (fromRoomId !== null) return `who lives in ${fromRoomId} and has asked to move on`;
  if (delayDays !== null) return `ready to leave hospital for ${delayDays} days`;
  return `waiting for ${waitDays} days`;
}
