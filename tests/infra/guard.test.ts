import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, test } from 'vitest';
import type { Homeward } from '../../infra/app.ts';
import { type Stage, stages } from '../../infra/stages.ts';
import { synthesise } from '../support/synthesised.ts';

/** Sets a variable in the environment of a function, past whatever made it. */
function withVariable(name: string) {
  return ({ service }: Homeward): void => {
    const lambda = service.node
      .findAll()
      .find(
        (one): one is CfnFunction => one instanceof CfnFunction && one.functionName === 'homeward-dev-homes',
      );
    lambda!.addPropertyOverride('Environment.Variables', {});
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
      'takes tokens of http://localhost:3000. An issuer must be https.',
    );
  });
});
