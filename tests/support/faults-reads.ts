import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { keyNames } from '../../shared/store/keys.ts';
import { type Sent, tap } from './tap.ts';

/** What can be odd about an answer of the table that is no error. */
export type OddAnswer =
  /** Only the first of the items that were asked for, or sent, is dealt with. */
  | 'unprocessed'
  /** A page without items that says there are more. */
  | 'empty page'
  /** An index that has not heard of the latest changes. */
  | 'lagging index';

export interface Odd {
  readonly answer: OddAnswer;
  /** Whether the answer of this number, from 1, is odd, of those that can be. */
  readonly met: (number: number) => boolean;
  /** The one command it is of; all that it can be of when left out. */
  readonly of?: string;
  /** A table as it was before the latest changes; none: no index can lag. */
  readonly behind?: string;
}

/**
 * Makes answers odd between a client and its table.
 * @returns a way to end it, which says how often it was met
 */
export function injectOddAnswers(
  client: DynamoDBDocumentClient,
  { answer, met, of, behind }: Odd,
): { readonly end: () => number } {
  let could = 0;
  let fired = 0;
  const off = tap(client, (sent, send) => {
    const odd = of === undefined || of === sent.name ? answers[answer](sent, send, behind) : null;
    if (!odd || !met(++could)) return send(sent.input);
    fired++;
    return odd();
  });
  return {
    end() {
      off();
      return fired;
    },
  };
}

type Send = (input: unknown) => Promise<unknown>;

/** The odd answer to a command, or null where it cannot be odd in that way. */
type Answering = (sent: Sent, send: Send, behind?: string) => (() => Promise<unknown>) | null;

const answers: Readonly<Record<OddAnswer, Answering>> = {
  unprocessed({ name, input }, send) {
    const isRead = name === 'BatchGetItemCommand';
    if (!isRead && name !== 'BatchWriteItemCommand') return null;
    const [table = ''] = Object.keys(input.RequestItems);
    const asked = input.RequestItems[table];
    const [first, ...left] = isRead ? asked.Keys : asked;
    if (left.length === 0) return null;
    const these = (some: unknown) => ({ [table]: isRead ? { ...asked, Keys: some } : some });
    return async () => ({
      ...Object(await send({ ...input, RequestItems: these([first]) })),
      [isRead ? 'UnprocessedKeys' : 'UnprocessedItems']: these(left),
    });
  },
  'empty page': ({ name, input }) =>
    name !== 'QueryCommand' || input.ExclusiveStartKey
      ? null
      : async () => ({ Items: [], Count: 0, LastEvaluatedKey: beforeAll(input) }),
  'lagging index': ({ name, input }, send, behind) =>
    name !== 'QueryCommand' || !input.IndexName || behind === undefined
      ? null
      : () => send({ ...input, TableName: behind }),
};

/** A key that stands before every item a query can find. */
function beforeAll({ IndexName, ScanIndexForward = true, ExpressionAttributeValues }: Sent['input']) {
  const partition = String(ExpressionAttributeValues[':partition']);
  const sort = ScanIndexForward ? '!' : '~';
  const index = [keyNames.lists, keyNames.subjects].find((one) => one.index === IndexName);
  if (!index) return { [keyNames.partition]: partition, [keyNames.sort]: sort };
  return {
    [keyNames.partition]: `T#${partition.split('#')[1]}#0`,
    [keyNames.sort]: sort,
    [index.partition]: partition,
    [index.sort]: sort,
  };
}

/**
 * Answers what was read before as it was then, for as long as nothing is written: a hundred tries in a row read the
 * same, and need not ask the table each time.
 * @returns a way to end it
 */
export function rememberReads(client: DynamoDBDocumentClient): () => void {
  const read = new Map<string, Promise<unknown>>();
  return tap(client, ({ name, input }, send) => {
    if (!/^(GetItem|BatchGetItem|Query)Command$/.test(name)) return send(input);
    const asked = JSON.stringify([name, input]);
    const answer = read.get(asked) ?? send(input);
    read.set(asked, answer);
    return answer;
  });
}
