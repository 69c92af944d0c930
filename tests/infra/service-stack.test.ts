import { describe, expect, test } from 'vitest';
import { accessOf, type Door, doors } from '../../functions/doors.ts';
import { openApiPath } from '../../functions/openapi/path.ts';
import { routes } from '../../functions/routes.ts';
import { stages } from '../../infra/stages.ts';
import { keyNames, leadingKeys } from '../../shared/store/keys.ts';
import { rematchKinds } from '../../shared/store/rematch-kinds.ts';
import { type Properties, resources, synthesise } from '../support/synthesised.ts';

const { service } = synthesise(stages.prod).templates;

const shown = (name: string) => ({ 'Fn::ImportValue': `homeward-prod-${name}` });
const functions = resources(service, 'AWS::Lambda::Function');
const functionOf = (door: string) =>
  functions.find(({ properties }) => properties.FunctionName === `homeward-prod-${door}`)!;
const doorOf = (functionId: string) =>
  doors.find(({ name }) => functionOf(name).id === functionId)?.name ?? functionId;
const roles = resources(service, 'AWS::IAM::Role');

/** What the role of a door may do, by the name of each statement. */
function statementsOf(door: string): Readonly<Record<string, Properties>> {
  const [roleId] = functionOf(door).properties.Role['Fn::GetAtt'];
  const [policy, ...others] = roles.find(({ id }) => id === roleId)!.properties.Policies;
  expect(others).toEqual([]);
  return Object.fromEntries(
    policy.PolicyDocument.Statement.map(({ Sid, ...statement }: Properties) => [Sid, statement]),
  );
}

const listed = (value: string | readonly string[]): string[] => [value].flat().sort();

/** The kinds a statement is bound to. */
function kindsOf(statement: Properties): string[] {
  if (statement === undefined) return [];
  const keys: string[] = statement.Condition['ForAllValues:StringLike']['dynamodb:LeadingKeys'];
  const kinds = [...new Set(keys.map((key) => key.split('#')[2]!))];
  expect(keys).toEqual(kinds.flatMap(leadingKeys));
  return kinds;
}

describe('the API in the template', () => {
  const found = resources(service, 'AWS::ApiGatewayV2::Route').map(({ properties }) => properties);
  const integrations = resources(service, 'AWS::ApiGatewayV2::Integration');
  const [authorizer, ...otherAuthorizers] = resources(service, 'AWS::ApiGatewayV2::Authorizer');

  /** The door behind a route. */
  function doorBehind(route: Properties): string {
    const integration = integrations.find(({ id }) => JSON.stringify(route.Target).includes(`"${id}"`))!;
    const [id] = integration.properties.IntegrationUri['Fn::GetAtt'];
    return doorOf(id);
  }

  test('has every route of the table of routes with its door, the document of the API, and the pages for the rest', () => {
    const wanted = [
      ...routes.map(({ method, path, door }) => [`${method} ${path}`, door]),
      [`GET ${openApiPath}`, 'openapi'],
      ['$default', 'web'],
    ];
    expect(found.map((route) => [route.RouteKey, doorBehind(route)]).sort()).toEqual(wanted.sort());
  });

  test('takes a token on every route but that of the document and the pages, which take cookies', () => {
    expect(otherAuthorizers).toEqual([]);
    expect(authorizer!.properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: shown('Issuer'), Audience: [shown('Audience')] },
    });
    for (const { RouteKey, AuthorizationType, AuthorizerId } of found) {
      const open = [`GET ${openApiPath}`, '$default'].includes(RouteKey);
      expect([RouteKey, AuthorizationType]).toEqual([RouteKey, open ? 'NONE' : 'JWT']);
      expect(AuthorizerId).toEqual(open ? undefined : { Ref: authorizer!.id });
    }
  });

  test('hands each door events of version 2.0, by one permission a door', () => {
    expect(integrations.every(({ properties }) => properties.PayloadFormatVersion === '2.0')).toBe(true);
    const allowed = resources(service, 'AWS::Lambda::Permission').map(({ properties }) => properties);
    expect(allowed.map(({ FunctionName }) => doorOf(FunctionName['Fn::GetAtt'][0])).sort()).toEqual(
      doors
        .filter(({ trigger }) => trigger === 'api')
        .map(({ name }) => name)
        .sort(),
    );
    expect(new Set(allowed.map(({ Principal }) => Principal))).toEqual(new Set(['apigateway.amazonaws.com']));
  });

  test('is throttled, and lets no page of another origin call it', () => {
    const [stage] = resources(service, 'AWS::ApiGatewayV2::Stage');
    expect(stage!.properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: stages.prod.requestsPerSecond,
      ThrottlingBurstLimit: stages.prod.requestsAtOnce,
    });
    const [api] = resources(service, 'AWS::ApiGatewayV2::Api');
    expect(api!.properties.CorsConfiguration).toBeUndefined();
  });

  test('logs of a request nothing that names a person', () => {
    const [stage] = resources(service, 'AWS::ApiGatewayV2::Stage');
    const logged: Record<string, string> = JSON.parse(stage!.properties.AccessLogSettings.Format);
    expect(Object.values(logged).sort()).toEqual([
      '$context.error.responseType',
      '$context.integrationLatency',
      '$context.requestId',
      '$context.requestTimeEpoch',
      '$context.responseLatency',
      '$context.routeKey',
      '$context.status',
    ]);
  });
});

describe('the functions in the template', () => {
  test('are the doors and no others, each on Node 24 with its time and memory', () => {
    expect(functions).toHaveLength(doors.length);
    for (const door of doors)
      expect(functionOf(door.name).properties, door.name).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        Timeout: door.timeoutSeconds,
        MemorySize: door.memoryMegabytes,
      });
  });

  test('are told the table, the secret by reference, their name, and what the two that face people need', () => {
    const secret = {
      'Fn::Join': ['', ['{{resolve:secretsmanager:', shown('HashSecretArn'), ':SecretString:::}}']],
    };
    for (const { name, reads } of doors)
      expect(functionOf(name).properties.Environment.Variables, name).toEqual({
        SERVICE: name,
        ...(reads.length > 0 && { TABLE_NAME: shown('TableName'), HASH_SECRET: secret }),
        ...(['messages', 'web'].includes(name) && { PUBLIC_ADDRESS: stages.prod.address }),
        ...(name === 'web' && { ISSUER: shown('Issuer'), CLIENT_ID: shown('Audience') }),
      });
  });

  test('write logs of their own that end with their stage’s days', () => {
    const logs = resources(service, 'AWS::Logs::LogGroup');
    for (const { name } of doors) {
      const log = logs.find(({ properties }) => properties.LogGroupName === `/homeward/prod/${name}`)!;
      expect(log.properties.RetentionInDays).toBe(stages.prod.logDays);
      expect(functionOf(name).properties.LoggingConfig).toEqual({ LogGroup: { Ref: log.id } });
      expect(statementsOf(name).OwnLog.Resource).toEqual({ 'Fn::GetAtt': [log.id, 'Arn'] });
    }
  });
});

describe('the role of each door', () => {
  const table = shown('TableArn');
  const index = (name: 'lists' | 'subjects') => ({
    'Fn::Join': ['', [table, `/index/${keyNames[name].index}`]],
  });

  test.each(doors.map((door) => [door.name, door] as const))(
    '%s reads the kinds of its data only',
    (name, door) => {
      const { Read, Check } = statementsOf(name);
      const { reads, commits } = accessOf(door);
      expect(kindsOf(Read)).toEqual(reads);
      expect(kindsOf(Check)).toEqual(commits ? reads : []);
      if (reads.length === 0) return;
      expect(listed(Read.Action)).toEqual(['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query']);
      expect([Read.Resource].flat()).toEqual([table, ...door.indexes.map(index)]);
    },
  );

  test.each(doors.map((door) => [door.name, door] as const))(
    '%s writes the kinds of its data only',
    (name, door) => {
      const { Put, PutMany, Update } = statementsOf(name);
      const { writes } = accessOf(door);
      expect([kindsOf(Put), kindsOf(PutMany), kindsOf(Update)]).toEqual([
        writes.put,
        writes.batch,
        writes.update,
      ]);
      const written = [Put, PutMany, Update].filter((one) => one !== undefined);
      expect(written.every((one) => JSON.stringify(one.Resource) === JSON.stringify(table))).toBe(true);
      expect(written.flatMap((one) => listed(one.Action))).toEqual(
        ['dynamodb:PutItem', 'dynamodb:BatchWriteItem', 'dynamodb:UpdateItem'].slice(0, written.length),
      );
    },
  );

  test('allows nothing besides: its log, the key through the table, the stream and its queue', () => {
    const more: Readonly<Record<Door['trigger'], string[]>> = {
      api: [],
      stream: ['Changes', 'FindStream', 'SetAside'],
      schedule: ['SetAside'],
    };
    const ofTable = ['Read', 'Check', 'Put', 'PutMany', 'Update'];
    for (const { name, trigger, reads } of doors) {
      const others = Object.keys(statementsOf(name)).filter((sid) => !ofTable.includes(sid));
      expect(others, name).toEqual(['OwnLog', ...(reads.length > 0 ? ['KeyOfTable'] : []), ...more[trigger]]);
    }
  });

  test('uses the key only through DynamoDB', () => {
    const { KeyOfTable } = statementsOf('homes');
    expect(KeyOfTable.Resource).toEqual(shown('KeyArn'));
    expect(KeyOfTable.Condition).toEqual({
      StringEquals: { 'kms:ViaService': 'dynamodb.eu-west-2.amazonaws.com' },
    });
  });
});

describe('what no role may do', () => {
  const everything: Properties[] = roles.flatMap(({ properties }) =>
    properties.Policies.flatMap((policy: Properties) => policy.PolicyDocument.Statement),
  );
  const actions = everything.flatMap(({ Action }) => listed(Action));

  test('no role has a policy of AWS or one attached from elsewhere', () => {
    expect(roles.filter(({ properties }) => properties.ManagedPolicyArns !== undefined)).toEqual([]);
    expect(resources(service, 'AWS::IAM::Policy')).toEqual([]);
  });

  test('no action is named by a pattern', () => {
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  test('nobody may delete, or write by a statement', () => {
    expect(actions.filter((action) => /Delete|PartiQL|Scan/.test(action))).toEqual([]);
  });

  test('nobody may update anything but a lease, so nobody the audit', () => {
    const updates = everything.filter(({ Action }) => listed(Action).includes('dynamodb:UpdateItem'));
    expect(updates.flatMap(kindsOf)).toEqual(['lease', 'lease']);
  });

  test('every right in the table is bound to kinds', () => {
    const unbound = everything.filter(
      ({ Action, Condition }) =>
        listed(Action).some((one) => /^dynamodb:.*(Item|Query)/.test(one)) && Condition === undefined,
    );
    expect(unbound).toEqual([]);
  });

  test('only listing streams knows no resource', () => {
    const everywhere = everything.filter(({ Resource }) => JSON.stringify(Resource).includes('"*"'));
    expect(new Set(everywhere.map(({ Action }) => Action))).toEqual(new Set(['dynamodb:ListStreams']));
  });

  test('the engine writes plans, suggestions and leases only', () => {
    const { Put, PutMany, Update, Check } = statementsOf('stream');
    expect(kindsOf(Put)).toEqual(['lease', 'plan', 'suggestion']);
    expect(kindsOf(PutMany)).toEqual(['plan', 'suggestion']);
    expect(kindsOf(Update)).toEqual(['lease']);
    expect(Check).toBeUndefined();
  });

  test('only the doors of people and of the pages read who somebody is', () => {
    const reading = doors.filter(({ name }) => kindsOf(statementsOf(name).Read).includes('identity'));
    expect(reading.map(({ name }) => name)).toEqual(['people', 'web']);
  });
});

describe('what wakes the other doors', () => {
  const mappingOf = (door: string) =>
    resources(service, 'AWS::Lambda::EventSourceMapping').find(
      ({ properties }) => properties.FunctionName.Ref === functionOf(door).id,
    );

  test('changes of what the engine reads do, and nothing it writes itself', () => {
    const mapping = mappingOf('stream');
    const { Filters } = mapping!.properties.FilterCriteria;
    expect(Filters.map(({ Pattern }: Properties) => JSON.parse(Pattern))).toEqual([
      { dynamodb: { NewImage: { kind: { S: rematchKinds } } } },
    ]);
    expect(rematchKinds.filter((kind) => ['plan', 'suggestion', 'lease'].includes(kind))).toEqual([]);
    expect(mapping!.properties).toMatchObject({
      FunctionName: { Ref: functionOf('stream').id },
      EventSourceArn: shown('StreamArn'),
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 5,
    });
  });

  test('what was done, and messages that are to go out, wake the door that tells people, and nothing else does', () => {
    const { Filters } = mappingOf('messages')!.properties.FilterCriteria;
    expect(Filters.map(({ Pattern }: Properties) => JSON.parse(Pattern))).toEqual([
      { dynamodb: { NewImage: { kind: { S: ['message', 'outbox'] } } } },
    ]);
    const { Put, Read, Check, Update } = statementsOf('messages');
    expect(kindsOf(Put)).toEqual(['message']);
    expect(kindsOf(Read)).not.toContain('identity');
    expect([Check, Update]).toEqual([undefined, undefined]);
  });

  test('the clock starts the schedule’s door every minute, and may start no other', () => {
    const [clock] = resources(service, 'AWS::Scheduler::Schedule');
    const target = { 'Fn::GetAtt': [functionOf('schedule').id, 'Arn'] };
    expect(clock!.properties).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      Target: { Arn: target },
    });
    const [roleId] = clock!.properties.Target.RoleArn['Fn::GetAtt'];
    const [policy] = roles.find(({ id }) => id === roleId)!.properties.Policies;
    expect(
      policy.PolicyDocument.Statement.map(({ Action, Resource }: Properties) => [Action, Resource]),
    ).toEqual([
      ['lambda:InvokeFunction', target],
      ['sqs:SendMessage', clock!.properties.Target.DeadLetterConfig.Arn],
    ]);
  });

  test('what they cannot deal with waits in encrypted queues', () => {
    const queues = resources(service, 'AWS::SQS::Queue').map(({ properties }) => properties);
    expect(queues.map(({ QueueName }) => QueueName).sort()).toEqual([
      'homeward-prod-messages-dead',
      'homeward-prod-schedule-dead',
      'homeward-prod-stream-dead',
    ]);
    expect(queues.every(({ SqsManagedSseEnabled }) => SqsManagedSseEnabled === true)).toBe(true);
  });
});
