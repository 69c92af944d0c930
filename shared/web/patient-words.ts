import { type Day, sayDay } from '../domain/day.ts';
import type { OwnWords } from '../domain/request-statement.ts';
import { unaskedWords } from './placing-words.ts';
import { viewOnRecord } from './view-said.ts';

/** What is said on the page of a patient after something was done there, by the name it has in the address. */
export const doneWords: Readonly<Record<string, string>> = {
  answered: 'Your answer is sent. The request goes on.',
  'not-ready': 'Days no longer count as delay. Say so when they are ready again.',
  ready: 'It is on record that they are ready to leave.',
  planned: 'What you arranged is on record.',
  left: 'It is on record that they have left hospital. Follow them up in time.',
  'followed-up': 'The follow-up is on record.',
  asked: viewOnRecord,
};

export const turnWords: Readonly<
  Record<
    'ward' | 'programmeLead' | 'officer' | 'person' | 'provider' | 'panel' | 'followUpOwner' | 'nobody',
    string
  >
> = {
  ward: 'Your turn',
  programmeLead: 'The programme lead’s turn',
  officer: 'The housing officer’s turn',
  person: 'The person’s turn',
  provider: 'The provider’s turn',
  panel: 'The panel’s turn',
  followUpOwner: 'The turn of whoever follows them up',
  nobody: 'Nobody’s turn',
};

/** How a follow-up stands, before the name of whoever owes it. */
export const followUpWords: Readonly<Record<'due' | 'done' | 'late' | 'missed', string>> = {
  due: 'Due:',
  done: 'Done in time:',
  late: 'Done, but late:',
  missed: 'Overdue:',
};

/** What a person said before any home was proposed, or why they did not. */
export function ownWordsSaid(said: OwnWords): string {
  if (said.answer === 'said') return `“${said.words}”`;
  return said.answer === 'couldNotBeAsked' ? unaskedWords[said.because] : 'They did not want to say.';
}

/** What the plan holds for somebody: a room, what is to be expected, or why they are not in it. */
interface Prospect {
  readonly suggestion: { readonly roomId: string; readonly moveOn: Day } | null;
  readonly expectations: { readonly sentence: string } | null;
  readonly because: string | null;
}

/** Says it to whoever asked for their place. */
export function prospectWords({ suggestion, expectations, because }: Prospect): string {
  if (suggestion)
    return `It suggests ${suggestion.roomId} for them, from ${sayDay(suggestion.moveOn)}. A housing officer can propose it now.`;
  return `It has no room for them yet. ${expectations?.sentence ?? because ?? ''}`.trim();
}
