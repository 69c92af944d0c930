import { CfnOutput, Stack } from 'aws-cdk-lib';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import { alarmTopic } from '../constructs/alarm-topic.ts';
import { alarmsOf } from '../constructs/alarms.ts';
import { dashboard } from '../constructs/dashboard.ts';
import { ofTable } from '../constructs/measures.ts';
import type { Stage } from '../stages.ts';

/** Who is called when something is wrong, and where to look. It knows the other stacks by the names they go by. */
export class WatchStack extends Stack {
  constructor(scope: Construct, stage: Stage) {
    super(scope, `homeward-${stage.name}-watch`, {
      description: `Homeward ${stage.name}: alarms and dashboard`,
      env: { region: stage.region },
      tags: { product: 'homeward', stage: stage.name },
    });
    const topic = alarmTopic(this, stage);
    const told = new SnsAction(topic);
    const table = ofTable(stage);
    const alarms = alarmsOf(stage, table).map(
      ({ name, about, metric, threshold, operator, periods, missing }) => {
        const alarm = new Alarm(this, `Alarm-${name}`, {
          alarmName: `homeward-${stage.name}-${name}`,
          alarmDescription: about,
          metric,
          threshold,
          comparisonOperator: operator,
          evaluationPeriods: periods,
          treatMissingData: missing,
        });
        alarm.addAlarmAction(told);
        alarm.addOkAction(told);
        return alarm;
      },
    );
    dashboard(this, stage, table, alarms);
    new CfnOutput(this, 'AlarmTopic', { value: topic.topicArn, description: 'Subscribe here to be called' });
  }
}
