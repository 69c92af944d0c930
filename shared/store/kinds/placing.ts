import { DischargeFile } from '../../domain/discharge.ts';
import { RequestFile, StayFile } from '../../domain/files.ts';
import { Conflict, Pack, Panel, Review, Vote } from '../../domain/panel.ts';
import { PersonView } from '../../domain/person-view.ts';
import { Chain, Decision, Proposal, ProposalExplanation } from '../../domain/proposal.ts';
import { ProviderAnswer } from '../../domain/provider-answer.ts';
import { home, type Kind, person } from '../kind.ts';

const closed = new Set(['closed', 'rejected', 'withdrawn', 'expired']);

export const requests: Kind<RequestFile> = {
  name: 'request',
  schema: RequestFile,
  id: (data) => data.request.id,
  list: ({ request }) => ({ within: closed.has(request.status) ? 'past' : 'live', by: request.queuedOn }),
  about: (data) => data.request.personId,
  subjects: (data) => [person(data.request.personId)],
  state: (data) => data.request.status,
  machine: 'request',
  rematch: true,
};

/** One for each discharge of which anything is on record beside its days of delay. */
export const discharges: Kind<DischargeFile> = {
  name: 'discharge',
  schema: DischargeFile,
  id: (data) => data.requestId,
  subjects: (data) => [person(data.personId)],
  state: (data) => (data.made ? 'discharged' : 'preparing'),
  rematch: false,
};

const ended = new Set(['declined', 'cancelled', 'expired', 'superseded']);

export const proposals: Kind<Proposal> = {
  name: 'proposal',
  schema: Proposal,
  id: (data) => data.id,
  list: (data) => ({ within: ended.has(data.status) ? 'past' : 'live', by: data.expiresAt }),
  about: (data) => data.personId,
  subjects: (data) => [person(data.personId), home(data.homeId)],
  state: (data) => data.status,
  machine: 'proposal',
  rematch: false,
};

/** Written once with its proposal. */
export const explanations: Kind<ProposalExplanation> = {
  name: 'explanation',
  schema: ProposalExplanation,
  id: (data) => data.proposalId,
  subjects: (data) => [person(data.personId)],
  rematch: false,
};

export const chains: Kind<Chain> = {
  name: 'chain',
  schema: Chain,
  id: (data) => data.id,
  subjects: (data) => [home(data.homeId)],
  state: (data) => data.status,
  machine: 'chain',
  rematch: false,
};

export const views: Kind<PersonView> = {
  name: 'view',
  schema: PersonView,
  id: (data) => data.id,
  about: (data) => data.proposalId,
  subjects: (data) => [person(data.personId)],
  state: (data) => data.answer,
  rematch: false,
};

export const providerAnswers: Kind<ProviderAnswer> = {
  name: 'providerAnswer',
  schema: ProviderAnswer,
  id: (data) => data.proposalId,
  list: (data) => ({ within: data.organisationId, by: data.at }),
  subjects: (data) => [person(data.personId), home(data.homeId)],
  state: (data) => data.answer,
  rematch: false,
};

export const decisions: Kind<Decision> = {
  name: 'decision',
  schema: Decision,
  id: (data) => data.id,
  about: (data) => data.proposalId,
  subjects: (data) => [person(data.personId), home(data.homeId)],
  state: (data) => data.outcome,
  rematch: false,
};

const casePeople = (data: { readonly personIds: readonly string[]; readonly homeIds: readonly string[] }) => [
  ...new Set([...data.personIds.map(person), ...data.homeIds.map(home)]),
];

export const votes: Kind<Vote> = {
  name: 'vote',
  schema: Vote,
  id: (data) => `${data.caseId}.${data.by}`,
  about: (data) => data.caseId,
  subjects: casePeople,
  state: (data) => data.for,
  rematch: false,
};

export const conflicts: Kind<Conflict> = {
  name: 'conflict',
  schema: Conflict,
  id: (data) => `${data.caseId}.${data.by}`,
  about: (data) => data.caseId,
  subjects: casePeople,
  state: (data) => data.kind,
  rematch: false,
};

export const panels: Kind<Panel> = {
  name: 'panel',
  schema: Panel,
  id: (data) => data.id,
  list: (data) => ({ by: data.on }),
  subjects: () => ['partnership'],
  state: (data) => data.status,
  rematch: false,
};

/** Written once, when the papers of a panel go out. */
export const packs: Kind<Pack> = {
  name: 'pack',
  schema: Pack,
  id: (data) => `${data.panelId}.${data.proposalId}`,
  about: (data) => data.panelId,
  subjects: (data) => [person(data.personId)],
  rematch: false,
};

export const reviews: Kind<Review> = {
  name: 'review',
  schema: Review,
  id: (data) => data.id,
  list: (data) => ({ within: data.status === 'asked' ? 'open' : 'closed', by: data.askedAt }),
  about: (data) => data.proposalId,
  subjects: (data) => [person(data.personId), home(data.homeId)],
  state: (data) => data.status,
  rematch: false,
};

const gone = new Set(['departed', 'closed', 'notArrived', 'cancelled']);

export const stays: Kind<StayFile> = {
  name: 'stay',
  schema: StayFile,
  id: (data) => data.stay.id,
  list: ({ stay }) => ({ within: gone.has(stay.status) ? 'past' : 'live', by: stay.from }),
  about: (data) => data.stay.personId,
  subjects: (data) => [person(data.stay.personId), home(data.homeId)],
  state: (data) => data.stay.status,
  machine: 'stay',
  rematch: true,
};
