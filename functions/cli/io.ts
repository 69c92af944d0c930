import type { Day } from '../../shared/domain/day.ts';

/** What a command may touch outside itself. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether somebody is watching, so that progress is worth drawing. */
  readonly progress: boolean;
  readonly today: Day;
}

/** 0 done · 1 the facts or the answer stand in the way · 2 the command was not understood. */
export type ExitCode = 0 | 1 | 2;

/** Something the user can put right: what went wrong, and what to do about it. */
export class CliError extends Error {
  readonly fix: string;
  readonly exitCode: ExitCode;

  constructor(message: string, fix: string, exitCode: ExitCode = 1) {
    super(message);
    this.fix = fix;
    this.exitCode = exitCode;
  }
}
