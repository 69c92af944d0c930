import { describe, expect, test } from 'vitest';
import { matches, passes } from '../../../infra/local/filter.ts';

const record = {
  eventName: 'MODIFY',
  dynamodb: {
    Keys: { PK: { S: 'T#southampton#person#p-1' } },
    NewImage: { kind: { S: 'person' }, rematch: { BOOL: true }, tags: ['a', 'b'] },
  },
};

describe('a filter pattern', () => {
  test.each([
    ['a value', { eventName: ['INSERT', 'MODIFY'] }],
    ['a nested value', { dynamodb: { NewImage: { kind: { S: ['person'] }, rematch: { BOOL: [true] } } } }],
    ['a prefix', { dynamodb: { Keys: { PK: { S: [{ prefix: 'T#southampton' }] } } } }],
    ['a suffix', { dynamodb: { Keys: { PK: { S: [{ suffix: 'p-1' }] } } } }],
    ['anything but', { eventName: [{ 'anything-but': ['REMOVE'] }] }],
    ['anything but a prefix', { eventName: [{ 'anything-but': { prefix: 'REM' } }] }],
    ['a field that is there', { dynamodb: { NewImage: { rematch: { BOOL: [{ exists: true }] } } } }],
    ['a field that is not', { dynamodb: { OldImage: { kind: { S: [{ exists: false }] } } } }],
    ['one of a list in the record', { dynamodb: { NewImage: { tags: ['b'] } } }],
    [
      'one of two',
      { $or: [{ eventName: ['REMOVE'] }, { dynamodb: { NewImage: { kind: { S: ['person'] } } } }] },
    ],
    ['nothing', {}],
  ])('lets %s through', (_, pattern) => {
    expect(matches(pattern, record)).toBe(true);
  });

  test.each([
    ['another value', { eventName: ['REMOVE'] }],
    ['one of two fields', { eventName: ['MODIFY'], dynamodb: { NewImage: { kind: { S: ['home'] } } } }],
    ['a field that is missing', { dynamodb: { OldImage: { kind: { S: ['person'] } } } }],
    ['anything but that is missing', { other: [{ 'anything-but': ['x'] }] }],
    ['what is there', { eventName: [{ exists: false }] }],
    ['text for a truth value', { dynamodb: { NewImage: { rematch: { BOOL: ['true'] } } } }],
  ])('holds %s back', (_, pattern) => {
    expect(matches(pattern, record)).toBe(false);
  });

  test.each([
    ['a condition', { eventName: [{ cidr: '10.0.0.0/8' }] }, 'cidr'],
    ['a value without a list', { eventName: 'MODIFY' }, 'MODIFY'],
    ['two conditions in one', { eventName: [{ prefix: 'M', suffix: 'Y' }] }, 'two conditions'],
  ])('that has %s nobody taught it is refused', (_, pattern, word) => {
    expect(() => matches(pattern, record)).toThrow(word);
  });

  test('lets everything through where there is none, and what one of several lets through', () => {
    expect(passes([], record)).toBe(true);
    expect(passes([{ eventName: ['REMOVE'] }, { eventName: ['MODIFY'] }], record)).toBe(true);
    expect(passes([{ eventName: ['REMOVE'] }], record)).toBe(false);
  });
});
