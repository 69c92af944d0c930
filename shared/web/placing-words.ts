import type * as z from 'zod';
import type { BasisPart } from '../domain/basis.ts';
import { sayDay } from '../domain/day.ts';
import type { DeclineReason } from '../domain/declined-move.ts';
import { sayMoment } from '../domain/london-time.ts';
import type { Conflict, Special, Vote } from '../domain/panel.ts';
import type { PersonView } from '../domain/person-view.ts';
import type { TermId } from '../domain/policy.ts';
import type { Decision, Proposal } from '../domain/proposal.ts';
import type { ProviderAnswer } from '../domain/provider-answer.ts';
import type { TagColour } from './components/tag.tsx';
import type { Criterion } from './ruling.ts';

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

/** What a decision rests on. What the API was sent by another name stands as it was sent. */
export const criterionWords: Readonly<Record<Criterion, string>> = {
  ownWords: 'What the person said',
  checks: 'The checks',
  housemates: 'Who they would live with',
  ...termWords,
};

const isCriterion = (one: string): one is Criterion => one in criterionWords;
export const sayCriterion = (one: string): string => (isCriterion(one) ? criterionWords[one] : one);

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

export const outcomeWords: Readonly<Record<Decision['outcome'], string>> = {
  approve: 'Approved',
  approveWithConditions: 'Approved with conditions',
  defer: 'Put off',
  decline: 'Declined',
  preferAlternative: 'Another room preferred',
};

export const voteWords: Readonly<Record<Vote['for'], string>> = {
  approve: 'Approve',
  decline: 'Decline',
  preferAlternative: 'Prefer another room',
};

export const conflictWords: Readonly<Record<Conflict['kind'], string>> = {
  family: 'The person or somebody in the home is family',
  friend: 'The person or somebody in the home is a friend',
  financial: 'You gain or lose money by it',
  worksThere: 'You work at the home or for its provider',
  other: 'Another reason',
};

/** The parts of what a proposal rests on. */
export const partWords: Readonly<Record<BasisPart, string>> = {
  person: 'The person',
  request: 'The request',
  constraints: 'Whom or where to avoid',
  home: 'The home or the room',
  housemates: 'Who lives in the home',
  policy: 'The policy',
};

/** The name of a field in words: `needs[n-1].supportHoursPerWeek` is `support hours per week`. */
export function fieldWords(field: string): string {
  const name =
    field
      .replace(/\[[^\]]*\]/g, '')
      .split('.')
      .filter((one) => one !== '')
      .at(-1) ?? '';
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** The same as `specialWords`, for a list. */
export const specialShort: Readonly<Record<z.infer<typeof Special>, string>> = {
  ruleOverridden: 'A rule is set aside',
  notTopRanked: 'Not who the plan suggests',
  highRisk: 'High risk',
};

/** What a panel decided, when and why, in a sentence or three. */
export function decisionWords(one: Decision): string {
  const more =
    one.outcome === 'defer'
      ? ` Missing: “${one.question}”, by ${sayDay(one.dueOn)}.`
      : one.outcome === 'approveWithConditions'
        ? ` Conditions: ${one.conditions.join('; ')}.`
        : '';
  const again = 'reviewOn' in one && one.reviewOn ? ` The panel looks again on ${sayDay(one.reviewOn)}.` : '';
  return `${outcomeWords[one.outcome]} on ${sayMoment(one.at)}: “${one.reason}”${more}${again}`;
}

/** Why somebody is too near to a case, in the minutes. */
export const conflictShort: Readonly<Record<Conflict['kind'], string>> = {
  family: 'family',
  friend: 'a friend',
  financial: 'money',
  worksThere: 'works there',
  other: 'another reason',
};
