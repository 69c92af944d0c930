import type { Reporter, TestModule } from 'vitest/node';

/** What a run comes to. */
export interface Tally {
  passed: number;
  failed: number;
}

/** The part of a test file's result that is counted. */
export interface FileResult {
  state(): string;
  children: { allTests(state: 'passed' | 'failed'): Iterable<unknown> };
}

/**
 * Counts tests. A file that failed without a failing test (it does not load, or a hook throws) is one failure,
 * and so is every error outside the files, as otherwise a broken run could read like a good one.
 */
export function tally(files: readonly FileResult[], errorsOutside: number): Tally {
  const counts = { passed: 0, failed: errorsOutside };
  for (const file of files) {
    const failed = [...file.children.allTests('failed')].length;
    counts.passed += [...file.children.allTests('passed')].length;
    counts.failed += failed === 0 && file.state() === 'failed' ? 1 : failed;
  }
  return counts;
}

/** Prints `N passed, N failed` when the process ends, so that no other reporter's summary comes after it. */
export default class LastLine implements Reporter {
  private counts: Tally = { passed: 0, failed: 0 };

  onInit(): void {
    process.once('exit', () =>
      process.stdout.write(`${this.counts.passed} passed, ${this.counts.failed} failed\n`),
    );
  }

  onTestRunEnd(files: readonly TestModule[], errorsOutside: readonly unknown[]): void {
    this.counts = tally(files, errorsOutside.length);
  }
}
