import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { removalPolicies, type Stage } from '../stages.ts';

/** Where alarms are told. Whoever is on call subscribes to it; the addresses are theirs and stand in no template. */
export function alarmTopic(scope: Construct, stage: Stage): Topic {
  // CloudWatch cannot use the key that AWS keeps for SNS, so the topic has one of its own.
  const masterKey = new Key(scope, 'AlarmKey', {
    description: `Homeward ${stage.name}: alarms on their way`,
    enableKeyRotation: true,
    // Nothing is kept under it: a message is there for a moment.
    removalPolicy: removalPolicies.destroy,
  });
  const topic = new Topic(scope, 'Alarms', {
    topicName: `homeward-${stage.name}-alarms`,
    displayName: `Homeward ${stage.name}`,
    masterKey,
    enforceSSL: true,
  });
  const cloudWatch = {
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
  };
  masterKey.addToResourcePolicy(
    new PolicyStatement({ ...cloudWatch, actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: ['*'] }),
  );
  topic.addToResourcePolicy(
    new PolicyStatement({ ...cloudWatch, actions: ['sns:Publish'], resources: [topic.topicArn] }),
  );
  return topic;
}
