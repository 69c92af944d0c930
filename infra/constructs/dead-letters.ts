import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

/** Days a message waits to be looked at: the longest that SQS keeps one. */
const daysKept = 14;

/** Name of the queue of what a door could not deal with. */
export const deadLettersOf = (stage: Stage, door: string): string => `homeward-${stage.name}-${door}-dead`;

/** Where what a door could not deal with waits for somebody to look at it. It holds places in the stream, no records. */
export function deadLetters(scope: Construct, stage: Stage, door: string): Queue {
  const queue = new Queue(scope, 'DeadLetters', {
    queueName: deadLettersOf(stage, door),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(daysKept),
  });
  const reason = 'This is the queue of dead letters itself; an alarm calls somebody at the first of them.';
  for (const id of ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'])
    Validations.of(queue).acknowledge({ id, reason });
  return queue;
}
