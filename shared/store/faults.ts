import type { Deed } from '../domain/audit.ts';

/** A commit did not get through in time. Nothing is known to be written; the same key tells what became of it. */
export class Busy extends Error {
  constructor(deed: Deed) {
    super(`${deed} did not get through: too many others wrote at once, or the table did not answer.`);
  }
}

/**
 * Errors after which the same commit may be tried again: somebody else was first, the table is busy, or the answer was
 * lost. A commit that went through unseen is found by its idempotency item, so trying again never does it twice.
 */
const passing = new Set([
  'TransactionCanceledException',
  'TransactionConflictException',
  'TransactionInProgressException',
  'IdempotentParameterMismatchException',
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
  'NetworkingError',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
]);

export function isPassing(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if (passing.has(fault.name)) return !isOurs(fault);
  if ('code' in fault && typeof fault.code === 'string') return passing.has(fault.code);
  return isServerError(fault);
}

/** Any other answer by which the table, or what stands before it, says that the trouble is its own. */
function isServerError(fault: Error): boolean {
  const metadata = '$metadata' in fault ? fault.$metadata : null;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return false;
  return typeof metadata.httpStatusCode === 'number' && metadata.httpStatusCode >= 500;
}

/** A cancellation for a reason that no other try can change, such as an item that is too large. */
function isOurs(fault: Error): boolean {
  if (!('CancellationReasons' in fault) || !Array.isArray(fault.CancellationReasons)) return false;
  return fault.CancellationReasons.some(
    (reason) => reason?.Code === 'ValidationError' || reason?.Code === 'ItemCollectionSizeLimitExceeded',
  );
}
