import type { Instant } from '../../domain/day.ts';
import type { ProposalId } from '../../domain/ids.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { RoomPeriod } from '../../domain/room.ts';
import { chains, explanations, proposals, requests, stays } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import type { Deps } from '../call.ts';
import { fetchHomes, fetchPeople, makeScene, type Scene } from './scene.ts';

/**
 * Reads a proposal with its chain, and with every proposal that stands or falls with it: their people, homes, requests,
 * stays and vacancies.
 */
export async function fetchProposal(
  deps: Deps,
  records: Records,
  now: Instant,
  id: ProposalId,
): Promise<{ scene: Scene; proposal: Proposal } | null> {
  const scene = await makeScene(deps, records, now);
  await addProposals(scene, [id]);
  const proposal = scene.proposals.get(id);
  return proposal ? { scene, proposal } : null;
}

/** Adds proposals, the rest of their chains, and whoever is to follow into a room they free. */
export async function addProposals(scene: Scene, ids: readonly ProposalId[]): Promise<void> {
  const { records } = scene;
  for (let wanted = [...ids]; wanted.length > 0; ) {
    const found = await records.getMany(proposals, wanted);
    scene.proposals.add(found);
    scene.chains.add(
      await records.getMany(
        chains,
        found.flatMap(({ data }) => data.chainId ?? []),
      ),
    );
    await addAround(
      scene,
      found.map(({ data }) => data),
    );
    wanted = [...new Set([...linked(scene), ...followers(scene), ...newcomers(scene)])].filter(
      (id) => scene.proposals.get(id) === undefined,
    );
  }
}

/** Adds what proposals were made on: facts, score and checks. */
export async function addExplanations(scene: Scene, ids: readonly ProposalId[]): Promise<void> {
  scene.explanations.add(await scene.records.getMany(explanations, ids));
}

const linked = (scene: Scene): ProposalId[] => scene.chains.all().flatMap((chain) => chain.proposals);

/** Whoever is to follow into a room that one of these frees, and whoever frees the room one of these is to have. */
function followers(scene: Scene): ProposalId[] {
  const known = (id: ProposalId): boolean => scene.proposals.get(id) !== undefined;
  return scene.vacancies.all().flatMap(({ vacancy, freedBy }) => {
    if (freedBy === null || vacancy.status !== 'reserved') return [];
    return known(freedBy) || known(vacancy.proposalId) ? [vacancy.proposalId, freedBy] : [];
  });
}

/**
 * Whoever is promised a room in a home somebody was to leave: if they stay after all, the house may be too full.
 */
function newcomers(scene: Scene): ProposalId[] {
  const left = new Set(scene.proposals.all().map((one) => one.fromHomeId));
  return scene.ledgers
    .all()
    .filter((ledger) => left.has(ledger.homeId))
    .flatMap((ledger) => ledger.periods.flatMap((period) => promisedBy(scene, period) ?? []));
}

/** The proposal behind a stay that is promised and has not begun. */
export function promisedBy(scene: Scene, period: RoomPeriod): ProposalId | null {
  if (period.kind !== 'stay' || period.arrived) return null;
  return scene.stays.get(period.stayId)?.proposalId ?? null;
}

async function addAround(scene: Scene, found: readonly Proposal[]): Promise<void> {
  const { records } = scene;
  const [asked, promised] = await Promise.all([
    records.getMany(
      requests,
      found.map((one) => one.requestId),
    ),
    records.getMany(
      stays,
      found.flatMap((one) => (one.status === 'approved' ? [one.stayId] : [])),
    ),
    fetchPeople(
      scene,
      found.map((one) => one.personId),
    ),
    fetchHomes(
      scene,
      found.flatMap((one) => [one.homeId, one.fromHomeId].filter((id) => id !== null)),
    ),
  ]);
  scene.requests.add(asked);
  scene.stays.add(promised);
}
