import { Duration, Fn } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
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

export interface TableMeasures {
  readonly throttles: IMetric;
  readonly systemErrors: IMetric;
  readonly unitsRead: IMetric;
  readonly unitsWritten: IMetric;
}

export function ofTable(stage: Stage): TableMeasures {
  const TableName = Fn.importValue(exportName(stage, 'TableName'));
  const units = (metricName: string): Metric =>
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensionsMap: { TableName },
      statistic: Stats.SUM,
      period,
    });
  return {
    throttles: ofEveryOperation(TableName, 'ThrottledRequests'),
    systemErrors: ofEveryOperation(TableName, 'SystemErrors'),
    unitsRead: units('ConsumedReadCapacityUnits'),
    unitsWritten: units('ConsumedWriteCapacityUnits'),
  };
}

/**
 * What is counted apart for each operation, in all. It is asked for by a query, as a sum of metrics has no value while
 * one of them has none, and an operation that never failed has none.
 */
function ofEveryOperation(table: string, name: string): MathExpression {
  const expression = `SELECT SUM(${name}) FROM SCHEMA("AWS/DynamoDB", Operation, TableName) WHERE TableName = '${table}'`;
  return new MathExpression({ expression, usingMetrics: {}, label: name, period });
}
