import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: [fileURLToPath(new URL('support/emulator.ts', import.meta.url))],
    // Two cores are what a small build machine has; more workers there only make each test slower.
    maxWorkers: 2,
    // No test patches a module, so files share what they import: loading it anew for each was a third of the run.
    isolate: false,
    // The first synthesis on a cold disk takes longer than vitest's own five seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', fileURLToPath(new URL('support/reporter.ts', import.meta.url))],
  },
});
