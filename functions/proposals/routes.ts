import * as z from 'zod';
import { HomeId, OrganisationId, PersonId, ProposalId, SuggestionId } from '../../shared/domain/ids.ts';
import { Receipt } from '../../shared/usecases/call.ts';
import { aClosingDay, HomeClosure } from '../../shared/usecases/cascades/close-home.ts';
import { CascadePreview } from '../../shared/usecases/cascades/preview.ts';
import { PersonWithdrawal } from '../../shared/usecases/cascades/withdraw-person.ts';
import { pageQuery } from '../../shared/usecases/paging.ts';
import { Decided } from '../../shared/usecases/placing/approve.ts';
import { ProposalsMade } from '../../shared/usecases/placing/make-proposals.ts';
import { Adoption } from '../../shared/usecases/proposals/adopt-suggestion.ts';
import { QuestionAnswer } from '../../shared/usecases/proposals/answer-question.ts';
import { Answer } from '../../shared/usecases/proposals/answer-referral.ts';
import { Question } from '../../shared/usecases/proposals/ask-question.ts';
import { AnswersCounted } from '../../shared/usecases/proposals/count-answers.ts';
import { HandMade } from '../../shared/usecases/proposals/propose-move.ts';
import {
  aChain,
  ChainShown,
  ProposalPage,
  ProposalShown,
} from '../../shared/usecases/proposals/read-proposal.ts';
import { StepTaken, View } from '../../shared/usecases/proposals/record-view.ts';
import { Renewed } from '../../shared/usecases/proposals/renew-proposal.ts';
import { ChainRuling, Ruling } from '../../shared/usecases/proposals/rulings.ts';
import { Ended, Withdrawal, WithdrawalPreview } from '../../shared/usecases/proposals/withdraw-proposal.ts';
import { get, nothing, post } from '../route.ts';

const aProposal = z.strictObject({ proposalId: ProposalId });

export const adoptSuggestionRoute = post('/v1/suggestions/{suggestionId}/adoption', {
  name: 'adoptSuggestion',
  door: 'proposals',
  action: 'proposals.make',
  summary: 'Propose a suggested move of the current plan, or the whole chain it belongs to.',
  params: z.strictObject({ suggestionId: SuggestionId }),
  body: Adoption,
  answer: ProposalsMade,
});

export const proposeMoveRoute = post('/v1/proposals', {
  name: 'proposeMove',
  door: 'proposals',
  action: 'proposals.make',
  summary: 'Propose a move by hand, judged by the same rules as a suggestion.',
  params: nothing,
  body: HandMade,
  answer: ProposalsMade,
});

export const listProposalsRoute = get('/v1/proposals', {
  name: 'listProposals',
  door: 'proposals',
  action: 'proposals.read',
  summary: 'List proposals that may still lead to a move, or those that have ended.',
  params: nothing,
  query: z.strictObject({ ...pageQuery, state: z.enum(['live', 'past']).default('live') }),
  answer: ProposalPage,
});

export const readProposalRoute = get('/v1/proposals/{proposalId}', {
  name: 'readProposal',
  door: 'proposals',
  action: 'proposals.read',
  summary:
    'Read a proposal with the person’s own words, the provider’s answer, decisions and the explanation.',
  params: aProposal,
  query: nothing,
  answer: ProposalShown,
});

export const renewProposalRoute = post('/v1/proposals/{proposalId}/renewal', {
  name: 'renewProposal',
  door: 'proposals',
  action: 'proposals.renew',
  summary: 'Check and score a proposal anew on the facts as they are now, so that it can be decided on them.',
  params: aProposal,
  body: nothing,
  answer: Renewed,
  ifMatch: true,
});

export const recordViewRoute = post('/v1/proposals/{proposalId}/person-view', {
  name: 'recordView',
  door: 'proposals',
  action: 'views.write',
  summary: 'Record what the person says of the move. A no stops it and costs them nothing.',
  params: aProposal,
  body: View,
  answer: StepTaken,
});

export const answerReferralRoute = post('/v1/proposals/{proposalId}/provider-answer', {
  name: 'answerReferral',
  door: 'proposals',
  action: 'providerAnswers.write',
  summary: 'Answer for the home’s provider whether they can support this person.',
  params: aProposal,
  body: Answer,
  answer: StepTaken,
});

export const askQuestionRoute = post('/v1/proposals/{proposalId}/questions', {
  name: 'askQuestion',
  door: 'proposals',
  action: 'proposals.ask',
  summary: 'Ask something about a referral before answering it. The clock stands still until the answer.',
  params: aProposal,
  body: Question,
  answer: StepTaken,
});

export const answerQuestionRoute = post('/v1/proposals/{proposalId}/question-answer', {
  name: 'answerQuestion',
  door: 'proposals',
  action: 'proposals.answer',
  summary: 'Answer the question a proposal waits on.',
  params: aProposal,
  body: QuestionAnswer,
  answer: StepTaken,
});

export const countAnswersRoute = get('/v1/organisations/{organisationId}/referral-answers', {
  name: 'countAnswers',
  door: 'proposals',
  action: 'providerAnswers.read',
  summary:
    'Count how a provider answered referrals in the last year, and how many it left without an answer.',
  params: z.strictObject({ organisationId: OrganisationId }),
  query: nothing,
  answer: AnswersCounted,
});

export const decideProposalRoute = post('/v1/proposals/{proposalId}/decisions', {
  name: 'decideProposal',
  door: 'proposals',
  action: 'decisions.make',
  summary: 'Decide a proposal as a panel member who did not make it, ask for it, or work with the person.',
  params: aProposal,
  body: Ruling,
  answer: Decided,
  ifMatch: true,
});

export const withdrawProposalRoute = post('/v1/proposals/{proposalId}/withdrawal', {
  name: 'withdrawProposal',
  door: 'proposals',
  action: 'proposals.withdraw',
  summary: 'Withdraw a proposal before the move is made.',
  params: aProposal,
  body: Withdrawal,
  answer: Ended,
});

export const previewWithdrawalRoute = get('/v1/proposals/{proposalId}/withdrawal', {
  name: 'previewWithdrawal',
  door: 'proposals',
  action: 'proposals.withdraw',
  summary: 'See what else would end if a proposal were withdrawn, before withdrawing it.',
  params: aProposal,
  query: nothing,
  answer: WithdrawalPreview,
});

export const readChainRoute = get('/v1/chains/{chainId}', {
  name: 'readChain',
  door: 'proposals',
  action: 'proposals.read',
  summary: 'Read a chain with its proposals in the order of the moves.',
  params: aChain,
  query: nothing,
  answer: ChainShown,
});

export const decideChainRoute = post('/v1/chains/{chainId}/decisions', {
  name: 'decideChain',
  door: 'proposals',
  action: 'decisions.make',
  summary: 'Decide a whole chain in one commit: every move, or none.',
  params: aChain,
  body: ChainRuling,
  answer: Decided,
  ifMatch: true,
});

const aPerson = z.strictObject({ personId: PersonId });
const aHome = z.strictObject({ homeId: HomeId });
const onPerson = { door: 'proposals', action: 'people.withdraw', params: aPerson } as const;
const onHome = { door: 'proposals', action: 'homes.close', params: aHome } as const;

export const previewPersonWithdrawalRoute = get('/v1/people/{personId}/withdrawal', {
  ...onPerson,
  name: 'previewPersonWithdrawal',
  summary: 'See what withdrawing a person would end, before anybody does.',
  query: nothing,
  answer: CascadePreview,
});

export const withdrawPersonRoute = post('/v1/people/{personId}/withdrawal', {
  ...onPerson,
  name: 'withdrawPerson',
  summary:
    'End all planning for a person: at once nothing new begins, and what is under way ends soon after.',
  body: PersonWithdrawal,
  answer: Receipt,
});

export const returnPersonRoute = post('/v1/people/{personId}/return', {
  ...onPerson,
  name: 'returnPerson',
  summary: 'Take a person up again who was withdrawn.',
  body: nothing,
  answer: Receipt,
});

export const previewClosureRoute = get('/v1/homes/{homeId}/closure', {
  ...onHome,
  name: 'previewClosure',
  summary: 'See what closing a home from a day on would end, before anybody does.',
  query: aClosingDay,
  answer: CascadePreview,
});

export const closeHomeRoute = post('/v1/homes/{homeId}/closure', {
  ...onHome,
  name: 'closeHome',
  summary: 'Close a home from a day on: at once nothing new begins, and what cannot stand ends soon after.',
  body: HomeClosure,
  answer: Receipt,
});

export const reopenHomeRoute = post('/v1/homes/{homeId}/reopening', {
  ...onHome,
  name: 'reopenHome',
  summary: 'Keep a home open that was to close.',
  body: nothing,
  answer: Receipt,
});
