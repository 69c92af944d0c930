import {
  cancelWords,
  contactWords,
  decisionVerbs,
  departureWords,
  noShowWords,
  reviewWords,
  sustainmentWords,
  viewWords,
  waitsForWords,
} from './codes.ts';
import {
  because,
  type Context,
  dayAfter,
  movesOf,
  type Told,
  theMove,
  theMoves,
  theRoom,
  wordsFor,
} from './told.ts';
import type { Clause } from './words.ts';

/** What is done from a suggestion to a move, and while somebody lives in a room. */
export const placingWords = {
  matchRunAsked: (_, { by }) => `${by} asked for a new plan`,
  suggestionAdopted: (told, context) => `${context.by} adopted ${theMoves(told, context)}`,
  proposalMade: (told, context) => `${context.by} proposed ${theMoves(told, context)}`,
  proposalRenewed: (told, context) =>
    `${context.by} brought ${theProposal(told, context)} up to date with what has changed`,
  viewRecorded: (told, context) =>
    `${context.by} recorded what ${context.person(told.personId)} says of a move to ${theRoom(told)}${because(viewWords, told.answer)}`,
  providerAnswered: (told, { by, person }) =>
    `${by} ${answerVerb(told)} the referral of ${person(told.personId)} to ${theRoom(told)}`,
  questionAsked: (told, context) =>
    `${context.by} asked a question about ${theProposal(told, context)}${dayAfter('to be answered by', told.until)}`,
  questionAnswered: (told, context) =>
    `${context.by} answered the question about ${theProposal(told, context)}`,
  proposalDecided: (told, context) =>
    `${context.by} ${decisionVerb(told)} ${theMove(told, context)}${andOthers(told)}`,
  chainDecided: (told, context) => `${context.by} ${decisionVerb(told)} ${theMoves(told, context)}`,
  panelPlanned: (told, { by }) => `${by} called a panel${dayAfter('for', told.on)}`,
  panelCirculated: (told, { by }) => `${by} sent out the papers of the panel${dayAfter('on', told.on)}`,
  voteCast: (_, { by }) => `${by} voted on what is before the panel`,
  conflictDeclared: (_, { by }) => `${by} declared a conflict of interest and takes no part`,
  reviewAsked: (told, context) => `${context.by} asked for a review of ${theProposal(told, context)}`,
  reviewDecided: (told, context) =>
    `${context.by} decided the review of ${theProposal(told, context)}${because(reviewWords, told.outcome)}`,
  proposalWithdrawn: (told, context) =>
    `${context.by} withdrew ${theProposal(told, context)}${because(cancelWords, told.reason)}${andOthers(told)}`,
  proposalReminded: (told, context) =>
    `a reminder went out of ${theProposal(told, context)}${because(waitsForWords, told.waitsFor)}`,
  proposalEscalated: (told, context) =>
    `somebody else was told that ${theProposal(told, context)} is late${because(waitsForWords, told.waitsFor)}`,
  proposalExpired: (told, context) =>
    `${theProposal(told, context)} ran out of time${because(waitsForWords, told.waitsFor)}${andOthers(told)}`,
  offerAccepted: (told, { by, person }) =>
    `${by} recorded that ${person(told.personId)} accepts ${theRoom(told)}`,
  offerRefused: (told, { by, person }) =>
    `${by} recorded that ${person(told.personId)} does not want ${theRoom(told)}`,
  stayRecorded: (told, { by, person }) =>
    `${by} recorded that ${person(told.personId)} lives in ${theRoom(told)}${dayAfter('since', told.from)}`,
  arrived: (told, { by, person }) =>
    `${by} recorded that ${person(told.personId)} moved into ${theRoom(told)}${dayAfter('on', told.on)}${told.without ? ', with a required step set aside' : ''}`,
  notArrived: (told, { by, person }) =>
    `${by} recorded that ${person(told.personId)} did not move into ${theRoom(told)}${because(noShowWords, told.reason)}`,
  departed: (told, { by, person }) =>
    `${by} recorded that ${person(told.personId)} left ${theRoom(told)}${dayAfter('on', told.on)}${because(departureWords, told.reason)}`,
  absenceRecorded: (told, { by, person }) =>
    `${by} recorded that ${person(told.personId)} is away${told.reason === 'hospital' ? ' in hospital' : ''}${dayAfter('from', told.from)} and keeps ${theRoom(told)}`,
  contactRecorded: (told, { by, person }) =>
    `${by} recorded a contact with ${person(told.personId)}${dayAfter('of', told.on)}${because(contactWords, told.outcome)}`,
  contactMissed: (told, { by, person }) =>
    `${by} recorded that the contact with ${person(told.personId)}${dayAfter('of', told.on)} did not take place`,
  departureCorrected: (told, { by, person }) =>
    `${by} corrected why ${person(told.personId)} left${dayAfter('on', told.on)}${because(departureWords, told.reason)}`,
  sustainmentRecorded: (told, { by, person }) =>
    `${by} recorded whether the home of ${person(told.personId)} has lasted${because(sustainmentWords, told.result)}`,
} satisfies Readonly<Record<string, Clause>>;

const answerVerb = ({ answer }: Told): string =>
  wordsFor({ accept: 'accepted', refuse: 'refused' }, answer) ?? 'answered';

const decisionVerb = ({ outcome }: Told): string => wordsFor(decisionVerbs, outcome) ?? 'decided on';

const theProposal = (told: Told, { person }: Context): string =>
  `the proposal to move ${person(told.personId)} to ${theRoom(told)}`;

/** Proposals that ended with it because they could not stand without it. */
function andOthers(told: Told): string {
  const others = movesOf(told) === null ? 0 : Number(told.links) - 1;
  if (others === 0) return '';
  return others === 1
    ? '; one more could not stand without it'
    : `; ${others} more could not stand without it`;
}
