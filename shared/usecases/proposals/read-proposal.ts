import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { type Level, levelOf } from '../../access/project-person.ts';
import { projectReasons } from '../../access/project-reasons.ts';
import { changesBetween, FactChanged } from '../../domain/basis.ts';
import { londonDay } from '../../domain/day.ts';
import { ChainId, type ProposalId } from '../../domain/ids.ts';
import type { Member } from '../../domain/member.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { PersonView } from '../../domain/person-view.ts';
import { Chain, Decision, Proposal, ProposalExplanation } from '../../domain/proposal.ts';
import { ProviderAnswer } from '../../domain/provider-answer.ts';
import { homes } from '../../store/kinds/homes.ts';
import { people } from '../../store/kinds/people.ts';
import {
  chains,
  decisions,
  explanations,
  proposals,
  providerAnswers,
  requests,
  views,
} from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';
import { pageOf } from '../paging.ts';
import { basisOf } from '../placing/basis.ts';
import { fetchMoves } from '../placing/fetch-moves.ts';
import { isWaiting } from '../placing/workflow.ts';

const Reasons = ProposalExplanation.omit({ basis: true });

const kept = { version: z.int(), proposal: Proposal, hasExpired: z.boolean() };

/** A proposal in a list. `hasExpired` is told by the clock, before anybody tidies up. */
export const ProposalListed = z.strictObject(kept);
export const ProposalPage = pageOf(ProposalListed);

/** A proposal with what it rests on. The person's own words come before any score; a provider is not shown them. */
export const ProposalShown = z.strictObject({
  ...kept,
  views: z.array(PersonView),
  providerAnswer: ProviderAnswer.nullable(),
  decisions: z.array(Decision),
  explanation: Reasons.nullable(),
  /** What reads differently since it was made or last renewed; nobody can approve it before it is renewed. */
  changedSince: z.array(FactChanged),
});
export type ProposalShown = z.infer<typeof ProposalShown>;

export const ChainShown = z.strictObject({
  version: z.int(),
  chain: Chain,
  proposals: z.array(z.strictObject(kept)),
});
export type ChainShown = z.infer<typeof ChainShown>;

/** Why somebody may not read a proposal, or null when they may: their own case, or a home of their organisation. */
async function barredFromReading(records: Records, who: Member, proposal: Proposal) {
  const [person, request, home] = await Promise.all([
    records.get(people, proposal.personId),
    records.get(requests, proposal.requestId),
    records.get(homes, proposal.homeId),
  ]);
  return barredFrom(who, 'proposals.read', {
    ...(person && { person: person.data }),
    ...(request && { requests: [request.data] }),
    ...(home && { home: home.data }),
  });
}

export async function readProposal(
  deps: Deps,
  call: Call<{ proposalId: ProposalId }>,
): Promise<Outcome<ProposalShown>> {
  const records = recordsOf(deps, call);
  const found = await records.get(proposals, call.params.proposalId);
  if (!found) return refuse('not-found');
  const who = call.who.data;
  const barred = await barredFromReading(records, who, found.data);
  if (barred) return refuse(barred);
  const level = await levelFor(records, who, found.data);
  const [seen, answer, decided, explanation] = await Promise.all([
    records.about(views, found.id),
    records.get(providerAnswers, found.id),
    records.about(decisions, found.id),
    records.get(explanations, found.id),
  ]);
  const onlyProvides = who.roles.every((role) => role === 'providerManager');
  return done({
    version: found.version,
    proposal: proposalFor(who, found.data),
    hasExpired: hasExpired(deps, found.data),
    views: seen
      .map(({ data }) => (onlyProvides && 'words' in data ? { ...data, words: null } : data))
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
    providerAnswer: answer?.data ?? null,
    decisions: decided.map(({ data }) => (onlyProvides ? withoutWords(data) : data)),
    explanation: explanation && reasonsFor(level, explanation.data, found.data),
    changedSince: explanation ? await changesSince(deps, records, found.data, explanation.data, level) : [],
  });
}

/** How much of the person somebody sees in the reasons of a proposal; a provider sees what bears on the home. */
async function levelFor(records: Records, who: Member, { personId, requestId }: Proposal): Promise<Level> {
  const [person, request] = await Promise.all([
    records.get(people, personId),
    records.get(requests, requestId),
  ]);
  const level = person && levelOf(who, person.data, request ? [request.data] : []);
  return level?.ok ? level.value : 'profile';
}

function reasonsFor(
  level: Level,
  { checks, terms, basis: _basis, ...rest }: ProposalExplanation,
  { roomId, homeId }: Proposal,
): z.infer<typeof Reasons> {
  const place = [roomId, homeId];
  return {
    ...rest,
    checks: projectReasons(level, checks, place),
    terms: projectReasons(level, terms, place),
  };
}

/** To somebody who may not read the person's record, only that something of theirs has changed. */
async function changesSince(
  deps: Deps,
  records: Records,
  proposal: Proposal,
  { basis }: ProposalExplanation,
  level: Level,
): Promise<FactChanged[]> {
  if (!proposal.status.startsWith('awaiting')) return [];
  const fetched = await fetchMoves(deps, records, nowOf(deps), [proposal]);
  const [move] = fetched.ok ? fetched.value.moves : [];
  if (!fetched.ok || !move) return [];
  const changes = changesBetween(basis, basisOf(fetched.value.scene, move));
  if (level !== 'profile') return changes;
  const parts = new Set(changes.map(({ part }) => part));
  return [...parts].map((part) => ({ part, field: '', before: null, now: null }));
}

/** Stands where a provider is not told what others wrote about the person. */
const unsaid = {
  reason: 'Kept for those who work with the person.',
  question: 'The panel asked a question.',
};

/** A provider reads what was decided and on which conditions, not the panel's words about the person. */
const withoutWords = (decision: Decision): Decision =>
  decision.outcome === 'defer' ? { ...decision, ...unsaid } : { ...decision, reason: unsaid.reason };

/** A provider reads what it asked itself, and not what the panel did. */
function proposalFor(who: Member, proposal: Proposal): Proposal {
  if (who.roles.some((role) => role !== 'providerManager')) return proposal;
  const { waitingFor, answers } = proposal;
  const { question } = unsaid;
  return {
    ...proposal,
    waitingFor: waitingFor?.askedIn === 'awaitingPanel' ? { ...waitingFor, question } : waitingFor,
    answers: answers.filter((one) => one.askedIn === 'awaitingProvider'),
  };
}

function hasExpired(deps: Deps, proposal: Proposal): boolean {
  const now = nowOf(deps);
  if (!isWaiting(proposal)) return false;
  // Whether the panel's time runs hangs on the other moves of the chain.
  const runs = proposal.chainId === null || proposal.status !== 'awaitingPanel';
  return proposal.expiresAt <= now || (runs && proposal.clock.answerBy < londonDay(now));
}

/** Proposals that still may lead to a move, those that run out first first; or those that have ended. */
export async function listProposals(
  deps: Deps,
  call: Call<unknown, unknown, { after?: string | undefined; limit: number; state: 'live' | 'past' }>,
): Promise<Outcome<z.infer<typeof ProposalPage>>> {
  const records = recordsOf(deps, call);
  const { after, limit, state } = call.query;
  const page = await records.list(proposals, { within: state, after, limit });
  const mine = await Promise.all(
    page.items.map(async (one) => ((await barredFromReading(records, call.who.data, one.data)) ? [] : [one])),
  );
  return done({
    items: mine.flat().map(({ version, data }) => ({
      version,
      proposal: proposalFor(call.who.data, data),
      hasExpired: hasExpired(deps, data),
    })),
    next: page.next,
  });
}

export const aChain = z.strictObject({ chainId: ChainId });

/** A chain with its proposals in the order of the moves, for whoever may read one of them. */
export async function readChain(
  deps: Deps,
  call: Call<z.infer<typeof aChain>>,
): Promise<Outcome<ChainShown>> {
  const records = recordsOf(deps, call);
  const chain = await records.get(chains, call.params.chainId);
  if (!chain) return refuse('not-found');
  const links = await records.getMany(proposals, chain.data.proposals);
  const bars = await Promise.all(links.map(({ data }) => barredFromReading(records, call.who.data, data)));
  if (!bars.includes(null)) return refuse(bars[0] ?? 'not-found');
  return done({
    version: chain.version,
    chain: chain.data,
    proposals: links
      .filter((_, i) => bars[i] === null || call.who.data.roles.some((role) => role !== 'providerManager'))
      .map(({ version, data }) => ({
        version,
        proposal: proposalFor(call.who.data, data),
        hasExpired: hasExpired(deps, data),
      })),
  });
}
