import { closeHome, previewClosure } from '../../shared/usecases/cascades/close-home.ts';
import { reopenHome, returnPerson } from '../../shared/usecases/cascades/take-back.ts';
import { previewPersonWithdrawal, withdrawPerson } from '../../shared/usecases/cascades/withdraw-person.ts';
import { adoptSuggestion } from '../../shared/usecases/proposals/adopt-suggestion.ts';
import { answerQuestion } from '../../shared/usecases/proposals/answer-question.ts';
import { answerReferral } from '../../shared/usecases/proposals/answer-referral.ts';
import { askQuestion } from '../../shared/usecases/proposals/ask-question.ts';
import { countAnswers } from '../../shared/usecases/proposals/count-answers.ts';
import { decideChain } from '../../shared/usecases/proposals/decide-chain.ts';
import { decideProposal } from '../../shared/usecases/proposals/decide-proposal.ts';
import { proposeMove } from '../../shared/usecases/proposals/propose-move.ts';
import { listProposals, readChain, readProposal } from '../../shared/usecases/proposals/read-proposal.ts';
import { recordView } from '../../shared/usecases/proposals/record-view.ts';
import { renewProposal } from '../../shared/usecases/proposals/renew-proposal.ts';
import { previewWithdrawal, withdrawProposal } from '../../shared/usecases/proposals/withdraw-proposal.ts';
import { type Handled, handle } from '../route.ts';
import * as routes from './routes.ts';

export const proposalsHandlers: readonly Handled[] = [
  handle(routes.adoptSuggestionRoute, adoptSuggestion),
  handle(routes.proposeMoveRoute, proposeMove),
  handle(routes.listProposalsRoute, listProposals),
  handle(routes.readProposalRoute, readProposal),
  handle(routes.renewProposalRoute, renewProposal),
  handle(routes.recordViewRoute, recordView),
  handle(routes.answerReferralRoute, answerReferral),
  handle(routes.askQuestionRoute, askQuestion),
  handle(routes.answerQuestionRoute, answerQuestion),
  handle(routes.countAnswersRoute, countAnswers),
  handle(routes.decideProposalRoute, decideProposal),
  handle(routes.withdrawProposalRoute, withdrawProposal),
  handle(routes.previewWithdrawalRoute, previewWithdrawal),
  handle(routes.readChainRoute, readChain),
  handle(routes.decideChainRoute, decideChain),
  handle(routes.previewPersonWithdrawalRoute, previewPersonWithdrawal),
  handle(routes.withdrawPersonRoute, withdrawPerson),
  handle(routes.returnPersonRoute, returnPerson),
  handle(routes.previewClosureRoute, previewClosure),
  handle(routes.closeHomeRoute, closeHome),
  handle(routes.reopenHomeRoute, reopenHome),
];
