import {
  ConditionalCheckFailedException,
  ResourceNotFoundException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { isPassing } from '../../../shared/store/faults.ts';

const named = (name: string, more: object = {}): Error => Object.assign(new Error('x'), { name, ...more });
const cancelled = (...codes: string[]): Error =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'x',
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

describe('an error after which the same commit may be tried again:', () => {
  test.each([
    ['a version that was not as read', cancelled('None', 'ConditionalCheckFailed')],
    ['a conflict with another transaction', cancelled('TransactionConflict')],
    ['a throttled transaction', cancelled('ThrottlingError')],
    ['a throttle', named('ThrottlingException')],
    ['too many requests', named('RequestLimitExceeded')],
    ['a transaction still at work under the same token', named('TransactionInProgressException')],
    ['an answer that never came', named('TimeoutError')],
    ['a connection that ended', named('Error', { code: 'ECONNRESET' })],
    ['a connection that was refused', named('Error', { code: 'ECONNREFUSED' })],
    ['trouble the table calls its own', named('InternalServerError')],
    ['trouble of what stands before it', named('UnknownError', { $metadata: { httpStatusCode: 502 } })],
  ])('%s', (_what, fault) => {
    expect(isPassing(fault)).toBe(true);
  });
});

describe('an error that no other try can change:', () => {
  test.each([
    ['an item that is too large', cancelled('None', 'ValidationError')],
    ['a table that is not there', new ResourceNotFoundException({ $metadata: {}, message: 'x' })],
    ['a condition outside of a commit', new ConditionalCheckFailedException({ $metadata: {}, message: 'x' })],
    ['a right that is missing', named('AccessDeniedException', { $metadata: { httpStatusCode: 400 } })],
    ['a fault of ours', new RangeError('x')],
    ['an address that is none', named('Error', { code: 'ERR_INVALID_URL' })],
    ['no error at all', 'TimeoutError'],
    ['an answer without a status', named('UnknownError', { $metadata: {} })],
  ])('%s', (_what, fault) => {
    expect(isPassing(fault)).toBe(false);
  });
});
