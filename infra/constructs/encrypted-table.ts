import { Duration } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { removalPolicies, type Stage } from '../stages.ts';
import type { KeyAttribute, KeyPair, TableShape } from '../table-shape.ts';

/** A table as Homeward keeps them: own key, restorable to any second, paid by the request, with a stream. */
export class EncryptedTable extends Construct {
  /** Encrypts the table and its stream. Who reads the table needs leave to use it; `table.grant…` gives both. */
  readonly key: Key;
  readonly table: TableV2;

  constructor(scope: Construct, id: string, shape: TableShape, stage: Stage) {
    super(scope, id);
    const removalPolicy = removalPolicies[stage.removal];
    this.key = new Key(this, 'Key', {
      description: `Homeward ${stage.name}: what is known of people and homes`,
      enableKeyRotation: true,
      pendingWindow: Duration.days(stage.keyWaitDays),
      removalPolicy,
    });
    this.table = new TableV2(this, 'Table', {
      ...keysOf(shape),
      globalSecondaryIndexes: shape.indexes.map((index) => ({
        indexName: index.name,
        ...keysOf(index),
        projectionType: ProjectionType[index.projection],
      })),
      timeToLiveAttribute: shape.expiryAttribute,
      dynamoStream: streamViews[shape.stream],
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(this.key),
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: stage.recoveryDays,
      },
      deletionProtection: stage.deletionProtection,
      removalPolicy,
    });
  }
}

const attributeTypes = { S: AttributeType.STRING };
const streamViews = { NEW_AND_OLD_IMAGES: StreamViewType.NEW_AND_OLD_IMAGES };

function keysOf({ partition, sort }: KeyPair) {
  return { partitionKey: attributeOf(partition), sortKey: attributeOf(sort) };
}

function attributeOf({ name, type }: KeyAttribute) {
  return { name, type: attributeTypes[type] };
}
