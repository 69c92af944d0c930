import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Deed } from '../../shared/domain/audit.ts';

/** Commits of one deed, stopped between what was read for them and what they write. */
export interface Stopped {
  /** Comes true when the first of them has decided and is about to write. */
  readonly reached: Promise<void>;
  /** Lets those that are stopped go on, and every later one pass. */
  letGo(): void;
}

// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever is sent
type Input = any;

const name = 'stopped';

/** Stops every commit of a deed just before it is sent, as long as nobody lets them go. One deed at a time. */
export function stopCommits(client: DynamoDBDocumentClient, deed: Deed): Stopped {
  const reached = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  client.middlewareStack.remove(name);
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (String(commandName).startsWith('TransactWrite') && deedOf(args.input) === deed) {
          reached.resolve();
          await gone.promise;
        }
        return next(args);
      },
    { step: 'initialize', name, override: true },
  );
  return {
    reached: reached.promise,
    letGo: () => {
      reached.resolve();
      gone.resolve();
      client.middlewareStack.remove(name);
    },
  };
}

/** What a commit does, as its outbox item says. */
function deedOf(input: Input): Deed | null {
  for (const { Put } of input.TransactItems) {
    const { kind, data } = Put?.Item ?? {};
    if ((kind?.S ?? kind) === 'outbox') return JSON.parse(data?.S ?? data).deed;
  }
  return null;
}
