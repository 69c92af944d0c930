import {
  DynamoDBServiceException,
  IdempotentParameterMismatchException,
  InternalServerError,
  ProvisionedThroughputExceededException,
  RequestLimitExceeded,
  ThrottlingException,
  TransactionCanceledException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** What can go wrong on the way to the table and back. */
export type Fault =
  | 'conflict'
  | 'throttled transaction'
  | 'throttle'
  | 'throughput exceeded'
  | 'request limit'
  | 'transaction in progress'
  /** The token of a transaction was used for another one. */
  | 'parameter mismatch'
  | 'server error'
  | 'bad gateway'
  | 'service unavailable'
  | 'expired credentials'
  | 'timeout before'
  | 'lost response'
  | 'connection reset after'
  /** An error that no list of ours knows, though the table did it. */
  | 'unforeseen after'
  /** Our own process is gone: from then on nothing of ours reaches the table, until it is started again. */
  | 'killed after'
  | 'killed before';

/** Faults after which the table has done what it was asked. */
const afterwards: ReadonlySet<Fault> = new Set([
  'lost response',
  'connection reset after',
  'unforeseen after',
  'killed after',
]);

export interface Planned {
  readonly fault: Fault;
  /** As the SDK names it, e.g. `TransactWriteItems` or `GetItem`. */
  readonly command: string;
  /** How many attempts meet it, those that the SDK makes by itself included. */
  readonly times?: number;
  /** How many attempts go well before. */
  readonly after?: number;
}

export interface Fired {
  readonly fault: Fault;
  readonly command: string;
}

/** Faults between a client and its table, where the SDK's own retries meet them too. */
export interface Faults {
  /** In the order in which they are met: of several plans for a command the first that is not used up applies. */
  plan(...faults: Planned[]): void;
  /** Every fault that was met, in order. */
  readonly fired: Fired[];
  /** Attempts that reached the client, by command. */
  readonly attempts: Map<string, number>;
  /** Starts a process anew that was killed. */
  revive(): void;
  /** Forgets what is planned and what was met. */
  clear(): void;
}

interface Pending {
  readonly fault: Fault;
  readonly command: string;
  toPass: number;
  left: number;
}

const injected = 'injectedFaults';

/** Puts faults between this client and the table. Asked again of the same client, the new ones take their place. */
export function injectFaults(client: DynamoDBDocumentClient): Faults {
  const pending: Pending[] = [];
  const fired: Fired[] = [];
  const attempts = new Map<string, number>();
  let dead = false;
  client.middlewareStack.remove(injected);
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = String(context.commandName).replace(/Command$/, '');
      if (dead) throw errors['killed before']();
      attempts.set(command, (attempts.get(command) ?? 0) + 1);
      const fault = dueFault(pending, command);
      if (fault === null) return next(args);
      fired.push({ fault, command });
      if (afterwards.has(fault)) await next(args);
      if (fault === 'killed after' || fault === 'killed before') dead = true;
      throw errors[fault]();
    },
    // Outside the SDK's own deserializer and inside its retries.
    { step: 'deserialize', name: injected, priority: 'high', override: true },
  );
  return {
    fired,
    attempts,
    plan: (...faults) => {
      pending.push(
        ...faults.map(({ fault, command, times = 1, after = 0 }) => ({
          fault,
          command,
          toPass: after,
          left: times,
        })),
      );
    },
    revive: () => {
      dead = false;
    },
    clear: () => {
      dead = false;
      pending.length = 0;
      fired.length = 0;
      attempts.clear();
    },
  };
}

/** Takes the SDK's own retries away, so that every fault reaches our code and nothing waits. */
export function withoutRetries(client: DynamoDBDocumentClient): void {
  // Others stand in relation to it, so something of its name must stay.
  client.middlewareStack.add((next) => next, {
    name: 'retryMiddleware',
    step: 'finalizeRequest',
    priority: 'high',
    override: true,
  });
}

/** Leaves the SDK's own retries as they are, save that they wait for nothing. */
export async function withHastyRetries({ config }: DynamoDBDocumentClient): Promise<void> {
  const atOnce = { setDelayBase: () => undefined, computeNextBackoffDelay: () => 0 };
  Object.assign(await config.retryStrategy(), { retryBackoffStrategy: atOnce });
}

function dueFault(pending: Pending[], command: string): Fault | null {
  const due = pending.find((one) => one.command === command && one.left > 0);
  if (!due) return null;
  if (due.toPass > 0) {
    due.toPass--;
    return null;
  }
  due.left--;
  return due.fault;
}

const at = (httpStatusCode: number) => ({ $metadata: { httpStatusCode }, message: 'injected' });

const cancelled = (Code: string): Error =>
  new TransactionCanceledException({ ...at(400), CancellationReasons: [{ Code }, { Code: 'None' }] });

const unmodelled = (name: string, status: number): Error =>
  new DynamoDBServiceException({ ...at(status), name, $fault: status < 500 ? 'client' : 'server' });

const plain = (fault: Fault, more: object): Error => Object.assign(new Error(`injected: ${fault}`), more);

/** What the SDK throws for each. */
const errors: Readonly<Record<Fault, () => Error>> = {
  conflict: () => cancelled('TransactionConflict'),
  'throttled transaction': () => cancelled('ThrottlingError'),
  throttle: () => new ThrottlingException(at(400)),
  'throughput exceeded': () => new ProvisionedThroughputExceededException(at(400)),
  'request limit': () => new RequestLimitExceeded(at(400)),
  'transaction in progress': () => new TransactionInProgressException({ ...at(400), Message: 'injected' }),
  'parameter mismatch': () => new IdempotentParameterMismatchException({ ...at(400), Message: 'injected' }),
  'server error': () => new InternalServerError(at(500)),
  'bad gateway': () => plain('bad gateway', { name: 'UnknownError', ...at(502) }),
  'service unavailable': () => unmodelled('ServiceUnavailable', 503),
  'expired credentials': () => unmodelled('ExpiredTokenException', 400),
  'timeout before': () => plain('timeout before', { name: 'TimeoutError' }),
  'lost response': () => plain('lost response', { name: 'TimeoutError' }),
  'connection reset after': () => plain('connection reset after', { code: 'ECONNRESET' }),
  'unforeseen after': () => plain('unforeseen after', { name: 'Unforeseen' }),
  'killed after': () => plain('killed after', { name: 'Killed' }),
  'killed before': () => plain('killed before', { name: 'Killed' }),
};
