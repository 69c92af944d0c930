import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { removalPolicies, type Stage } from '../stages.ts';

/** A log that is kept as many days as its stage says. Logs hold codes and ids, so the key of AWS is enough. */
export function logGroup(scope: Construct, id: string, stage: Stage, name: string): LogGroup {
  return new LogGroup(scope, id, {
    logGroupName: name,
    retention: stage.logDays,
    removalPolicy: removalPolicies[stage.removal],
  });
}
