import { describe, expect, test } from 'vitest';
import { doors } from '../../functions/doors.ts';
import { stages } from '../../infra/stages.ts';
import { resources, synthesise } from '../support/synthesised.ts';

const { watch, service } = synthesise(stages.dev).templates;
const alarms = resources(watch, 'AWS::CloudWatch::Alarm').map(({ properties }) => properties);
const [topic] = resources(watch, 'AWS::SNS::Topic');

describe('the alarms', () => {
  test('watch errors and throttles of the function of every door', () => {
    const names = resources(service, 'AWS::Lambda::Function').map(
      ({ properties }) => properties.FunctionName,
    );
    for (const metric of ['Errors', 'Throttles']) {
      const watched = alarms
        .filter(({ MetricName }) => MetricName === metric)
        .map(({ Dimensions }) => Dimensions[0].Value);
      expect(watched.sort()).toEqual(names.sort());
    }
  });

  test('are these and no others', () => {
    const names = [
      ...doors.flatMap(({ name }) => [`${name}-errors`, `${name}-throttles`]),
      'api-5xx',
      'api-slow',
      'stream-behind',
      'stream-set-aside',
      'messages-behind',
      'messages-set-aside',
      'schedule-set-aside',
      'schedule-stopped',
      'table-throttles',
      'table-system-errors',
    ];
    expect(alarms.map(({ AlarmName }) => AlarmName).sort()).toEqual(
      names.map((name) => `homeward-dev-${name}`).sort(),
    );
  });

  test('tell the topic when something is wrong and when it is well again, and say what to look at', () => {
    for (const { AlarmActions, OKActions, AlarmDescription } of alarms) {
      expect([AlarmActions, OKActions]).toEqual([[{ Ref: topic!.id }], [{ Ref: topic!.id }]]);
      expect(AlarmDescription.length).toBeGreaterThan(30);
    }
  });

  test('take a clock without figures for one that stands still, and no figures elsewhere for rest', () => {
    const missing = alarms.map(({ AlarmName, TreatMissingData }) => [
      AlarmName,
      TreatMissingData === 'breaching',
    ]);
    expect(missing.filter(([, breaching]) => breaching)).toEqual([['homeward-dev-schedule-stopped', true]]);
  });

  test('sum what the table counts for each operation by a query, which has a value where some have none', () => {
    const queries = alarms.flatMap(({ AlarmName, Metrics = [] }) =>
      Metrics.map(
        ({ Expression }: { Expression: unknown }) => [AlarmName, JSON.stringify(Expression)] as const,
      ),
    );
    expect(queries.map(([name]) => name).sort()).toEqual([
      'homeward-dev-table-system-errors',
      'homeward-dev-table-throttles',
    ]);
    for (const [, query] of queries)
      expect(query).toMatch(/SELECT SUM.*AWS\/DynamoDB.*homeward-dev-TableName/);
  });

  test('watch queues that there are', () => {
    const queues = resources(service, 'AWS::SQS::Queue').map(({ properties }) => properties.QueueName);
    const watched = alarms
      .filter(({ Namespace }) => Namespace === 'AWS/SQS')
      .map(({ Dimensions }) => Dimensions[0].Value);
    expect(watched.sort()).toEqual(queues.sort());
  });
});

test('the topic is encrypted with a key that CloudWatch may use', () => {
  const [key] = resources(watch, 'AWS::KMS::Key');
  expect(topic!.properties.KmsMasterKeyId).toEqual({ 'Fn::GetAtt': [key!.id, 'Arn'] });
  const allowed = key!.properties.KeyPolicy.Statement.filter(
    ({ Principal }: { Principal: { Service?: string } }) => Principal.Service === 'cloudwatch.amazonaws.com',
  );
  expect(allowed).toHaveLength(1);
});

test('one dashboard shows every door', () => {
  const [dashboard, ...others] = resources(watch, 'AWS::CloudWatch::Dashboard');
  expect(others).toEqual([]);
  expect(dashboard!.properties.DashboardName).toBe('homeward-dev');
  const body = JSON.stringify(dashboard!.properties.DashboardBody);
  for (const { name } of doors) expect(body).toContain(`homeward-dev-${name}`);
});
