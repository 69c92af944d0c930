import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, type Stack, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { afterAll, describe, expect, test } from 'vitest';
import { homeward } from '../../infra/app.ts';
import { type Stage, stageNamed, stages } from '../../infra/stages.ts';
import { type KeyPair, tableShape } from '../../infra/table-shape.ts';

const outdir = mkdtempSync(join(tmpdir(), 'homeward-infra-'));
afterAll(() => rmSync(outdir, { recursive: true }));

interface Synthesised {
  template: Template;
  findings: unknown[];
}

/** Builds one stage as the command line does, with whatever a test plants in it. */
function synthesise(stage: Stage, name: string, plant: (stack: Stack) => void = () => {}): Synthesised {
  const folder = join(outdir, name);
  const { app, data } = homeward(stage, { outdir: folder });
  plant(data);
  app.synth();
  const report = JSON.parse(readFileSync(join(folder, 'validation-report.json'), 'utf8'));
  return { template: Template.fromStack(data), findings: report.pluginReports };
}

function onlyOne(template: Template, type: string) {
  const [entry, ...others] = Object.entries(template.findResources(type));
  expect(others).toEqual([]);
  const [id, resource] = entry!;
  return {
    id,
    kept: [resource.DeletionPolicy, resource.UpdateReplacePolicy],
    properties: resource.Properties,
  };
}

function keySchema({ partition, sort }: KeyPair) {
  return [
    { AttributeName: partition.name, KeyType: 'HASH' },
    { AttributeName: sort.name, KeyType: 'RANGE' },
  ];
}

/** Acknowledgements whose reason is too short to tell a reader why the finding may stay. */
function withoutReason(app: App): string[] {
  return app.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.values<string>(data))
      .filter((reason) => reason.length < 20)
      .map((reason) => `${node.path}: ${reason}`),
  );
}

const prod = synthesise(stages.prod, 'prod');
const dev = synthesise(stages.dev, 'dev');
const table = onlyOne(prod.template, 'AWS::DynamoDB::GlobalTable');
const key = onlyOne(prod.template, 'AWS::KMS::Key');

describe('the table in the template', () => {
  test('has the key of the table shape', () => {
    expect(table.properties.KeySchema).toEqual(keySchema(tableShape));
  });

  test('has the indexes of the table shape and no other', () => {
    expect(table.properties.GlobalSecondaryIndexes).toEqual(
      tableShape.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index),
        Projection: { ProjectionType: index.projection },
      })),
    );
    expect(table.properties.LocalSecondaryIndexes).toBeUndefined();
  });

  test('declares every key attribute with the type of the table shape', () => {
    const attributes = [tableShape, ...tableShape.indexes].flatMap(({ partition, sort }) => [
      partition,
      sort,
    ]);
    expect(table.properties.AttributeDefinitions).toEqual(
      attributes.map(({ name, type }) => ({ AttributeName: name, AttributeType: type })),
    );
  });

  test('streams and expires as the table shape says', () => {
    expect(table.properties.StreamSpecification).toEqual({ StreamViewType: tableShape.stream });
    expect(table.properties.TimeToLiveSpecification).toEqual({
      AttributeName: tableShape.expiryAttribute,
      Enabled: true,
    });
  });

  test('is paid by the request and lives in one region', () => {
    expect(table.properties.BillingMode).toBe('PAY_PER_REQUEST');
    expect(table.properties.Replicas.map((replica: { Region: string }) => replica.Region)).toEqual([
      'eu-west-2',
    ]);
  });
});

describe('what protects the records', () => {
  test('prod can be restored to any second of 35 days and refuses deletion', () => {
    expect(table.properties.Replicas[0]).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      DeletionProtectionEnabled: true,
    });
  });

  test('the table is encrypted with a key of our own that rotates', () => {
    expect(key.properties.EnableKeyRotation).toBe(true);
    expect(table.properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
    expect(table.properties.Replicas[0].SSESpecification).toEqual({
      KMSMasterKeyId: { 'Fn::GetAtt': [key.id, 'Arn'] },
    });
  });

  test('deleting or replacing the stack of prod keeps table and key', () => {
    expect([...table.kept, ...key.kept]).toEqual(['Retain', 'Retain', 'Retain', 'Retain']);
  });

  test('the ids that CloudFormation knows table and key by stay as they are, as another id means a new table', () => {
    expect([table.id, key.id]).toEqual(['RecordsTableC9B7A30B', 'RecordsKey99747094']);
  });

  test('dev leaves nothing behind but is encrypted and restorable all the same', () => {
    const devTable = onlyOne(dev.template, 'AWS::DynamoDB::GlobalTable');
    expect(devTable.kept).toEqual(['Delete', 'Delete']);
    expect(devTable.properties.Replicas[0]).toMatchObject({
      DeletionProtectionEnabled: false,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
    expect(devTable.properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
  });
});

test('the stack shows what the service needs of it', () => {
  expect(Object.keys(prod.template.findOutputs('*')).sort()).toEqual([
    'KeyArn',
    'StreamArn',
    'TableArn',
    'TableName',
  ]);
});

describe('the security rules', () => {
  test('leave no finding open in any stage', () => {
    expect(prod.findings).toEqual([]);
    expect(dev.findings).toEqual([]);
  });

  test('stop synthesis while a finding of either pack is open', () => {
    const planted = () => synthesise(stages.dev, 'planted', (stack) => new Queue(stack, 'Bare'));
    expect(planted).toThrow(/AwsSolutions-SQS4.*Serverless-SQSRedrivePolicy/s);
  });

  test('are only ever acknowledged with a reason', () => {
    const { app, data } = homeward(stages.prod, { outdir: join(outdir, 'reasons') });
    expect(withoutReason(app)).toEqual([]);
    Validations.of(data.table).acknowledge({ id: 'AwsSolutions-DDB3', reason: 'fine' });
    expect(withoutReason(app)).toEqual(['homeward-prod-data/Records/Table: fine']);
  });
});

describe('stages', () => {
  test('are found by name', () => {
    expect(stageNamed('prod')).toBe(stages.prod);
  });

  test('are named in the answer when the name is unknown', () => {
    expect(() => stageNamed('live')).toThrow('No stage is called live. Use one of: dev, prod.');
  });
});
