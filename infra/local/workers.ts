import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { LocalFunction } from './template.ts';

/** The functions of the app, each in threads of its own. */
export interface Workers {
  /**
   * Runs a function with an event.
   * @throws an error named `TimeoutError` when it takes longer than its own limit, any other when it fails
   */
  invoke(name: string, event: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

export interface WorkersOptions {
  readonly functions: readonly LocalFunction[];
  /** Set in every function, over what the template sets. */
  readonly env: Readonly<Record<string, string>>;
  /** Folder of the bundles; they are CommonJS, and the project's own package.json says otherwise. */
  readonly assembly: string;
  /** File that takes what the functions write to their logs. */
  readonly logs: string;
  /** How far the local clock stands ahead, in seconds. */
  readonly offsetSeconds: () => number;
}

const Answer = z.object({ id: z.number(), result: z.unknown().optional(), fault: z.string().optional() });

interface Waiting {
  readonly done: (result: unknown) => void;
  readonly failed: (fault: Error) => void;
}

/** A thread with what it is busy with. A Lambda takes one event at a time; a thread takes as many as come. */
interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/** Starts no thread yet: each comes with the first event of its function, as in a cold start. */
export function startWorkers(options: WorkersOptions): Workers {
  writeFileSync(join(options.assembly, 'package.json'), '{"type":"commonjs"}\n');
  const logs = createWriteStream(options.logs, { flags: 'a' });
  const threads = new Map<string, Thread>();
  const all = new Set<Worker>();
  let ids = 0;

  const start = (about: LocalFunction): Thread => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      env: envOf(about, options.env),
      workerData: { folder: about.folder, handler: about.handler, name: about.name },
      stdout: true,
      stderr: true,
    });
    for (const output of [worker.stdout, worker.stderr])
      output.on('data', (text: Buffer) => logs.write(text));
    const thread: Thread = { worker, waiting: new Map() };
    const lost = (fault: Error): void => {
      if (threads.get(about.name) === thread) threads.delete(about.name);
      for (const { failed } of thread.waiting.values()) failed(fault);
      thread.waiting.clear();
      all.delete(worker);
    };
    worker.on('message', (message: unknown) => {
      const { id, result, fault } = Answer.parse(message);
      const waiting = thread.waiting.get(id);
      if (fault === undefined) waiting?.done(result);
      else waiting?.failed(new Error(fault));
    });
    worker.on('error', lost);
    worker.on('exit', () => lost(new Error(`${about.name} ended.`)));
    all.add(worker);
    threads.set(about.name, thread);
    return thread;
  };

  return {
    async invoke(name, event) {
      const about = options.functions.find((one) => one.name === name);
      if (!about) throw new RangeError(`There is no function ${name}.`);
      const thread = threads.get(name) ?? start(about);
      const id = ++ids;
      const milliseconds = about.timeoutSeconds * 1000;
      const deadline = Date.now() + milliseconds;
      let limit: NodeJS.Timeout | undefined;
      try {
        return await new Promise<unknown>((done, failed) => {
          thread.waiting.set(id, { done, failed });
          limit = setTimeout(() => {
            // The thread may be stuck: whatever comes next gets a new one, and this one ends.
            if (threads.get(name) === thread) threads.delete(name);
            failed(Object.assign(new Error(`${name} took too long.`), { name: 'TimeoutError' }));
          }, milliseconds);
          thread.worker.postMessage({ id, event, offsetSeconds: options.offsetSeconds(), deadline });
        });
      } finally {
        clearTimeout(limit);
        thread.waiting.delete(id);
        if (threads.get(name) !== thread && thread.waiting.size === 0) void thread.worker.terminate();
      }
    },
    async stop() {
      await Promise.all([...all].map((worker) => worker.terminate()));
      await new Promise((ended) => logs.end(ended));
    },
  };
}

/** A function sees what the template gives it and what AWS would set; nothing else of this machine. */
function envOf(about: LocalFunction, more: Readonly<Record<string, string>>): Record<string, string> {
  return {
    TZ: 'UTC',
    AWS_REGION: 'local',
    AWS_LAMBDA_FUNCTION_NAME: about.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(about.memoryMegabytes),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    ...about.env,
    ...more,
  };
}
