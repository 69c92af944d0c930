import { Duration, Validations } from 'aws-cdk-lib';
import { AccountRecovery, Mfa, OAuthScope, UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { removalPolicies, type SignIn, type Stage } from '../stages.ts';

/**
 * People who may sign in, with a second factor always. Members are kept by the subject of their token, so the pool must
 * outlive every deployment as their records do. Nobody signs up: an administrator adds them.
 */
export class OwnUserPool extends Construct {
  readonly pool: UserPool;
  /** The pages: an authorisation code with PKCE, as a client without a secret must use. */
  readonly client: UserPoolClient;

  constructor(
    scope: Construct,
    id: string,
    stage: Stage,
    { domainPrefix, returnTo }: Extract<SignIn, { by: 'ownPool' }>,
  ) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: `homeward-${stage.name}`,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      deletionProtection: stage.deletionProtection,
      removalPolicy: removalPolicies[stage.removal],
    });
    this.pool.addDomain('SignIn', { cognitoDomain: { domainPrefix } });
    this.client = this.pool.addClient('Pages', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [...returnTo],
      },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      // A working day: whoever comes back the next morning signs in again.
      refreshTokenValidity: Duration.hours(12),
    });
    Validations.of(this.pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason:
        'The plus plan adds threat protection, billed for every user a month. A second factor is required, nobody can sign up, and the API is throttled.',
    });
  }
}
