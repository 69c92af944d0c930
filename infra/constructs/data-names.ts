import { Fn, SecretValue } from 'aws-cdk-lib';
import type { Stage } from '../stages.ts';

/** What the data stack shows to the others. They find it by name, so each stack can be deployed on its own. */
export const shownByData = [
  'TableName',
  'TableArn',
  'StreamArn',
  'KeyArn',
  'HashSecretArn',
  'Issuer',
  'Audience',
] as const;
export type ShownByData = (typeof shownByData)[number];

/** The name under which a stack of a stage shows a value to the others. */
export const exportName = (stage: Stage, name: string): string => `homeward-${stage.name}-${name}`;

/** What the other stacks know of the data stack. */
export type DataNames = Readonly<Record<ShownByData, string>>;

export function dataNames(stage: Stage): DataNames {
  const value = (name: ShownByData): string => Fn.importValue(exportName(stage, name));
  return {
    TableName: value('TableName'),
    TableArn: value('TableArn'),
    StreamArn: value('StreamArn'),
    KeyArn: value('KeyArn'),
    HashSecretArn: value('HashSecretArn'),
    Issuer: value('Issuer'),
    Audience: value('Audience'),
  };
}

/** The secret itself, as CloudFormation fills it in: neither the template nor its parameters hold it. */
export const hashSecretOf = ({ HashSecretArn }: DataNames): string =>
  SecretValue.secretsManager(HashSecretArn).unsafeUnwrap();
