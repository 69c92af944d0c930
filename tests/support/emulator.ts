import type { TestProject } from 'vitest/node';
import { startDynamoDbLocal } from '../../infra/local/dynamodb-local.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the one emulator of this run answers. */
    dynamoDbEndpoint: string;
    /** Whether somebody watches this run at a terminal. */
    isWatched: boolean;
  }
}

/** Starts one DynamoDB Local for the whole run; every test file makes a table of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const emulator = await startDynamoDbLocal(null);
  project.provide('dynamoDbEndpoint', emulator.endpoint);
  project.provide('isWatched', process.stderr.isTTY === true);
  return () => emulator.stop();
}
