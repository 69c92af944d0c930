import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** A command on its way to the table. */
export interface Sent {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever is sent
  readonly input: any;
}

/**
 * Hears every command a client sends, and may answer it another way than by sending it on.
 * @returns takes the tap off again
 */
export function tap(
  client: DynamoDBDocumentClient,
  hear: (sent: Sent, send: (input: unknown) => Promise<unknown>) => Promise<unknown>,
): () => void {
  const name = `tap-${++taps}`;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const send = async (input: unknown) => (await next({ ...args, input: input as never })).output;
      const output = await hear({ name: context.commandName ?? '', input: args.input }, send);
      return { output: output as never, response: {} };
    },
    { step: 'initialize', name, priority: 'low' },
  );
  return () => {
    client.middlewareStack.remove(name);
  };
}

let taps = 0;
