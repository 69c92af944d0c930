import { Stack } from 'aws-cdk-lib';
import { CfnAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import * as z from 'zod';

/** What only the local run may tell a function: deployed, these would decide on another day, or in another table. */
const onlyLocal: readonly string[] = ['CLOCK_OFFSET_SECONDS', 'DYNAMODB_ENDPOINT'];

const Environment = z.object({ variables: z.record(z.string(), z.unknown()).default({}) });
const Jwt = z.object({ issuer: z.unknown() });

/** Makes synthesis fail where something would be deployed that only belongs on a developer's machine. */
export function refuseLocalSettings(app: IConstruct): void {
  app.node.addValidation({ validate: () => app.node.findAll().flatMap(wrongSettings) });
}

function wrongSettings(construct: IConstruct): string[] {
  const stack = (): Stack => Stack.of(construct);
  if (construct instanceof CfnFunction) {
    const { variables } = Environment.parse(stack().resolve(construct.environment) ?? {});
    return onlyLocal
      .filter((name) => name in variables)
      .map(
        (name) => `${construct.node.path} has ${name} in its environment, which only the local run may set.`,
      );
  }
  if (construct instanceof CfnAuthorizer) {
    const { issuer } = Jwt.parse(stack().resolve(construct.jwtConfiguration) ?? {});
    if (typeof issuer === 'string' && !issuer.startsWith('https://'))
      return [`${construct.node.path} takes tokens of ${issuer}. An issuer must be https.`];
  }
  return [];
}
