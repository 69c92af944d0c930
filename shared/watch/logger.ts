import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from './log-codes.ts';

/** A log of JSON lines. Callers can only pass codes and flat facts, so nothing else can end up in it. */
export function makeLog(service: string): Log {
  const logger = new Logger({ serviceName: service });
  return (code, facts) => logger.info(code, { facts });
}
