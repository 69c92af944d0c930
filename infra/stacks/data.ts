import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { EncryptedTable } from '../constructs/encrypted-table.ts';
import type { Stage } from '../stages.ts';
import { tableShape } from '../table-shape.ts';

/** What must outlive every deployment, apart from what can be made again: the table and the key it is read with. */
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
    this.show('TableName', table.tableName, 'Name of the table');
    this.show('TableArn', table.tableArn, 'Table, for roles and alarms');
    this.show('StreamArn', table.tableStreamArn, 'Stream of the changes, for rematching');
    this.show('KeyArn', key.keyArn, 'Key that the table is encrypted with');
  }

  private show(name: string, value: string | undefined, description: string): void {
    if (value === undefined) throw new RangeError(`${this.stackName}: ${name} has no value to show.`);
    new CfnOutput(this, name, { value, description });
  }
}
