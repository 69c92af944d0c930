import { type App, Validations } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, test } from 'vitest';
import { type Homeward, homeward } from '../../infra/app.ts';
import { shownByData } from '../../infra/constructs/data-names.ts';
import { type Stage, stageNamed, stages } from '../../infra/stages.ts';
import { type KeyPair, tableShape } from '../../infra/table-shape.ts';
import { resources, synthesise } from '../support/synthesised.ts';

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

const prod = synthesise(stages.prod);
const dev = synthesise(stages.dev);
const table = onlyOne(prod.templates.data, 'AWS::DynamoDB::GlobalTable');
const key = onlyOne(prod.templates.data, 'AWS::KMS::Key');

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
    const devTable = onlyOne(dev.templates.data, 'AWS::DynamoDB::GlobalTable');
    expect(devTable.kept).toEqual(['Delete', 'Delete']);
    expect(devTable.properties.Replicas[0]).toMatchObject({
      DeletionProtectionEnabled: false,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
    expect(devTable.properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
  });
});

test('the stack shows what the others need of it, by names of its stage', () => {
  const outputs = prod.templates.data.findOutputs('*');
  expect(Object.keys(outputs).sort()).toEqual([...shownByData].sort());
  for (const [name, output] of Object.entries(outputs))
    expect(output.Export).toEqual({ Name: `homeward-prod-${name}` });
});

describe('the secret of the hashes', () => {
  const [secret] = resources(prod.templates.data, 'AWS::SecretsManager::Secret');

  test('is made by AWS, kept under our own key, and outlives the stack', () => {
    expect(secret!.properties.GenerateSecretString).toEqual({ PasswordLength: 64, ExcludePunctuation: true });
    expect(secret!.properties.KmsKeyId).toEqual({ 'Fn::GetAtt': [key.id, 'Arn'] });
    expect(onlyOne(prod.templates.data, 'AWS::SecretsManager::Secret').kept).toEqual(['Retain', 'Retain']);
  });
});

describe('signing in', () => {
  const pool = onlyOne(prod.templates.data, 'AWS::Cognito::UserPool');
  const client = onlyOne(prod.templates.data, 'AWS::Cognito::UserPoolClient').properties;

  test('asks for a second factor always, and lets nobody sign themselves up', () => {
    expect(pool.properties.MfaConfiguration).toBe('ON');
    expect(pool.properties.EnabledMfas).toEqual(['SOFTWARE_TOKEN_MFA']);
    expect(pool.properties.AdminCreateUserConfig).toEqual({ AllowAdminCreateUserOnly: true });
  });

  test('outlives the stack, as memberships are kept by the subjects of its tokens', () => {
    expect(pool.properties.DeletionProtection).toBe('ACTIVE');
    expect(pool.kept).toEqual(['Retain', 'Retain']);
  });

  test('is by code alone, for a client that has no secret and so must prove each code its own', () => {
    expect(client.AllowedOAuthFlows).toEqual(['code']);
    expect(client.GenerateSecret).toBe(false);
  });

  test('is with the provider that a stage names, and then there is no pool of our own', () => {
    const stage: Stage = {
      ...stages.prod,
      signIn: { by: 'provider', issuer: 'https://id.example/', audience: 'homeward' },
    };
    const { data } = synthesise(stage).templates;
    expect(resources(data, 'AWS::Cognito::UserPool')).toEqual([]);
    const { Issuer, Audience } = data.findOutputs('*');
    expect([Issuer!.Value, Audience!.Value]).toEqual(['https://id.example/', 'homeward']);
  });
});

describe('the security rules', () => {
  test('leave no finding open in any stage', () => {
    expect(prod.findings).toEqual([]);
    expect(dev.findings).toEqual([]);
  });

  test('stop synthesis while a finding of either pack is open', () => {
    const planted = () => synthesise(stages.dev, ({ data }) => new Queue(data, 'Bare'));
    expect(planted).toThrow(/AwsSolutions-SQS4.*Serverless-SQSRedrivePolicy/s);
  });

  test('are only ever acknowledged with a reason', () => {
    const { app, data } = homeward(stages.prod, { bundles: false });
    expect(withoutReason(app)).toEqual([]);
    Validations.of(data.table).acknowledge({ id: 'AwsSolutions-DDB3', reason: 'fine' });
    expect(withoutReason(app)).toEqual(['homeward-prod-data/Records/Table: fine']);
  });
});

/** Sets a variable in the environment of a function, past whatever made it. */
function withVariable(name: string) {
  return ({ service }: Homeward): void => {
    const lambda = service.node
      .findAll()
      .find(
        (one): one is CfnFunction => one instanceof CfnFunction && one.functionName === 'homeward-dev-homes',
      );
    lambda!.environment = { variables: { SERVICE: 'homes', [name]: '1' } };
  };
}

describe('synthesis', () => {
  test.each(['CLOCK_OFFSET_SECONDS', 'DYNAMODB_ENDPOINT'])('refuses a function that is told %s', (name) => {
    expect(() => synthesise(stages.dev, withVariable(name))).toThrow(
      `Homes/Function/Resource has ${name} in its environment, which only the local run may set.`,
    );
  });

  test('refuses an issuer of tokens that is not https', () => {
    const stage: Stage = {
      ...stages.dev,
      signIn: { by: 'provider', issuer: 'http://localhost:3000', audience: 'homeward' },
    };
    expect(() => synthesise(stage)).toThrow(
      'The stage takes tokens of http://localhost:3000. An issuer must be https.',
    );
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
