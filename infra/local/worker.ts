import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';

/** What a worker thread is started with: where the bundle is and what it exports. */
const Started = z.object({ folder: z.string(), handler: z.string(), name: z.string() });

/** One invocation. `offsetSeconds` is how far the local clock stands ahead. */
const Invocation = z.object({
  id: z.number(),
  event: z.unknown().optional(),
  offsetSeconds: z.number(),
  deadline: z.number(),
});

const { folder, handler, name } = Started.parse(workerData);
const [file = 'index', exported = 'handler'] = handler.split('.');
const run: unknown = createRequire(join(folder, 'index.js'))(join(folder, `${file}.js`))[exported];

parentPort?.on('message', async (message: unknown) => {
  const { id, event, offsetSeconds, deadline } = Invocation.parse(message);
  process.env.CLOCK_OFFSET_SECONDS = String(offsetSeconds);
  const context = {
    awsRequestId: `local-${id}`,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: name,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: name,
    logStreamName: name,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  try {
    if (typeof run !== 'function') throw new TypeError(`${handler} of ${name} is no function.`);
    parentPort?.postMessage({ id, result: await run(event, context) });
  } catch (fault) {
    const said = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    parentPort?.postMessage({ id, fault: said });
  }
});
