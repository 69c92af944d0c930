import type { Model } from './linearizability.ts';
import { type Asked, type AskedOfProposal, live, type Told } from './linearizability-rooms.ts';

/** The one live proposal of somebody; null while they have none. */
export interface PersonState {
  readonly has: string | null;
}

/** How a proposal for somebody who has one already is refused. */
export const personBusy: ReadonlySet<string> = new Set(['person-already-promised', 'transition-not-allowed']);

/** Somebody who may have one live proposal at a time, for whichever room. */
export const personModel: Model<PersonState, Asked, Told> = {
  initial: { has: null },
  step(state, asked, told) {
    if (asked.do === 'readVacancy' || asked.do === 'readCalendar') return state;
    if (asked.do === 'propose') {
      if (told?.kind === 'refused') return state.has !== null && personBusy.has(told.code) ? state : null;
      return state.has === null && asked.proposalId !== null ? { has: asked.proposalId } : null;
    }
    const isTheirs = state.has === asked.proposalId;
    const isOver = told?.kind === 'standing' ? !live.has(told.status) : ends(asked);
    if (asked.do === 'read') return isTheirs === isOver ? null : state;
    if (!isTheirs) return null;
    return isOver ? { has: null } : state;
  },
  key: ({ has }) => String(has),
};

const ends = (asked: AskedOfProposal): boolean =>
  asked.do === 'withdraw' || ('answer' in asked && (asked.answer === 'no' || asked.answer === 'refuse'));
