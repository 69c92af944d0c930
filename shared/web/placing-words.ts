import type * as z from 'zod';
import type { DeclineReason } from '../domain/declined-move.ts';
import type { Special } from '../domain/panel.ts';
import type { PersonView } from '../domain/person-view.ts';
import type { TermId } from '../domain/policy.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { ProviderAnswer } from '../domain/provider-answer.ts';
import type { TagColour } from './components/tag.tsx';

/** What the codes of proposals and panels are called on pages. */

export const proposalStanding: Readonly<Record<Proposal['status'], { text: string; colour: TagColour }>> = {
  draft: { text: 'Being written', colour: 'grey' },
  awaitingPerson: { text: 'Waiting for the person', colour: 'blue' },
  awaitingProvider: { text: 'Waiting for the provider', colour: 'blue' },
  awaitingPanel: { text: 'Waiting for the panel', colour: 'orange' },
  approved: { text: 'Approved', colour: 'green' },
  declined: { text: 'Declined', colour: 'red' },
  cancelled: { text: 'Cancelled', colour: 'grey' },
  expired: { text: 'Run out', colour: 'grey' },
  superseded: { text: 'Replaced', colour: 'grey' },
};

export const termWords: Readonly<Record<TermId, string>> = {
  choice: 'Their choice',
  support: 'Support',
  location: 'Location',
  readiness: 'Readiness',
  continuity: 'Continuity',
  household: 'Household',
  affordability: 'Affordability',
};

export const specialWords: Readonly<Record<z.infer<typeof Special>, string>> = {
  ruleOverridden: 'A rule is set aside for this person.',
  notTopRanked: 'The plan suggests somebody else for this room.',
  highRisk: 'There is a high risk on record.',
};

export const viewWords: Readonly<Record<PersonView['answer'], string>> = {
  yes: 'Yes, they want this home',
  no: 'No, they do not want this home',
  wantsToTalk: 'They want to talk about it',
  didNotWantToSay: 'They did not want to say',
  couldNotBeAsked: 'They could not be asked',
};

export const unaskedWords: Readonly<
  Record<Extract<PersonView, { answer: 'couldNotBeAsked' }>['because'], string>
> = {
  cannotBeReached: 'They cannot be reached.',
  lacksCapacity: 'They lack capacity for this decision; a best-interests record stands.',
  urgent: 'It was too urgent to ask.',
};

export const providerWords: Readonly<Record<ProviderAnswer['answer'], string>> = {
  accept: 'The provider can support them.',
  refuse: 'The provider said no.',
  silent: 'The provider did not answer in time.',
};

/** Which rooms somebody was shown before they said what they think. */
export function shownWords({
  optionsShown,
  onlyOneBecause,
}: Pick<Extract<PersonView, { words: unknown }>, 'optionsShown' | 'onlyOneBecause'>): string {
  if (optionsShown.length > 1)
    return `They were shown ${optionsShown.length} rooms: ${optionsShown.join(', ')}.`;
  if (onlyOneBecause === null) return 'They were shown this room; no other fitted, as far as is on record.';
  return onlyOneBecause === 'urgent'
    ? 'They were shown this room alone, as it was urgent.'
    : 'They were shown this room alone, as they asked.';
}

export const obtainedWords: Readonly<
  Record<
    Extract<PersonView, { answer: 'yes' | 'no' | 'wantsToTalk' | 'didNotWantToSay' }>['obtained'],
    string
  >
> = {
  inPerson: 'said in person',
  byPhone: 'said by phone',
  inWriting: 'written',
  withAdvocate: 'said with an advocate',
  withInterpreter: 'said with an interpreter',
};

export const declineWords: Readonly<Record<z.infer<typeof DeclineReason>, string>> = {
  noSuitableRoom: 'The room does not suit them',
  noSingleOccupancy: 'They need a home to themselves',
  riskToOrFromResident: 'A risk to or from somebody who lives there',
  supportNeedExceedsOffer: 'They need more support than the home gives',
  personDeclined: 'The person said no',
  withdrawn: 'It was withdrawn',
  other: 'Another reason',
};
