import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { keyNames } from '../../shared/store/keys.ts';

/** What IAM tells apart: a check that something is unchanged needs a right of its own. */
export type Operation = 'get' | 'query' | 'scan' | 'put' | 'check' | 'update' | 'delete' | 'batch write';

/** One item or partition that a door touched. */
export interface Touched {
  readonly operation: Operation;
  readonly kind: string;
  /** The index that was asked; null for the table itself. */
  readonly index: string | null;
}

export interface Recorder {
  /** Everything touched while something runs, each once. */
  during<T>(run: () => Promise<T>): Promise<{ readonly answer: T; readonly touched: readonly Touched[] }>;
}

// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever is sent
type Input = any;

/** Hears what a client touches in its table, by kind, whoever asks for it. */
export function record(client: DynamoDBDocumentClient): Recorder {
  const heard = new Map<string, Touched>();
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        for (const one of touchedBy(String(commandName), args.input))
          heard.set(`${one.operation} ${one.kind} ${one.index}`, one);
        return next(args);
      },
    { step: 'initialize', name: 'recorder', override: true },
  );
  return {
    async during(run) {
      heard.clear();
      const answer = await run();
      return { answer, touched: [...heard.values()] };
    },
  };
}

function touchedBy(command: string, input: Input): Touched[] {
  const at = (operation: Operation, key: Input, index: string | null = null): Touched => ({
    operation,
    kind: kindOf(key),
    index,
  });
  switch (command.replace(/Command$/, '')) {
    case 'GetItem':
      return [at('get', input.Key)];
    case 'PutItem':
      return [at('put', input.Item)];
    case 'UpdateItem':
      return [at('update', input.Key)];
    case 'Query':
      return [at('query', input.ExpressionAttributeValues[':partition'], input.IndexName ?? null)];
    case 'BatchGetItem':
      return inTables(input).flatMap(({ Keys }) => Keys.map((key: Input) => at('get', key)));
    case 'BatchWriteItem':
      return inTables(input)
        .flat()
        .map(({ PutRequest, DeleteRequest }) =>
          PutRequest ? at('batch write', PutRequest.Item) : at('delete', DeleteRequest.Key),
        );
    case 'TransactWriteItems':
      return input.TransactItems.map(({ Put, ConditionCheck }: Input) =>
        Put ? at('put', Put.Item) : at('check', ConditionCheck.Key),
      );
    default:
      throw new Error(`The recorder does not know ${command}.`);
  }
}

const inTables = (input: Input): Input[] => Object.values(input.RequestItems);

/** The kind in a partition key, whether it comes as text, as an attribute, or in a key. */
function kindOf(key: Input): string {
  const partition = key?.[keyNames.partition] ?? key;
  const text: unknown = partition?.S ?? partition;
  const kind = typeof text === 'string' ? text.split('#')[2] : undefined;
  if (kind === undefined) throw new Error('That is the key of nothing here.');
  return kind;
}
