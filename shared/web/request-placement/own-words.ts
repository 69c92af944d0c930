import { sharingBasisCodes } from '../../domain/request-statement.ts';
import type { Choice } from '../components/choices.tsx';
import { fromCodes, upToToday } from './choices.ts';
import type { Task } from './task.ts';

const unasked: readonly Choice[] = [
  { value: 'cannotBeReached', text: 'They cannot be reached' },
  { value: 'lacksCapacity', text: 'They lack capacity to say, and a best-interests decision is on record' },
  { value: 'urgent', text: 'It is too urgent' },
];

const obtained: readonly Choice[] = [
  { value: 'inPerson', text: 'They said it in person' },
  { value: 'byPhone', text: 'They said it by phone' },
  { value: 'inWriting', text: 'They wrote it' },
  { value: 'withAdvocate', text: 'With an advocate' },
  { value: 'withInterpreter', text: 'With an interpreter' },
];

/** What the person says themselves, before any home is proposed. */
export const wordsTask: Task = {
  id: 'words',
  title: 'What they say themselves',
  hint: 'Where and how they would like to live',
  intro:
    'Ask them before you ask for a place. You might ask: What would make a home feel like yours? What has worked before? What must not happen again?',
  optional: false,
  fields: [
    {
      kind: 'radios',
      name: 'asked',
      label: 'Have they told you what they want?',
      choices: [
        { value: 'said', text: 'Yes' },
        { value: 'didNotWantToSay', text: 'They did not want to say' },
        { value: 'couldNotBeAsked', text: 'They could not be asked' },
      ],
      needed: 'Say whether they told you what they want',
    },
    {
      kind: 'words',
      name: 'said',
      label: 'Their own words',
      heading: 'If they told you',
      hint: 'As they said it, not as you would put it.',
      rows: 8,
      most: 4000,
      needed: 'Write down what they said',
      onlyIf: { name: 'asked', is: ['said'] },
    },
    {
      kind: 'radios',
      name: 'obtained',
      label: 'How did they tell you?',
      choices: obtained,
      needed: 'Choose how they told you',
      onlyIf: { name: 'asked', is: ['said'] },
    },
    {
      kind: 'radios',
      name: 'because',
      label: 'Why not?',
      heading: 'If they could not be asked',
      choices: unasked,
      needed: 'Choose why they could not be asked',
      onlyIf: { name: 'asked', is: ['couldNotBeAsked'] },
    },
  ],
};

/** Why others may be told. */
export const sharingTask: Task = {
  id: 'sharing',
  title: 'Why you may share this',
  hint: 'That they agree, or what else lets you',
  intro:
    'Housing officers read what a home must offer the person, without their name. A provider is told who they are once they take the person on. The panel reads all of the request.',
  optional: false,
  fields: [
    {
      kind: 'radios',
      name: 'basis',
      label: 'Do they agree that this is shared to find them a home?',
      choices: fromCodes(sharingBasisCodes),
      needed: 'Choose why you may share this',
    },
    {
      kind: 'day',
      name: 'agreedOn',
      label: 'When did they agree, or when was it decided?',
      what: 'the day',
      needed: 'Enter the day',
      within: upToToday,
    },
  ],
};
