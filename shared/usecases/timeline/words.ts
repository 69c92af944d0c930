import type { Deed } from '../../domain/audit.ts';
import { beforeMoveWords } from './before-move-words.ts';
import { dischargeWords } from './discharge-words.ts';
import { placingWords } from './placing-words.ts';
import { recordWords } from './record-words.ts';
import { requestWords } from './request-words.ts';
import type { Context, Told } from './told.ts';
import { workerWords } from './worker-words.ts';

/** What was done, in a clause that follows a day: "a panel member approved the move of …". */
export type Clause = (told: Told, context: Context) => string;

/** The plain words of everything that can be done. Each stands without any key that was not told. */
export const words: Readonly<Record<Deed, Clause>> = {
  ...recordWords,
  ...requestWords,
  ...dischargeWords,
  ...placingWords,
  ...beforeMoveWords,
  ...workerWords,
};
