import * as z from 'zod';
import { changesBetween, FactChanged } from '../../domain/basis.ts';
import { Instant } from '../../domain/day.ts';
import type { PanelId, ProposalId } from '../../domain/ids.ts';
import type { Occupant } from '../../domain/ledger.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { CaseId, type Pack, Vote } from '../../domain/panel.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { chains, packs, proposals } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import { type Call, type Deps, nowOf, policyOf, recordsOf } from '../call.ts';
import { basisOf, housematesOf } from '../placing/basis.ts';
import { fetchMoves } from '../placing/fetch-moves.ts';
import { PackContent } from './circulate.ts';
import { barredFromCase, findCase } from './panel-case.ts';
import { neededFor, votesThatCount } from './quorum.ts';

const people = z.int().min(0);

/** Who lives in the home or is promised a room there, as numbers: never who. */
export const Housemates = z.strictObject({
  /** Everybody who sleeps there, babies included. */
  people,
  highRisk: people,
  earlyRecovery: people,
  exploitsOthers: people,
  exploitable: people,
  /** Those whom somebody recorded as to be kept apart from this person. */
  keptApart: people,
});
export type Housemates = z.infer<typeof Housemates>;

/** Where a case stands today, beside its papers as they went out. */
export const CaseShown = z.strictObject({
  /** What is decided as one, and the version a vote must name. */
  caseId: CaseId,
  version: z.int().min(1),
  frozenAt: Instant,
  votes: z.strictObject({
    needed: z.int().min(1),
    /** Whether the chair must be one of those who agree. */
    chair: z.boolean(),
    /** Members who have voted on these very facts. */
    cast: z.int().min(0),
    /** What the reader voted for. */
    own: Vote.shape.for.nullable(),
  }),
  housemates: Housemates,
  /** What reads differently from the papers; none once the case is decided. */
  changed: z.array(FactChanged),
});
export type CaseShown = z.infer<typeof CaseShown>;

export type OfCase = Call<{ panelId: PanelId; proposalId: ProposalId }>;

/** A case whose papers somebody may read. Not found as well where they declared a conflict. */
export async function findPapers(records: Records, { params, who }: OfCase) {
  const [paper, proposal] = await Promise.all([
    records.get(packs, `${params.panelId}.${params.proposalId}`),
    records.get(proposals, params.proposalId),
  ]);
  if (!paper || !proposal) return null;
  const { chainId } = proposal.data;
  const chain = chainId === null ? null : await records.get(chains, chainId);
  const caseId = chain?.data.status === 'proposed' ? chain.data.id : proposal.data.id;
  const found = await findCase(records, caseId);
  if (!found || (await barredFromCase(records, who.data, found)) === 'conflict-declared') return null;
  return { paper: paper.data, proposal: proposal.data, found };
}

export async function readCase(deps: Deps, call: OfCase): Promise<Outcome<CaseShown>> {
  const records = recordsOf(deps, call);
  const papers = await findPapers(records, call);
  if (!papers) return refuse('not-found');
  const { paper, proposal, found } = papers;
  const [policy, { counted }, fetched] = await Promise.all([
    policyOf(deps, records),
    votesThatCount(records, found),
    fetchMoves(deps, records, nowOf(deps), [proposal]),
  ]);
  if (!fetched.ok) return fetched;
  const { scene, moves } = fetched.value;
  const [move] = moves;
  if (!move) return refuse('not-found');
  const needed = neededFor(found, policy);
  const mates = housematesOf(scene.ledgers.get(proposal.homeId), proposal.personId, proposal.moveOn);
  return done({
    caseId: found.id,
    version: found.version,
    frozenAt: paper.frozenAt,
    votes: {
      needed: needed.votes,
      chair: needed.chair,
      cast: counted.length,
      own: counted.find(({ member }) => member.id === call.who.id)?.vote ?? null,
    },
    housemates: flagsOf(mates, proposal.personId),
    changed: proposal.status === 'awaitingPanel' ? changesSincePapers(paper, basisOf(scene, move)) : [],
  });
}

function changesSincePapers({ content }: Pack, now: Parameters<typeof changesBetween>[1]): FactChanged[] {
  const before = PackContent.parse(JSON.parse(content)).explanation?.basis;
  return before ? changesBetween(before, now) : [];
}

function flagsOf(mates: readonly Occupant[], personId: Proposal['personId']): Housemates {
  const count = (holds: (mate: Occupant) => boolean) => mates.filter(holds).length;
  return {
    people: mates.reduce((sum, { size }) => sum + size, 0),
    highRisk: count((mate) => mate.highRisk),
    earlyRecovery: count((mate) => mate.earlyRecovery),
    exploitsOthers: count((mate) => mate.exploitsOthers),
    exploitable: count((mate) => mate.exploitable),
    keptApart: count((mate) => mate.keptApartFrom.includes(personId)),
  };
}
