import { RemovalPolicy } from 'aws-cdk-lib';

/**
 * Who may sign in, and where. Either our own user pool, whose members an administrator adds; or the OpenID provider the
 * partnership's organisations use already.
 */
export type SignIn =
  | {
      readonly by: 'ownPool';
      /** First part of the address of the sign-in page; one that nobody else in the region has. */
      readonly domainPrefix: string;
      /** Where people return to once they have signed in. */
      readonly returnTo: readonly string[];
    }
  | {
      readonly by: 'provider';
      /** As its tokens name it; `https://` always. */
      readonly issuer: string;
      /** Whom its tokens are for, as they name us. */
      readonly audience: string;
    };

/** What differs between the places Homeward is deployed to. Everything not named here is the same in all. */
export interface Stage {
  readonly name: string;
  readonly region: string;
  /** What becomes of the table and its key when the stack is deleted. */
  readonly removal: 'retain' | 'destroy';
  /** Refuses deletion of the stack and of the table until somebody first turns this off. */
  readonly deletionProtection: boolean;
  /** Days back, 1–35, to any second of which the table can be restored. */
  readonly recoveryDays: number;
  /** Days, 7–30, between asking for the key's deletion and losing everything it encrypts. */
  readonly keyWaitDays: number;
  /** Days that logs are kept. Logs hold codes and ids, no personal data. */
  readonly logDays: number;
  readonly signIn: SignIn;
  /** Where people reach the service, without a slash at the end: messages point there. */
  readonly address: string;
  /**
   * How messages are delivered by GOV.UK Notify: the template with `((subject))` and `((body))`, and the name of the secret
   * that holds the API key. Null: messages are parked, where a lead can see them.
   */
  readonly notify: { readonly templateId: string; readonly keySecret: string } | null;
  /** Requests a second that the API takes over time, and at once. Beyond them it answers 429. */
  readonly requestsPerSecond: number;
  readonly requestsAtOnce: number;
}

/** What becomes of a resource when its stack is deleted, in the words of CloudFormation. */
export const removalPolicies = { retain: RemovalPolicy.RETAIN, destroy: RemovalPolicy.DESTROY };

/**
 * The stages by name. `dev` holds made-up people only and may be thrown away; `prod` holds real ones.
 * Assumes that partnerships want their records kept in the UK, so both stages are in London.
 * Assumes that a partnership of a few hundred members never asks for more than 100 things a second.
 * Assumes that prod's pages will be served from an address still to be chosen: `example` is nobody's, so put yours there.
 * Assumes that a year of logs is enough to look into a complaint; no programme document names a number.
 */
export const stages = {
  dev: {
    name: 'dev',
    region: 'eu-west-2',
    removal: 'destroy',
    deletionProtection: false,
    recoveryDays: 7,
    keyWaitDays: 7,
    logDays: 14,
    signIn: { by: 'ownPool', domainPrefix: 'homeward-dev', returnTo: ['http://localhost:3000/signed-in'] },
    address: 'http://localhost:3000',
    notify: null,
    requestsPerSecond: 20,
    requestsAtOnce: 40,
  },
  prod: {
    name: 'prod',
    region: 'eu-west-2',
    removal: 'retain',
    deletionProtection: true,
    recoveryDays: 35,
    keyWaitDays: 30,
    logDays: 365,
    signIn: {
      by: 'ownPool',
      domainPrefix: 'homeward-prod',
      returnTo: ['https://homeward.example/signed-in'],
    },
    address: 'https://homeward.example',
    notify: null,
    requestsPerSecond: 100,
    requestsAtOnce: 200,
  },
} as const satisfies Record<string, Stage>;

/**
 * @param name what the command line asked for, e.g. from `cdk synth -c stage=prod`
 * @returns the stage of that name
 * @throws RangeError naming the known stages when there is none of that name
 */
export function stageNamed(name: unknown): Stage {
  const found = Object.values(stages).find((stage) => stage.name === name);
  if (!found) {
    throw new RangeError(
      `No stage is called ${String(name)}. Use one of: ${Object.keys(stages).join(', ')}.`,
    );
  }
  return found;
}
