import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { DataNames } from './data-names.ts';
import type { DoorLambda } from './door-lambda.ts';

/** Seconds in which changes are gathered: a vacancy and the request for it are often written one after the other. */
const gatheringSeconds = 5;

/** Most changes handed over at once. They become one run a partnership, however many they are. */
const batchSize = 100;

/** Tries before changes are set aside. The schedule makes good what a run has missed, so many would only hold others up. */
const retries = 5;

/** Wakes a door on every change of the kinds it names. */
export function wakeOnChanges(
  lambda: DoorLambda,
  kinds: readonly string[],
  { StreamArn }: DataNames,
): EventSourceMapping {
  const queue = lambda.deadLetters;
  return new EventSourceMapping(lambda, 'Changes', {
    target: lambda.function,
    eventSourceArn: StreamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: [
      FilterCriteria.filter({
        dynamodb: { NewImage: { kind: { S: FilterRule.or(...kinds) } } },
      }),
    ],
    batchSize,
    maxBatchingWindow: Duration.seconds(gatheringSeconds),
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: retries,
    ...(queue && { onFailure: { bind: () => ({ destination: queue.queueArn }) } }),
  });
}
