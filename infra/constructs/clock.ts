import { Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { DoorLambda } from './door-lambda.ts';

/** Starts the schedule's door every minute, with a role that can start this one function. */
export class Clock extends Construct {
  constructor(scope: Construct, stage: Stage, lambda: DoorLambda) {
    super(scope, 'Clock');
    const { functionArn } = lambda.function;
    const queueArn = lambda.deadLetters?.queueArn;
    const role = new Role(this, 'Role', {
      description: `Homeward ${stage.name}: what the clock may do`,
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      inlinePolicies: {
        clock: new PolicyDocument({
          statements: [
            new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
            ...(queueArn
              ? [new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queueArn] })]
              : []),
          ],
        }),
      },
    });
    new CfnSchedule(this, 'Minute', {
      name: `homeward-${stage.name}-minute`,
      description: 'Ends holds that have run out, and plans what nobody planned',
      scheduleExpression: 'rate(1 minute)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: functionArn,
        roleArn: role.roleArn,
        input: '{}',
        // The next minute's tick finds all that this one left undone.
        retryPolicy: { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 0 },
        ...(queueArn && { deadLetterConfig: { arn: queueArn } }),
      },
    });
  }
}
