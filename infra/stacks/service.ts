import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { doors } from '../../functions/doors.ts';
import { Api } from '../constructs/api.ts';
import { wakeOnChanges } from '../constructs/changes.ts';
import { Clock } from '../constructs/clock.ts';
import { dataNames, exportName } from '../constructs/data-names.ts';
import { DoorLambda } from '../constructs/door-lambda.ts';
import type { Stage } from '../stages.ts';

/** What can be made again at any time: the doors, the API in front of them, and what wakes the others. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, stage: Stage) {
    super(scope, `homeward-${stage.name}-service`, {
      description: `Homeward ${stage.name}: the API, the pages and the engine`,
      env: { region: stage.region },
      terminationProtection: stage.deletionProtection,
      tags: { product: 'homeward', stage: stage.name },
    });
    const data = dataNames(stage);
    const lambdas = doors.map((door) => ({ door, lambda: new DoorLambda(this, door, stage, data) }));
    const { api } = new Api(
      this,
      stage,
      data,
      new Map(lambdas.map(({ door, lambda }) => [door.name, lambda.function])),
    );
    for (const { door, lambda } of lambdas) {
      if (door.trigger === 'stream') wakeOnChanges(lambda, door.wakes ?? [], data);
      if (door.trigger === 'schedule') new Clock(this, stage, lambda);
    }
    new CfnOutput(this, 'ApiAddress', { value: api.apiEndpoint, description: 'Where the API answers' });
    new CfnOutput(this, 'ApiId', {
      value: api.apiId,
      description: 'API, for alarms',
      exportName: exportName(stage, 'ApiId'),
    });
  }
}
