import { Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { removalPolicies, type Stage } from '../stages.ts';

/** The key of the hashes in the audit trail and of what was asked for under which Idempotency-Key. Made once, by AWS. */
export function hashSecret(scope: Construct, stage: Stage, encryptionKey: IKey): Secret {
  const secret = new Secret(scope, 'HashSecret', {
    description: `Homeward ${stage.name}: keys the hashes of the audit trail`,
    encryptionKey,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: removalPolicies[stage.removal],
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason:
      'A new secret would leave no hash of the audit trail that can be checked, and answer every repeated request as a new one. It is no password: it opens nothing.',
  });
  return secret;
}
