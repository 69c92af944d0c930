import type { CodeRow } from '../../domain/codes.ts';
import type { Choice } from '../components/choices.tsx';

/** Stands for what nobody knows yet. It never counts as a yes or a no. */
export const notKnown: Choice = { value: 'notKnown', text: 'Not known' };

export const yesOrNo: readonly Choice[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

export const yesNoOrNotKnown: readonly Choice[] = [...yesOrNo, notKnown];

export const requiredOrNot: readonly Choice[] = [
  { value: 'required', text: 'Yes' },
  { value: 'notRequired', text: 'No' },
  notKnown,
];

export const fromCodes = (codes: readonly CodeRow[]): Choice[] =>
  codes.map(({ code, label }) => ({ value: code, text: label }));

/** A year ago at most, today at the latest. */
export const upToToday = { from: -365, to: 0 } as const;
