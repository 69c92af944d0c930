import { Duration, SecretValue, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type FunctionOptions, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Door, Trigger } from '../../functions/doors.ts';
import type { Stage } from '../stages.ts';
import { codeOf } from './bundling.ts';
import { type DataNames, hashSecretOf } from './data-names.ts';
import { deadLetters } from './dead-letters.ts';
import { doorPolicy } from './door-policy.ts';
import { logGroup } from './log-group.ts';

/** Name of the function of a door. */
export const functionNameOf = (stage: Stage, door: string): string => `homeward-${stage.name}-${door}`;

/** One door as a Lambda: its bundle, its own log and a role that can do what its data says and no more. */
export class DoorLambda extends Construct {
  readonly function: Lambda;
  /** Where what it cannot deal with goes; none where whoever asked is told at once. */
  readonly deadLetters: Queue | null;
  private readonly role: Role;

  constructor(scope: Construct, door: Door, stage: Stage, data: DataNames) {
    super(scope, idOf(door.name));
    this.deadLetters = door.trigger === 'api' ? null : deadLetters(this, stage, door.name);
    const log = logGroup(this, 'Log', stage, `/homeward/${stage.name}/${door.name}`);
    this.role = this.roleOf(door, stage, data, log);
    this.function = new Lambda(this, 'Function', {
      functionName: functionNameOf(stage, door.name),
      description: `Homeward ${stage.name}: the door ${door.name}`,
      code: codeOf(door.name),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: Duration.seconds(door.timeoutSeconds),
      memorySize: door.memoryMegabytes,
      environment: environmentOf(door, stage, data),
      logGroup: log,
      role: this.role,
      ...(door.trigger === 'schedule' && this.deadLetters && onceAMinute(this.deadLetters)),
    });
    this.acknowledgeRules(door);
  }

  private roleOf(door: Door, stage: Stage, data: DataNames, log: LogGroup): Role {
    const policy = doorPolicy(door, {
      data,
      region: stage.region,
      logGroupArn: log.logGroupArn,
      deadLettersArn: this.deadLetters?.queueArn,
    });
    return new Role(this, 'Role', {
      description: `Homeward ${stage.name}: what the door ${door.name} may do`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { door: policy },
    });
  }

  private acknowledgeRules({ trigger }: Door): void {
    const rules = Validations.of(this.function);
    rules.acknowledge({ id: 'Serverless-LambdaTracing', reason: noTraces });
    rules.acknowledge({ id: 'Serverless-LambdaDLQ', reason: deadLettersElsewhere[trigger] });
    if (trigger === 'stream')
      for (const id of ['AwsSolutions-IAM5[Resource::*]', 'Serverless-LambdaStarPermissions'])
        Validations.of(this.role).acknowledge({ id, reason: streamsAreListed });
  }
}

const noTraces =
  'Traces would carry paths, and with them the ids of people, into another store. Each request is logged with its id, route, status and time.';

const deadLettersElsewhere: Readonly<Record<Trigger, string>> = {
  api: 'API Gateway waits for the answer: a call that fails is answered as an error, and its sender still has what was sent.',
  stream: 'The mapping of the stream waits for the answer, and names the queue that takes what fails.',
  schedule: 'What fails goes to the queue of its failure destination, which also tells why.',
};

const streamsAreListed =
  'ListStreams knows no resource to narrow it to. It tells the names of streams; reading is allowed of the one stream only.';

/** A tick that fails is not tried again: the next one finds all that it left undone. */
function onceAMinute(queue: Queue): FunctionOptions {
  return {
    retryAttempts: 0,
    maxEventAge: Duration.minutes(1),
    onFailure: { bind: () => ({ destination: queue.queueArn }) },
  };
}

/** What the function is told. It finds the table and the key of its hashes here, and nothing else. */
function environmentOf({ name, reads }: Door, stage: Stage, data: DataNames): Record<string, string> {
  if (reads.length === 0) return { SERVICE: name };
  const own = { SERVICE: name, TABLE_NAME: data.TableName, HASH_SECRET: hashSecretOf(data) };
  const address = { PUBLIC_ADDRESS: stage.address };
  if (name === 'messages') return { ...own, ...address, ...notifyOf(stage) };
  return name === 'web' ? { ...own, ...address, ISSUER: data.Issuer, CLIENT_ID: data.Audience } : own;
}

/** What GOV.UK Notify asks for, where the stage delivers by it. The key is filled in by CloudFormation. */
function notifyOf({ notify }: Stage): Record<string, string> {
  if (notify === null) return {};
  const key = SecretValue.secretsManager(notify.keySecret).unsafeUnwrap();
  return { NOTIFY_API_KEY: key, NOTIFY_TEMPLATE_ID: notify.templateId };
}

/** `people` reads `People` among the ids of a stack. */
const idOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
