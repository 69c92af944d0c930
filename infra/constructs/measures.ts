import { Duration, Fn } from 'aws-cdk-lib';
import { type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type ITableV2, Operation, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { exportName } from './data-names.ts';
import { deadLettersOf } from './dead-letters.ts';
import { functionNameOf } from './door-lambda.ts';

/** How long a measure gathers before it is one point. */
export const period = Duration.minutes(5);

/** What CloudWatch counts of one door's function. */
export function ofDoor(
  stage: Stage,
  door: string,
  name: 'Errors' | 'Throttles' | 'Invocations' | 'Duration' | 'IteratorAge',
): Metric {
  const statistic = { Duration: Stats.p(95), IteratorAge: Stats.MAXIMUM }[String(name)] ?? Stats.SUM;
  return new Metric({
    namespace: 'AWS/Lambda',
    metricName: name,
    dimensionsMap: { FunctionName: functionNameOf(stage, door) },
    statistic,
    period,
  });
}

/** What CloudWatch counts of the API as a whole. */
export function ofApi(
  stage: Stage,
  metricName: '5xx' | '4xx' | 'Count' | 'Latency',
  statistic: string,
): Metric {
  return new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensionsMap: { ApiId: Fn.importValue(exportName(stage, 'ApiId')) },
    statistic,
    period,
  });
}

/** How many things a door could not deal with wait to be looked at. */
export function waitingAside(stage: Stage, door: string): Metric {
  return new Metric({
    namespace: 'AWS/SQS',
    metricName: 'ApproximateNumberOfMessagesVisible',
    dimensionsMap: { QueueName: deadLettersOf(stage, door) },
    statistic: Stats.MAXIMUM,
    period,
  });
}

/** Everything that the doors do with the table, in the words of its metrics. */
const operations = [
  Operation.GET_ITEM,
  Operation.BATCH_GET_ITEM,
  Operation.QUERY,
  Operation.PUT_ITEM,
  Operation.UPDATE_ITEM,
  Operation.BATCH_WRITE_ITEM,
  Operation.TRANSACT_WRITE_ITEMS,
];

export interface TableMeasures {
  readonly throttles: IMetric;
  readonly systemErrors: IMetric;
  readonly unitsRead: IMetric;
  readonly unitsWritten: IMetric;
}

export function ofTable(scope: Construct, stage: Stage): TableMeasures {
  const table: ITableV2 = TableV2.fromTableName(
    scope,
    'Records',
    Fn.importValue(exportName(stage, 'TableName')),
  );
  return {
    throttles: table.metricThrottledRequestsForOperations({ operations, period }),
    systemErrors: table.metricSystemErrorsForOperations({ operations, period }),
    unitsRead: table.metricConsumedReadCapacityUnits({ period }),
    unitsWritten: table.metricConsumedWriteCapacityUnits({ period }),
  };
}
