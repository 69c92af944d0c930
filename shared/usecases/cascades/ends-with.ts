import { type Day, dayNumber } from '../../domain/day.ts';
import type { VacancyFile } from '../../domain/files.ts';
import type { HomeId, PersonId, ProposalId } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { proposals } from '../../store/kinds/placing.ts';
import { addProposals } from '../placing/fetch-proposals.ts';
import { hasMoved, isLive } from '../placing/release.ts';
import { fetchHomes, type Scene } from '../placing/scene.ts';

/** Adds whatever is proposed or promised to somebody. @returns the proposals that end with their withdrawal */
export async function proposalsOfPerson(scene: Scene, personId: PersonId): Promise<Proposal[]> {
  const listed = await scene.records.about(proposals, personId);
  await addProposals(
    scene,
    listed.filter(({ data }) => isLive(data)).map(({ data }) => data.id),
  );
  return endable(scene).filter((one) => one.personId === personId);
}

/**
 * Adds whatever is proposed or promised in a home.
 * @returns the proposals that end with its closing: too few nights would be left of a move
 */
export async function proposalsOfHome(scene: Scene, homeId: HomeId, closes: Day): Promise<Proposal[]> {
  await fetchHomes(scene, [homeId]);
  const promised = new Set(
    scene.stays.all().flatMap((one) => (one.homeId === homeId ? (one.proposalId ?? []) : [])),
  );
  const held = scene.ledgers
    .all()
    .filter((ledger) => ledger.homeId === homeId)
    .flatMap(({ periods }) => periods.flatMap((one) => (one.kind === 'hold' ? one.proposalId : [])));
  const behind = scene.vacancies.all().flatMap((file) => (file.homeId === homeId ? file.backups : []));
  await addProposals(scene, [...new Set<ProposalId>([...promised, ...held, ...behind])]);
  return endable(scene).filter(
    (one) => one.homeId === homeId && leavesTooFew(scene.policy, one.moveOn, closes),
  );
}

/** The vacancies of a home that nobody has and nobody can use any more once it closes. */
export function vacanciesOfHome(scene: Scene, homeId: HomeId, closes: Day): VacancyFile[] {
  return scene.vacancies.all().filter(({ homeId: of, vacancy, backups }) => {
    if (of !== homeId || backups.length > 0) return false;
    if (vacancy.status !== 'expected' && vacancy.status !== 'open') return false;
    return leavesTooFew(scene.policy, vacancy.from > scene.today ? vacancy.from : scene.today, closes);
  });
}

/** Whether a move on a day would be into a home that closes too soon after. */
function leavesTooFew({ minimumNights }: Policy, moveOn: Day, closes: Day): boolean {
  return dayNumber(moveOn) + minimumNights > dayNumber(closes);
}

const endable = (scene: Scene): Proposal[] =>
  scene.proposals.all().filter((one) => isLive(one) && !hasMoved(scene, one));
