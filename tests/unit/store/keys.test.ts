import { describe, expect, test } from 'vitest';
import { PartnershipId } from '../../../shared/domain/ids.ts';
import { aboutOf, everywhere, leadingKeys, listOf, partitionOf } from '../../../shared/store/keys.ts';

/** What IAM makes of a leading key: a star stands for any text. */
const covers = (pattern: string, key: string): boolean =>
  new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(key);

const keysOf = (kind: string): string[] => [
  partitionOf('southampton', kind, 'id-1'),
  listOf('southampton', kind),
  listOf('southampton', kind, 'live'),
  aboutOf('southampton', kind, 'patient'),
];

describe('keys', () => {
  test('begin with the partnership they are of', () => {
    for (const key of keysOf('home')) expect(key).toMatch(/^T#southampton#home/);
  });

  test('of things that belong to no partnership can be those of none', () => {
    expect(PartnershipId.safeParse(everywhere).success).toBe(false);
  });

  test('of a kind are covered by its leading keys, and by those of no other kind', () => {
    const kinds = ['room', 'roomPlace', 'person', 'personView', 'audit', 'plan', 'identity', 'view'];
    for (const kind of kinds)
      for (const other of kinds)
        for (const key of keysOf(kind)) {
          const covered = leadingKeys(other).some((pattern) => covers(pattern, key));
          expect(covered, `${key} by ${other}`).toBe(kind === other);
        }
  });
});
