import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { exportName, type ShownByData } from '../constructs/data-names.ts';
import { EncryptedTable } from '../constructs/encrypted-table.ts';
import { assertHttps } from '../constructs/guard.ts';
import { hashSecret } from '../constructs/hash-secret.ts';
import { OwnUserPool } from '../constructs/user-pool.ts';
import type { Stage } from '../stages.ts';
import { tableShape } from '../table-shape.ts';

/**
 * What must outlive every deployment, apart from what can be made again: the table, the key it is read with, the key of
 * the hashes in it, and whoever may sign in.
 */
export class DataStack extends Stack {
  readonly table: TableV2;
  readonly key: Key;

  constructor(scope: Construct, stage: Stage) {
    super(scope, `homeward-${stage.name}-data`, {
      description: `Homeward ${stage.name}: the table of people, homes and moves`,
      // No account: synthesis works without one. The region is named because a table with its own key needs it.
      env: { region: stage.region },
      terminationProtection: stage.deletionProtection,
      tags: { product: 'homeward', stage: stage.name },
    });
    const { table, key } = new EncryptedTable(this, 'Records', tableShape, stage);
    this.table = table;
    this.key = key;
    const { issuer, audience } = this.tokensOf(stage);
    this.show(stage, 'TableName', table.tableName, 'Name of the table');
    this.show(stage, 'TableArn', table.tableArn, 'Table, for roles and alarms');
    this.show(stage, 'StreamArn', table.tableStreamArn, 'Stream of the changes, for rematching');
    this.show(stage, 'KeyArn', key.keyArn, 'Key that the table is encrypted with');
    this.show(stage, 'HashSecretArn', hashSecret(this, stage, key).secretArn, 'Key of the hashes');
    this.show(stage, 'Issuer', issuer, 'Who issues the tokens that the API takes');
    this.show(stage, 'Audience', audience, 'Whom those tokens are for');
  }

  private tokensOf(stage: Stage): { issuer: string; audience: string } {
    const { signIn } = stage;
    if (signIn.by === 'provider') {
      assertHttps(signIn.issuer);
      return signIn;
    }
    const { pool, client } = new OwnUserPool(this, 'Users', stage, signIn);
    return { issuer: pool.userPoolProviderUrl, audience: client.userPoolClientId };
  }

  private show(stage: Stage, name: ShownByData, value: string | undefined, description: string): void {
    if (value === undefined) throw new RangeError(`${this.stackName}: ${name} has no value to show.`);
    new CfnOutput(this, name, { value, description, exportName: exportName(stage, name) });
  }
}
