import { VacancyId } from '../../../shared/domain/ids.ts';
import { done } from '../../../shared/domain/outcome.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { readVacancy } from '../../../shared/usecases/homes/read-vacancy.ts';
import { vacancyOptions } from '../../../shared/usecases/matching/vacancy-options.ts';
import { readProposal } from '../../../shared/usecases/proposals/read-proposal.ts';
import { pathTo } from '../../../shared/web/paths.ts';
import { type AskedBy, reading, refOf } from '../page.ts';

/** A vacancy with its home and who could live there, worked out anew. */
export async function findOptions(asked: AskedBy) {
  const vacancyId = refOf(VacancyId, asked.refs.vacancyId);
  if (!vacancyId.ok) return vacancyId;
  const params = { vacancyId: vacancyId.value };
  const vacancy = await readVacancy(asked.deps, reading(asked, params, {}));
  if (!vacancy.ok) return vacancy;
  const [home, options] = await Promise.all([
    readHome(asked.deps, reading(asked, { homeId: vacancy.value.homeId }, {})),
    vacancyOptions(asked.deps, reading(asked, params, {})),
  ]);
  if (!home.ok) return home;
  if (!options.ok) return options;
  const room = `${home.value.home.name}, ${options.value.roomId}`;
  return done({ vacancyId: vacancyId.value, vacancy: vacancy.value.vacancy, room, options: options.value });
}

export type FoundOptions = Extract<Awaited<ReturnType<typeof findOptions>>, { ok: true }>['value'];

/**
 * Where the proposal stands that somebody made for this room already: a form that is sent again once its room is held
 * leads there. Null where the room is free, or held by another's proposal.
 */
export async function madeAlready(asked: AskedBy): Promise<string | null> {
  const vacancyId = refOf(VacancyId, asked.refs.vacancyId);
  if (!vacancyId.ok) return null;
  const found = await readVacancy(asked.deps, reading(asked, { vacancyId: vacancyId.value }, {}));
  if (!found.ok || found.value.vacancy.status !== 'reserved') return null;
  const { proposalId } = found.value.vacancy;
  const proposal = await readProposal(asked.deps, reading(asked, { proposalId }, {}));
  const isTheirs = proposal.ok && proposal.value.proposal.proposedBy === asked.who.id;
  return isTheirs ? pathTo('proposalMade', { proposalId }) : null;
}
