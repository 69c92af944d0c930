import { rematchKinds } from '../shared/store/rematch-kinds.ts';

/** What starts a Lambda: a request, a change in the table, or the clock. */
export type Trigger = 'api' | 'stream' | 'schedule';

/** One Lambda as data: its role, its function and its alarms are made from it. */
export interface Door {
  /** Its folder here. */
  readonly name: string;
  readonly trigger: Trigger;
  /** Kinds of record it reads, or asks that they are unchanged. */
  readonly reads: readonly string[];
  /** Kinds of record it writes. */
  readonly writes: readonly string[];
  /** Kinds of record whose changes wake it; none but for a door of the stream. */
  readonly wakes?: readonly string[];
  /** Indexes it asks, by what they are for. */
  readonly indexes: readonly ('lists' | 'subjects')[];
  readonly timeoutSeconds: number;
  /** A processor comes with the memory: 1,769 MB are a whole one. */
  readonly memoryMegabytes: number;
}

/** API Gateway gives up after 30 seconds; a function ends before, so that it is the one to say what happened. */
const requestSeconds = 28;

/** Shorter than the lease of a run, so that whoever takes over finds nobody at work. */
const runSeconds = 300;

/** A batch of messages, each of which may wait for an answer. */
const messageSeconds = 120;

/** A cold start is mostly reading code, which goes as fast as there is processor. */
const requestMegabytes = 1024;

/** Planning computes. */
const planningMegabytes = 1769;

/** What the engine reads. */
const facts = ['person', 'home', 'ledger', 'vacancy', 'request', 'stay', 'worker', 'policy'];

/** What the engine writes, and so all that its role may. */
const plans = ['plan', 'suggestion', 'lease'];

/** What a proposal takes with it when it ends. */
const released = ['proposal', 'vacancy', 'request', 'ledger', 'move', 'chain', 'stay', 'person'];

/** Every Lambda of the service, with the least it can work with. No kind is named by a pattern. */
export const doors: readonly Door[] = [
  {
    name: 'homes',
    trigger: 'api',
    reads: ['home', 'ledger', 'room', 'vacancy', 'stay', 'move', 'policy'],
    writes: ['home', 'ledger', 'room', 'vacancy', 'stay'],
    indexes: ['lists'],
    timeoutSeconds: requestSeconds,
    memoryMegabytes: requestMegabytes,
  },
  {
    name: 'people',
    trigger: 'api',
    reads: [
      ...['person', 'identity', 'move', 'caseload', 'worker', 'ledger', 'stay', 'proposal', 'request'],
      ...['personWorkers', 'workerAbsences', 'cover', 'home'],
    ],
    writes: [
      ...['person', 'identity', 'move', 'caseload', 'ledger', 'readLog'],
      ...['personWorkers', 'workerAbsences', 'cover'],
    ],
    indexes: ['lists', 'subjects'],
    timeoutSeconds: requestSeconds,
    memoryMegabytes: requestMegabytes,
  },
  {
    name: 'requests',
    trigger: 'api',
    reads: ['request', 'person', 'move', 'worker', 'home', 'discharge', 'proposal', 'stay'],
    writes: ['request', 'move', 'discharge'],
    indexes: ['lists'],
    timeoutSeconds: requestSeconds,
    memoryMegabytes: requestMegabytes,
  },
  {
    name: 'matching',
    trigger: 'api',
    reads: [...facts, 'plan', 'suggestion', 'matchRun'],
    writes: ['matchRun'],
    indexes: ['lists', 'subjects'],
    timeoutSeconds: requestSeconds,
    memoryMegabytes: planningMegabytes,
  },
  {
    name: 'proposals',
    trigger: 'api',
    reads: [
      ...facts,
      'room',
      'move',
      'caseload',
      'proposal',
      'explanation',
      'chain',
      'view',
      'providerAnswer',
      'decision',
      'plan',
      'suggestion',
      'organisation',
      'vote',
      'conflict',
      'cascade',
    ],
    writes: [...released, 'home', 'cascade', 'explanation', 'view', 'providerAnswer', 'decision'],
    indexes: ['lists', 'subjects'],
    timeoutSeconds: requestSeconds,
    memoryMegabytes: requestMegabytes,
  },
  {
    name: 'panels',
    trigger: 'api',
    reads: [
      ...['proposal', 'chain', 'person', 'request', 'home', 'explanation', 'view', 'providerAnswer'],
      ...['decision', 'vote', 'conflict', 'panel', 'pack', 'review'],
      ...['ledger', 'room', 'vacancy', 'stay', 'move', 'worker', 'policy', 'caseload'],
    ],
    writes: ['vote', 'conflict', 'panel', 'pack', 'review', 'person'],
    indexes: ['lists', 'subjects'],
    timeoutSeconds: requestSeconds,
    memoryMegabytes: requestMegabytes,
  },
  {
    name: 'stays',
    trigger: 'api',
    reads: [
      'person',
      'home',
      'ledger',
      'room',
      'vacancy',
      'request',
      'stay',
      'policy',
      'move',
      'proposal',
      'chain',
      'contactPlan',
      ...['beforeMove', 'worker', 'departure'],
    ],
    writes: [...released, 'contactPlan', 'beforeMove', 'departure'],
    indexes: ['lists', 'subjects'],
    timeoutSeconds: requestSeconds,
    memoryMegabytes: requestMegabytes,
  },
  {
    name: 'reports',
    trigger: 'api',
    reads: [
      ...['request', 'proposal', 'stay', 'contactPlan', 'home', 'ledger', 'vacancy', 'plan'],
      ...['discharge', 'person', 'personWorkers', 'workerAbsences'],
    ],
    writes: ['readLog'],
    indexes: ['lists'],
    timeoutSeconds: requestSeconds,
    // Five years of a partnership are read and counted at once.
    memoryMegabytes: planningMegabytes,
  },
  {
    name: 'partnership',
    trigger: 'api',
    reads: ['partnership', 'organisation', 'worker', 'contact', 'message'],
    writes: ['member', 'contact', 'organisation', 'worker', 'caseload'],
    indexes: ['lists'],
    timeoutSeconds: requestSeconds,
    memoryMegabytes: requestMegabytes,
  },
  {
    name: 'web',
    trigger: 'api',
    reads: [
      ...['session', 'draft', 'home', 'ledger', 'room', 'vacancy', 'stay', 'move', 'policy'],
      ...['request', 'person', 'identity', 'worker', 'caseload'],
      ...['panel', 'pack', 'proposal', 'chain', 'explanation', 'view', 'providerAnswer', 'decision'],
      ...['vote', 'conflict', 'contactPlan', 'message', 'discharge', 'plan', 'suggestion', 'review'],
      ...['beforeMove', 'departure', 'organisation', 'personWorkers', 'workerAbsences'],
    ],
    writes: [
      ...[...released, 'session', 'draft', 'home', 'readLog', 'decision', 'vote', 'providerAnswer', 'view'],
      ...['contactPlan', 'identity', 'caseload', 'discharge', 'explanation'],
      ...['conflict', 'panel', 'pack', 'review', 'beforeMove', 'departure', 'room'],
    ],
    indexes: ['lists', 'subjects'],
    timeoutSeconds: requestSeconds,
    memoryMegabytes: requestMegabytes,
  },
  {
    name: 'openapi',
    trigger: 'api',
    reads: [],
    writes: [],
    indexes: [],
    timeoutSeconds: 10,
    memoryMegabytes: requestMegabytes,
  },
  {
    name: 'stream',
    trigger: 'stream',
    wakes: rematchKinds,
    reads: [...facts, 'plan', 'lease'],
    writes: plans,
    indexes: ['lists'],
    timeoutSeconds: runSeconds,
    memoryMegabytes: planningMegabytes,
  },
  {
    name: 'messages',
    trigger: 'stream',
    wakes: ['message', 'outbox'],
    reads: [
      ...['message', 'member', 'contact', 'person', 'home', 'ledger', 'proposal', 'request', 'stay'],
      ...['panel', 'review', 'contactPlan'],
    ],
    writes: ['message'],
    indexes: ['lists'],
    timeoutSeconds: messageSeconds,
    memoryMegabytes: 512,
  },
  {
    name: 'schedule',
    trigger: 'schedule',
    reads: [...facts, 'partnership', 'plan', 'lease', 'proposal', 'move', 'chain', 'message', 'cascade'],
    writes: [...plans, ...released, 'providerAnswer', 'message', 'cascade'],
    indexes: ['lists', 'subjects'],
    timeoutSeconds: runSeconds,
    memoryMegabytes: planningMegabytes,
  },
];

/** Kinds that are kept outside of commits: by the two other writers, of plans and of what keeps the service running. */
const outsideCommits: readonly string[] = [...plans, 'readLog', 'message', 'session', 'draft'];

/** How items of some kinds may be written. A put is all that a commit needs, and nothing is ever deleted. */
export interface WritesBy {
  readonly put: readonly string[];
  readonly batch: readonly string[];
  readonly update: readonly string[];
}

/** All that a door may do in the table: what it says, and what every commit and every request need besides. */
export interface Access {
  readonly reads: readonly string[];
  /** Whether it writes through commits, which also ask that what they rest on is unchanged. */
  readonly commits: boolean;
  readonly writes: WritesBy;
}

/** @returns kinds in alphabetical order, each once */
export function accessOf({ reads, writes, trigger }: Door): Access {
  const commits = writes.some((kind) => !outsideCommits.includes(kind));
  const asks = trigger === 'api' && reads.length > 0;
  return {
    commits,
    reads: sorted([
      ...reads,
      ...(asks ? ['member', 'cover'] : []),
      ...(commits ? ['audit', 'idempotency'] : []),
    ]),
    writes: {
      put: sorted([...writes, ...(commits ? ['audit', 'idempotency', 'outbox'] : [])]),
      batch: sorted(writes.filter((kind) => kind === 'plan' || kind === 'suggestion')),
      update: sorted(writes.filter((kind) => kind === 'lease')),
    },
  };
}

const sorted = (kinds: readonly string[]): string[] => [...new Set(kinds)].sort();
