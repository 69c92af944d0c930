import { Stack } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import * as z from 'zod';

/** What only the local run may tell a function: deployed, these would decide on another day, in another table, or for whoever sets a cookie. */
const onlyLocal: readonly string[] = [
  'CLOCK_OFFSET_SECONDS',
  'DYNAMODB_ENDPOINT',
  'MAILBOX_FOLDER',
  'PLAIN_COOKIES',
];

const Environment = z.object({ variables: z.record(z.string(), z.unknown()).default({}) });

/** Makes synthesis fail where something would be deployed that only belongs on a developer's machine. */
export function refuseLocalSettings(app: IConstruct): void {
  app.node.addValidation({ validate: () => app.node.findAll().flatMap(wrongSettings) });
}

function wrongSettings(construct: IConstruct): string[] {
  if (!(construct instanceof CfnFunction)) return [];
  const { variables } = Environment.parse(Stack.of(construct).resolve(construct.environment) ?? {});
  return onlyLocal
    .filter((name) => name in variables)
    .map(
      (name) => `${construct.node.path} has ${name} in its environment, which only the local run may set.`,
    );
}

/** @throws RangeError when tokens would be taken from an issuer that anybody on the way could pose as */
export function assertHttps(issuer: string): void {
  if (!issuer.startsWith('https://'))
    throw new RangeError(`The stage takes tokens of ${issuer}. An issuer must be https.`);
}
