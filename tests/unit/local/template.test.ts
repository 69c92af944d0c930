import { describe, expect, test } from 'vitest';
import { Resolver, Template } from '../../../infra/local/resolve.ts';
import { appOf } from '../../../infra/local/template.ts';

const values = {
  region: 'eu-west-2',
  tableName: 'homeward-local',
  issuer: 'http://localhost:3000',
  audience: 'homeward-local',
  secret: 'local $& secret',
};

const data = Template.parse({
  Resources: { Table: { Type: 'AWS::DynamoDB::GlobalTable' } },
  Outputs: {
    Stream: { Value: { 'Fn::GetAtt': ['Table', 'StreamArn'] }, Export: { Name: 'data:Stream' } },
    Name: { Value: { Ref: 'Table' }, Export: { Name: 'data:Name' } },
  },
});

const join = (...parts: unknown[]) => ({ 'Fn::Join': ['', parts] });
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const bundled = (hash: string, more: object = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Code: { S3Bucket: 'assets', S3Key: `${hash}.zip` }, Handler: 'index.handler', ...more },
});

const service = Template.parse({
  Resources: {
    Secret: { Type: 'AWS::SecretsManager::Secret' },
    Pool: { Type: 'AWS::Cognito::UserPool' },
    Client: { Type: 'AWS::Cognito::UserPoolClient' },
    Homes: bundled('one', {
      Environment: {
        Variables: {
          TABLE_NAME: { 'Fn::ImportValue': 'data:Name' },
          HASH_SECRET: join('{{resolve:secretsmanager:', { Ref: 'Secret' }, ':SecretString:::}}'),
          // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders
          WHERE: { 'Fn::Sub': 'in ${AWS::Region} by ${Secret}' },
        },
      },
      Timeout: 10,
      MemorySize: 1024,
    }),
    Stream: bundled('two'),
    Helper: { Type: 'AWS::Lambda::Function', Properties: { Code: { ZipFile: 'x' } } },
    Authorizer: {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: {
        JwtConfiguration: {
          Issuer: { 'Fn::GetAtt': ['Pool', 'ProviderURL'] },
          Audience: [{ Ref: 'Client' }],
        },
      },
    },
    HomesIntegration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: { IntegrationUri: arnOf('Homes') },
    },
    ReadHome: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        RouteKey: 'GET /v1/homes/{homeId}',
        AuthorizationType: 'JWT',
        Target: join('integrations/', { Ref: 'HomesIntegration' }),
      },
    },
    OpenApi: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        RouteKey: 'GET /openapi.json',
        Target: join('integrations/', { Ref: 'HomesIntegration' }),
      },
    },
    Changes: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: { 'Fn::ImportValue': 'data:Stream' },
        FunctionName: { Ref: 'Stream' },
        BatchSize: 50,
        MaximumBatchingWindowInSeconds: 1,
        MaximumRetryAttempts: 5,
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
      },
    },
    Minute: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'rate(1 minute)',
        Target: { Arn: arnOf('Stream'), Input: '{"tick":true}' },
      },
    },
  },
});

const folders = new Map([
  ['one', '/out/asset.one'],
  ['two', '/out/asset.two'],
]);

describe('the app read from its templates', () => {
  const app = appOf([data, service], folders, values);

  test('has each bundled function with its environment and limits, and CloudFormation’s own where none is said', () => {
    expect(app.functions).toEqual([
      {
        name: 'Homes',
        folder: '/out/asset.one',
        handler: 'index.handler',
        env: {
          TABLE_NAME: 'homeward-local',
          HASH_SECRET: 'local $& secret',
          WHERE: 'in eu-west-2 by arn:aws:secretsmanager:eu-west-2:000000000000:secret:Secret',
        },
        timeoutSeconds: 10,
        memoryMegabytes: 1024,
      },
      {
        name: 'Stream',
        folder: '/out/asset.two',
        handler: 'index.handler',
        env: {},
        timeoutSeconds: 3,
        memoryMegabytes: 128,
      },
    ]);
  });

  test('has each route with the function behind it and whether it asks for a token', () => {
    expect(app.routes).toEqual([
      { method: 'GET', path: '/v1/homes/{homeId}', door: 'Homes', authorized: true },
      { method: 'GET', path: '/openapi.json', door: 'Homes', authorized: false },
    ]);
    expect(app.tokens).toEqual({ issuer: 'http://localhost:3000', audience: ['homeward-local'] });
  });

  test('has what the stream and the schedule start', () => {
    expect(app.streams).toEqual([
      {
        function: 'Stream',
        batchSize: 50,
        windowSeconds: 1,
        patterns: [{ eventName: ['INSERT'] }],
        retries: 5,
        bisect: true,
        partialFailures: true,
      },
    ]);
    expect(app.schedules).toEqual([
      { function: 'Stream', expression: 'rate(1 minute)', input: { tick: true } },
    ]);
  });
});

describe('a value of a template', () => {
  const resolver = new Resolver([data], values);

  test.each([
    ['a function of CloudFormation', { 'Fn::Cidr': ['10.0.0.0/8', 6, 8] }, 'no Fn::Cidr'],
    ['a resource', { Ref: 'Nothing' }, 'names Nothing'],
    ['an attribute', { 'Fn::GetAtt': ['Table', 'TableId'] }, 'no TableId of AWS::DynamoDB::GlobalTable'],
    ['an export', { 'Fn::ImportValue': 'data:Nothing' }, 'No stack exports data:Nothing'],
  ])('with %s nobody knows is refused by name', (_, value, word) => {
    expect(() => resolver.resolve(value, data)).toThrow(word);
  });
});
