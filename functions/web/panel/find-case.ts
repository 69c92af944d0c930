import { PanelId, type PersonId, ProposalId } from '../../../shared/domain/ids.ts';
import { done, type Outcome, refuse } from '../../../shared/domain/outcome.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { readCase } from '../../../shared/usecases/panels/read-case.ts';
import { readPack } from '../../../shared/usecases/panels/read-panel.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import { readChain, readProposal } from '../../../shared/usecases/proposals/read-proposal.ts';
import { type AskedBy, reading, refOf } from '../page.ts';

type ValueOf<Read> = Read extends Promise<Outcome<infer Value>> ? Value : never;

/** What a member may call a person: their name, or else their reference. */
export async function nameOf(asked: AskedBy, personId: PersonId): Promise<string> {
  const person = await readPerson(asked.deps, reading(asked, { personId }, {}));
  return person.ok && person.value.level === 'identity' ? person.value.name : personId;
}

/** The references of a case, from its address. */
export function caseRefs({ refs }: AskedBy) {
  const panelId = refOf(PanelId, refs.panelId);
  const proposalId = refOf(ProposalId, refs.proposalId);
  if (!panelId.ok) return panelId;
  return proposalId.ok ? done({ panelId: panelId.value, proposalId: proposalId.value }) : proposalId;
}

/** A case of a panel with everything a page about it tells. */
export async function findCaseOf(asked: AskedBy) {
  const refs = caseRefs(asked);
  if (!refs.ok) return refs;
  const { panelId, proposalId } = refs.value;
  const pack = await readPack(asked.deps, reading(asked, { panelId }, {}));
  if (!pack.ok) return pack;
  const paper = pack.value.papers.find((one) => one.proposalId === proposalId);
  // Left out too where this member declared a conflict.
  if (!paper) return refuse('not-found');
  const [shown, today] = await Promise.all([
    readProposal(asked.deps, reading(asked, { proposalId }, {})),
    readCase(asked.deps, reading(asked, refs.value, {})),
  ]);
  if (!shown.ok) return shown;
  if (!today.ok) return today;
  const { proposal } = shown.value;
  const [person, place, chain] = await Promise.all([
    readPerson(asked.deps, reading(asked, { personId: proposal.personId }, {})),
    readHome(asked.deps, reading(asked, { homeId: proposal.homeId }, {})),
    proposal.chainId === null
      ? done(null)
      : readChain(asked.deps, reading(asked, { chainId: proposal.chainId }, {})),
  ]);
  if (!person.ok) return person;
  if (!place.ok) return place;
  if (!chain.ok) return chain;
  const who = person.value.level === 'identity' ? person.value.name : proposal.personId;
  return done({
    ...{ refs: refs.value, paper, shown: shown.value, today: today.value, who, person: person.value },
    ...{ home: place.value.home, rooms: place.value.rooms, chain: chain.value },
  });
}

export type FoundCase = ValueOf<ReturnType<typeof findCaseOf>>;
