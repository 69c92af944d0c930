import { PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { accessOf, type Door } from '../../functions/doors.ts';
import { keyNames, leadingKeys } from '../../shared/store/keys.ts';
import type { DataNames } from './data-names.ts';

/** What a door's role is about. */
export interface DoorReach {
  readonly data: DataNames;
  readonly region: string;
  readonly logGroupArn: string;
  /** Where what it cannot deal with goes; none where whoever asked is told. */
  readonly deadLettersArn: string | undefined;
}

const reading = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];

/** Everything a door's Lambda may do: its own log, and of the table the kinds its data names. Nobody may delete. */
export function doorPolicy(door: Door, reach: DoorReach): PolicyDocument {
  const { data } = reach;
  const { reads, writes, commits } = accessOf(door);
  const table = [data.TableArn];
  const indexes = door.indexes.map((index) => `${data.TableArn}/index/${keyNames[index].index}`);
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: 'OwnLog',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [reach.logGroupArn],
      }),
      ...ofKinds('Read', reading, [...table, ...indexes], reads),
      ...ofKinds('Check', ['dynamodb:ConditionCheckItem'], table, commits ? reads : []),
      ...ofKinds('Put', ['dynamodb:PutItem'], table, writes.put),
      ...ofKinds('PutMany', ['dynamodb:BatchWriteItem'], table, writes.batch),
      ...ofKinds('Update', ['dynamodb:UpdateItem'], table, writes.update),
      ...(reads.length > 0 ? [throughTheKey(reach)] : []),
      ...(door.trigger === 'stream' ? changes(data) : []),
      ...(reach.deadLettersArn === undefined ? [] : [setAside(reach.deadLettersArn)]),
    ],
  });
}

/** Leave for some actions on records of some kinds, of any partnership. */
function ofKinds(sid: string, actions: string[], resources: string[], kinds: readonly string[]) {
  if (kinds.length === 0) return [];
  const conditions = {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': kinds.flatMap(leadingKeys) },
  };
  return [new PolicyStatement({ sid, actions, resources, conditions })];
}

/** The table reads and writes with its key in the name of whoever asks; nobody may use the key otherwise. */
function throughTheKey({ data, region }: DoorReach): PolicyStatement {
  return new PolicyStatement({
    sid: 'KeyOfTable',
    actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
    resources: [data.KeyArn],
    conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` } },
  });
}

/**
 * Leave to read the stream. It carries every kind, as a stream cannot be split; the filter of the mapping hands the
 * function only the kinds that the engine reads.
 */
function changes({ StreamArn }: DataNames): PolicyStatement[] {
  return [
    new PolicyStatement({
      sid: 'Changes',
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [StreamArn],
    }),
    new PolicyStatement({ sid: 'FindStream', actions: ['dynamodb:ListStreams'], resources: ['*'] }),
  ];
}

function setAside(queueArn: string): PolicyStatement {
  return new PolicyStatement({ sid: 'SetAside', actions: ['sqs:SendMessage'], resources: [queueArn] });
}
